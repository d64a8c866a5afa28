/** Programs that run the command that they are given, as a table. */
import { words } from '../classify/words.ts'

export interface Wrapper {
  /** The words that have to follow the name: "exec" of `docker exec`. */
  readonly subcommands: readonly string[]
  /** Options that take the next word as their value. */
  readonly valued: ReadonlySet<string>
  /** How many words stand between the options and the command. */
  readonly operands: number
  /** As whom the command runs: without an option that names a user, root; or the first operand; or nobody else. */
  readonly user: 'root' | 'operand' | 'unchanged'
  /** Options that name the user. */
  readonly userOptions: ReadonlySet<string>
  /** Options with which it is no wrapper: `command -v` only asks. */
  readonly asks: ReadonlySet<string>
  /** Whether the command takes the place of the shell. */
  readonly replaces: boolean
  /** Whether the command gets more words than are written. */
  readonly feeds: boolean
}

const none: ReadonlySet<string> = new Set()

function wrapper(valued: string, given: Partial<Omit<Wrapper, 'valued'>> = {}): Wrapper {
  return {
    subcommands: [],
    valued: valued === '' ? none : words(valued),
    operands: 0,
    user: 'unchanged',
    userOptions: none,
    asks: none,
    replaces: false,
    feeds: false,
    ...given,
  }
}

const userOptions = words('-u --user')

const containerValued = '-u --user -e --env --env-file -w --workdir --index --detach-keys'
const inContainer = wrapper(containerValued, { subcommands: ['exec'], operands: 1, userOptions })
const composed = { ...inContainer, subcommands: ['compose', 'exec'] }
const newContainer = wrapper(
  `${containerValued} -v --volume --mount --name --network --net -p --publish -h --hostname --entrypoint -l --label
   -m --memory --cpus --platform --pull --restart --add-host --dns --security-opt --cap-add --cap-drop --device --gpus
   --ulimit --tmpfs --log-driver --log-opt --group-add --ipc --pid --userns --shm-size --volumes-from`,
  { subcommands: ['run'], operands: 1, userOptions },
)
const inPod = wrapper('-n --namespace -c --container --context --kubeconfig -f', { subcommands: ['exec'], operands: 1 })
const inProject = (valued: string) => wrapper(valued, { subcommands: ['run'] })

/** By name. Of several rows, the first whose subcommands are there counts. */
export const wrappers: ReadonlyMap<string, readonly Wrapper[]> = new Map([
  [
    'sudo',
    [
      wrapper('-u --user -g --group -h --host -p --prompt -C -r --role -t --type -U -T -D -R', {
        user: 'root',
        userOptions,
        asks: words('-e --edit -l --list -v -K -k'),
      }),
    ],
  ],
  ['doas', [wrapper('-u -C', { user: 'root', userOptions })]],
  ['pkexec', [wrapper('--user', { user: 'root', userOptions })]],
  ['runuser', [wrapper('-u --user -g --group -G -s --shell', { user: 'root', userOptions })]],
  ['gosu', [wrapper('', { operands: 1, user: 'operand' })]],
  ['su-exec', [wrapper('', { operands: 1, user: 'operand' })]],
  ['setuidgid', [wrapper('', { operands: 1, user: 'operand' })]],
  ['s6-setuidgid', [wrapper('', { operands: 1, user: 'operand' })]],
  ['chpst', [wrapper('-u -U -b -e -l -L -m -d -o -p -f -c -r -t', { userOptions })]],
  ['setpriv', [wrapper('--reuid --regid --groups --inh-caps --bounding-set', { userOptions: words('--reuid') })]],
  ['env', [wrapper('-u --unset -C --chdir -S --split-string')]],
  ['nohup', [wrapper('')]],
  ['setsid', [wrapper('')]],
  ['time', [wrapper('-f --format -o --output')]],
  ['nice', [wrapper('-n --adjustment')]],
  ['ionice', [wrapper('-c --class -n --classdata')]],
  ['chrt', [wrapper('', { operands: 1 })]],
  ['timeout', [wrapper('-s --signal -k --kill-after', { operands: 1 })]],
  ['stdbuf', [wrapper('-i --input -o --output -e --error')]],
  ['unbuffer', [wrapper('')]],
  ['strace', [wrapper('-o -e -p -s -u')]],
  ['flock', [wrapper('-w --timeout -E', { operands: 1 })]],
  ['chroot', [wrapper('--userspec --groups', { operands: 1, userOptions: words('--userspec') })]],
  ['prlimit', [wrapper('')]],
  ['taskset', [wrapper('', { operands: 1 })]],
  ['systemd-cat', [wrapper('-t --identifier -p --priority')]],
  ['systemd-inhibit', [wrapper('')]],
  [
    'systemd-run',
    [
      wrapper(
        `-u --unit -p --property --uid --gid -E --setenv --slice -M --machine -d --description --nice
         --on-active --on-boot --on-calendar --working-directory`,
        { userOptions: words('--uid') },
      ),
    ],
  ],
  ['busybox', [wrapper('')]],
  ['command', [wrapper('', { asks: words('-v -V') })]],
  ['builtin', [wrapper('')]],
  ['exec', [wrapper('-a', { replaces: true })]],
  ['xargs', [wrapper('-I -n -P -L -d -a -s -E --max-args --max-procs --replace --delimiter', { feeds: true })]],
  ['watch', [wrapper('-n --interval')]],
  ['docker', [inContainer, composed, newContainer, { ...newContainer, subcommands: ['compose', 'run'] }]],
  ['podman', [inContainer, newContainer]],
  ['nerdctl', [inContainer, newContainer]],
  ['docker-compose', [inContainer, newContainer]],
  ['kubectl', [inPod]],
  ['oc', [inPod]],
  ['uv', [inProject('--with --python -p --project --directory --env-file --group --extra')]],
  ['poetry', [inProject('-C --directory')]],
  ['pipenv', [inProject('')]],
  ['pdm', [inProject('-p --project')]],
  ['hatch', [inProject('-e --env')]],
  ['conda', [inProject('-n --name -p --prefix')]],
])

export const shells = words('bash sh zsh dash ash ksh')

/** Options of shells that take the next word. */
export const shellValued = words('-o -O +o +O --rcfile --init-file')
