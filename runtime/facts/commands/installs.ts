/** Which commands install packages, and of which ecosystem, as a table. Only real installations count. */
import type { Fact } from '../../../compiler/index.ts'
import { words } from '../classify/words.ts'
import { baseName, type EvaluatedWord } from './evaluate.ts'
import { leadingOptions, operandsOf } from './options.ts'
import type { Run } from './runs.ts'

export type Ecosystem = NonNullable<Fact<'command'>['installs_packages']>

interface Installer {
  readonly programs: RegExp
  readonly ecosystem: Ecosystem
  /** The words that make it install, several separated by a space; empty for a program that does nothing else. */
  readonly subcommands: ReadonlySet<string>
  /** Whether it has to be told what to install; otherwise it takes the project's list. */
  readonly named: boolean
  /** Options that take the next word. */
  readonly valued: ReadonlySet<string>
  /** Options whose value, or presence, names something to install. */
  readonly sources: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

const set = (text: string): ReadonlySet<string> => (text === '' ? nothing : words(text))

function installer(
  ecosystem: Ecosystem,
  programs: RegExp,
  subcommands: readonly string[],
  { named = true, valued = '', sources = '' } = {},
): Installer {
  return { ecosystem, programs, subcommands: new Set(subcommands), named, valued: set(valued), sources: set(sources) }
}

const pipOptions = {
  valued: `-c --constraint -t --target -i --index-url --extra-index-url -f --find-links --prefix --root --timeout --proxy
    --cert --trusted-host --python --platform --python-version --implementation --abi --log --cache-dir --src
    --progress-bar --upgrade-strategy --no-binary --only-binary -C --config-settings --retries`,
  sources: '-r --requirement --requirements -e --editable',
}

const installers: readonly Installer[] = [
  installer('pypi', /^pip[\d.]*(\.exe)?$/, ['install'], pipOptions),
  installer('pypi', /^pipx$/, ['install', 'inject', 'install-all'], { valued: '--python --pip-args --index-url' }),
  installer('pypi', /^uv$/, ['pip install', 'add', 'tool install'], pipOptions),
  installer('pypi', /^uv$/, ['sync', 'pip sync'], { named: false }),
  installer('pypi', /^(poetry|pdm|rye|hatch)$/, ['add'], { valued: '-G --group --extras -E --source' }),
  installer('pypi', /^(poetry|pdm|rye)$/, ['install', 'sync'], { named: false }),
  installer('pypi', /^pipenv$/, ['install', 'sync', 'update'], { named: false }),
  installer('pypi', /^pip-sync$/, [], { named: false }),
  installer('pypi', /^(conda|mamba|micromamba)$/, ['install', 'create', 'env create', 'env update'], {
    valued: '-n --name -p --prefix -c --channel --solver',
    sources: '-f --file',
  }),
  installer('pypi', /^easy_install[\d.-]*$/, []),
  installer('npm', /^npm$/, ['install', 'i', 'add', 'ci', 'clean-install', 'install-ci-test'], { named: false }),
  installer('npm', /^pnpm$/, ['install', 'i', 'add'], { named: false }),
  installer('npm', /^(yarn|bun)$/, ['install', 'add', 'global add', 'i'], { named: false }),
  installer('system', /^(apt|apt-get|aptitude)$/, ['install', 'satisfy'], { valued: '-o -t --target-release -c' }),
  installer('system', /^(dnf|yum|microdnf|tdnf)\d?$/, ['install', 'localinstall', 'groupinstall', 'reinstall'], {
    valued: '--enablerepo --disablerepo --repo -c --setopt --releasever --installroot -x',
  }),
  installer('system', /^zypper$/, ['install', 'in'], { valued: '-r --repo' }),
  installer('system', /^apk$/, ['add'], { valued: '-X --repository -t --virtual -p --root' }),
  installer('system', /^(brew|snap|port|flatpak|pkg|winget|choco|scoop)$/, ['install'], {}),
  installer('go', /^go$/, ['install', 'get']),
  installer('cargo', /^cargo$/, ['install', 'add', 'binstall'], { valued: '--git --branch --tag --rev --path --root' }),
  installer('gem', /^gem[\d.]*$/, ['install'], { valued: '-v --version -s --source -i' }),
  installer('gem', /^bundle$/, ['install', 'add'], { named: false }),
  installer('other', /^composer$/, ['install', 'require'], { named: false }),
]

/** Options after which nothing is installed. */
const harmless = words('-h --help --version --dry-run --download-only --simulate')

export function installedEcosystem(run: Run): Ecosystem | undefined {
  const [name, parameters] = packageProgram(run)
  if (parameters.some(({ text }) => harmless.has(text))) return undefined
  const found = installers.find((row) => row.programs.test(name) && installsWith(row, parameters, run.fed))
  return found?.ecosystem ?? otherwise(name, parameters)
}

/** `python3 -m pip install` is pip. */
function packageProgram({ program, parameters }: Run): readonly [string, readonly EvaluatedWord[]] {
  const name = baseName(program.text)
  const isPython = /^(py|python[\d.]*)(\.exe)?$/.test(name) || !program.known
  if (!isPython) return [name, parameters]
  // Options of the interpreter may stand before; what it runs may be attached: `python -Im pip`, `python -mpip`.
  const at = parameters.findIndex(({ text }) => /^-[a-zA-Z]*m/.test(text) || !text.startsWith('-'))
  const [, attached = ''] = /^-[a-zA-Z]*?m(\w*)$/.exec(parameters[at]?.text ?? '-') ?? []
  const isModule = /^-[a-zA-Z]*m/.test(parameters[at]?.text ?? '')
  if (!isModule) return [name, parameters]
  const module = attached === '' ? parameters[at + 1]?.text : attached
  return [module ?? name, parameters.slice(at + (attached === '' ? 2 : 1))]
}

function installsWith(
  { subcommands, valued, named, sources }: Installer,
  parameters: readonly EvaluatedWord[],
  fed: boolean,
): boolean {
  let rest = leadingOptions(parameters, valued).rest
  if (subcommands.size > 0) {
    const [first, second] = operandsOf(rest, valued).map(({ text }) => text)
    const given = subcommands.has(`${first} ${second}`) ? 2 : subcommands.has(first ?? '') ? 1 : 0
    if (given === 0) return false
    rest = rest.slice(given)
  }
  if (!named || fed) return true
  const isSource = (text: string) => sources.has(text.replace(/=[\s\S]*$/, '')) || /^-[re]./.test(text)
  if (sources.size > 0 && rest.some(({ text }) => isSource(text))) return true
  // "pip install ..." names the command, not a package.
  return operandsOf(rest, valued).some(({ text }) => !/^(\.{3}|…)$/.test(text))
}

/** Programs whose options say what they do. */
function otherwise(name: string, parameters: readonly EvaluatedWord[]): Ecosystem | undefined {
  const texts = parameters.map(({ text }) => text)
  const first = texts[0] ?? ''
  if (name === 'pacman' && /^-S[^sicgl]*$/.test(first) && texts.length > 1) return 'system'
  if (name === 'rpm' && /^-[a-zA-Z]*[iUF]/.test(first) && !/q/.test(first) && texts.length > 1) return 'system'
  if (name === 'dpkg' && /^(-i|--install)$/.test(first) && texts.length > 1) return 'system'
  if (name === 'yarn' && texts.length === 0) return 'npm'
  const isSetup = /^(py|python[\d.]*)$/.test(name) && baseName(first) === 'setup.py'
  return isSetup && /^(install|develop)$/.test(texts[1] ?? '') ? 'pypi' : undefined
}
