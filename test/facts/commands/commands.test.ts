import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asWritten } from '../../../runtime/facts/commands/evaluate.ts'
import { installedEcosystem } from '../../../runtime/facts/commands/installs.ts'
import { permissionsGiven } from '../../../runtime/facts/commands/permissions.ts'
import { turnedOffProtection } from '../../../runtime/facts/commands/protections.ts'
import { readCommands } from '../../../runtime/facts/commands/read-commands.ts'
import { isRoot, type Run, runsOf } from '../../../runtime/facts/commands/runs.ts'
import { streamAfter } from '../../../runtime/facts/commands/streams.ts'
import { MappedText } from '../../../runtime/facts/mapped-text.ts'

const runs = (text: string): readonly Run[] =>
  readCommands(MappedText.of(text)).commands.flatMap((command) => runsOf(command, asWritten))
const shown = ({ program, parameters }: Run) => [program, ...parameters].map(({ text }) => text).join(' ')

/** What runs, wrappers peeled off and quotes undone. */
const peeled: Readonly<Record<string, readonly string[]>> = {
  'sudo -u wazuh env A=b nohup python3 x.py >/dev/null 2>&1 &': ['python3 x.py'],
  'sudo -E -H pip install x': ['pip install x'],
  'A=1 B=2 timeout 5 nice -n 5 foo -x': ['foo -x'],
  'time -p foo': ['foo'],
  'exec -a name foo': ['foo'],
  'command -v python3': ['command -v python3'],
  "bash -c 'cd x && pip install -r r.txt'": ['cd x', 'pip install -r r.txt'],
  'sudo bash -lc "setenforce 0; systemctl stop firewalld"': ['setenforce 0', 'systemctl stop firewalld'],
  'su - wazuh -c "python3 x.py"': ['python3 x.py'],
  'docker exec -it <container> tail -f /x': ['tail -f /x'],
  'docker compose exec -u root web pip install y': ['pip install y'],
  'docker run --rm -v /a:/b python:3 pip install y': ['pip install y'],
  'kubectl exec -n w pod -c c -- pip install x': ['pip install x'],
  'cat r.txt | xargs pip install': ['cat r.txt', 'pip install'],
  'find . -exec chmod 4755 {} \\;': ['find . -exec chmod 4755 {} ;', 'chmod 4755 {}'],
  'eval "echo $x"': ['echo $x'],
  'a && b || c; d & e': ['a', 'b', 'c', 'd', 'e'],
  'if a; then b; elif c; then d; else e; fi': ['a', 'b', 'c', 'd', 'e'],
  'for x in a b; do c $x; done': ['c $x'],
  'case $1 in a|b) c;; *) d;; esac': ['c', 'd'],
  'f() { g; }; (h)': ['g', 'h'],
  'cat <<EOF > f\npip install x\nEOF\necho hi': ['cat', 'echo hi'],
  'cat <<-"E"\n\tpip install x\n\tE\necho hi': ['cat', 'echo hi'],
  'a \\\n  -b \\\n  c': ['a -b c'],
  'X=$(pip install y) Z=(1 2) z': ['pip install y', 'z'],
  'echo "a b" c\\ d $\'e\' "" # pip install x': ['echo a b c d e '],
  "echo 'it": ["echo 'it"],
  'X=1': [],
  '# pip install x': [],
}

for (const [text, expected] of Object.entries(peeled)) {
  test(`runs: ${JSON.stringify(text)}`, () => assert.deepEqual(runs(text).map(shown), expected))
}

/** What starts the last program, outermost first. */
const started: Readonly<Record<string, readonly string[]>> = {
  'pip install x': [],
  '/usr/bin/sudo -u wazuh env A=b nohup python3 x.py': ['sudo', 'env', 'nohup'],
  'A=1 timeout 5 nice -n 5 foo': ['timeout', 'nice'],
  'sudo timeout 5 bash -c "cd x; foo"': ['sudo', 'timeout', 'bash'],
  'su - wazuh -c "nohup python3 x.py"': ['su', 'nohup'],
  'docker compose exec web pip install y': ['docker'],
  'sudo find . -exec chmod 4755 {} \\;': ['sudo', 'find'],
  'sudo foo; bar': [],
  'sudo -i': [],
  'command -v sudo': [],
  'echo sudo foo': [],
  'foo --user sudo': [],
}
for (const [text, expected] of Object.entries(started)) {
  test(`started by: ${JSON.stringify(text)}`, () => assert.deepEqual(runs(text).at(-1)?.wrappers, expected))
}

const places: readonly (readonly [text: string, command: string])[] = [
  ['x; sudo bash -c "a; \'pip\'  install y"', "'pip'  install y"],
  ['echo "$(cd "$d" && pwd)"', 'cd "$d"'],
  ['  A=1 foo >&2  ', 'A=1 foo >&2'],
]
for (const [text, command] of places) {
  test(`stands exactly at: ${command}`, () => {
    const found = runs(text).map((run) => run.command.source.rangeOf(run.command.start, run.command.end))
    assert.ok(
      found.some(({ start, end }) => text.slice(start, end) === command),
      JSON.stringify(found),
    )
  })
}

const privileged: Readonly<Record<string, boolean>> = {
  'sudo foo': true,
  'sudo -u root foo': true,
  'doas foo': true,
  'sudo -u wazuh foo': false,
  'sudo --user=wazuh foo': false,
  'sudo -uwazuh foo': false,
  'sudo su wazuh -c foo': false,
  'sudo env -u HOME foo': true,
  'sudo systemd-run -u unit foo': true,
  'sudo systemd-run --uid=wazuh foo': false,
  'sudo setpriv --reuid=wazuh --clear-groups foo': false,
  'chroot --userspec=root:root / foo': true,
  'sudo docker exec -u wazuh c foo': false,
  'su -c foo': true,
  'runuser -u wazuh -- foo': false,
  'gosu root foo': true,
  foo: false,
}
for (const [text, expected] of Object.entries(privileged)) {
  test(`as root: ${text}`, () =>
    assert.deepEqual(
      runs(text).map((run) => isRoot(run.user)),
      [expected],
    ))
}

const installs: Readonly<Record<string, string | undefined>> = {
  'pip install requests': 'pypi',
  'pip3.11 install -r requirements.txt': 'pypi',
  'pip --disable-pip-version-check install x': 'pypi',
  'python3 -m pip install --user x': 'pypi',
  'pip install --upgrade pip': 'pypi',
  'python -mpip install x': 'pypi',
  'python3 -I -m pip install x': 'pypi',
  'python3 -Im pip install x': 'pypi',
  'python3 -m venv pip install x': undefined,
  'pip.exe install x': 'pypi',
  '"$PY" -m pip install x': 'pypi',
  'pip install -e .': 'pypi',
  'pip install <package>': 'pypi',
  'sudo -H pip3 install x': 'pypi',
  'pipx install x': 'pypi',
  'uv pip install x': 'pypi',
  'uv add x': 'pypi',
  'poetry add x': 'pypi',
  'conda install -c conda-forge x': 'pypi',
  'easy_install x': 'pypi',
  'python setup.py install': 'pypi',
  'npm ci': 'npm',
  yarn: 'npm',
  'pnpm add x': 'npm',
  'apt-get install -y python3-requests': 'system',
  'dnf install x': 'system',
  'apk add --no-cache x': 'system',
  'zypper in x': 'system',
  'rpm -ivh x.rpm': 'system',
  'go install x@latest': 'go',
  'cargo install x': 'cargo',
  'gem install x': 'gem',
  'pip --version': undefined,
  'pip install --help': undefined,
  'pip install': undefined,
  'pip install ...': undefined,
  'pip download x': undefined,
  'pip uninstall x': undefined,
  'pip list': undefined,
  'pip install --dry-run x': undefined,
  'python3 -m venv x': undefined,
  'echo pip install x': undefined,
  'grep "pip install" README.md': undefined,
  'apt update': undefined,
  'rpm -q x': undefined,
  'npm run install': undefined,
  'install -m 640 a b': undefined,
}
for (const [text, expected] of Object.entries(installs)) {
  test(`installs ${expected ?? 'nothing'}: ${text}`, () =>
    assert.deepEqual(runs(text).map(installedEcosystem), [expected]))
}

const protections: Readonly<Record<string, string | undefined>> = {
  'setenforce 0': 'selinux',
  'sudo setenforce Permissive': 'selinux',
  'setenforce 1': undefined,
  "sed -i 's/^SELINUX=.*/SELINUX=disabled/' /etc/selinux/config": 'selinux',
  "sed -i 's/SELINUX=permissive/SELINUX=enforcing/' /etc/selinux/config": undefined,
  "sed -i 's/enforcing/permissive/g' /etc/selinux/config": 'selinux',
  "sed -i 's/enforcing/permissive/g' /etc/other": undefined,
  'echo SELINUX=disabled > /etc/selinux/config': 'selinux',
  'echo "never set SELINUX=disabled"': undefined,
  'echo 0 > /sys/fs/selinux/enforce': 'selinux',
  'echo 1 > /sys/fs/selinux/enforce': undefined,
  'echo 0 > /tmp/enforce': undefined,
  'semanage port -a -t http_port_t -p tcp 8443': undefined,
  'systemctl stop firewalld': 'firewall',
  'systemctl disable --now ufw.service': 'firewall',
  'systemctl mask nftables': 'firewall',
  'systemctl status firewalld': undefined,
  'systemctl restart firewalld': undefined,
  'systemctl stop wazuh-manager': undefined,
  'service iptables stop': 'firewall',
  'chkconfig iptables off': 'firewall',
  'ufw disable': 'firewall',
  'ufw --force disable': 'firewall',
  'ufw allow 443/tcp': undefined,
  'iptables -F': 'firewall',
  'iptables -F MYCHAIN': undefined,
  'iptables -t nat -F': undefined,
  'iptables -A OUTPUT -p tcp --dport 443 -j ACCEPT': undefined,
  'nft flush ruleset': 'firewall',
  'firewall-cmd --permanent --add-port=443/tcp': undefined,
  'netsh advfirewall set allprofiles state off': 'firewall',
  'Set-NetFirewallProfile -Profile Domain,Public -Enabled False': 'firewall',
}
for (const [text, expected] of Object.entries(protections)) {
  test(`turns off ${expected ?? 'nothing'}: ${text}`, () =>
    assert.deepEqual(runs(text).map(turnedOffProtection), [expected]))
}

/** The path, mode, owner and group, and r, w, u, g for what is set: readable, writable by all, set-user-ID, set-group-ID. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  'chmod 640 a': ['a 0640 - -'],
  'chmod 4755 a': ['a 4755 - - ru'],
  'chmod +R 777 d': ['d 0777 - - rw'],
  'chmod -R 0777 "a b" c': ['a b 0777 - - rw', 'c 0777 - - rw'],
  'chmod u=rw,g=r,o= a': ['a 0640 - -'],
  'chmod u+s a': ['a - - - u'],
  'chmod g+s a': ['a - - - g'],
  'chmod +s a': ['a - - - ug'],
  'chmod a+r a': ['a - - - r'],
  'chmod o-rwx a': ['a - - -'],
  'chmod -x a': ['a - - -'],
  'chmod --reference=b a': [],
  'chmod 640': [],
  'chmod +t a': ['a - - -'],
  'chown -R root:wazuh /var/{a,b}': ['/var/a - root wazuh', '/var/b - root wazuh'],
  'chown :wazuh a': ['a - - wazuh'],
  'chown root a': ['a - root -'],
  'chgrp wazuh a': ['a - - wazuh'],
  'install -o root -g wazuh -m 640 .secrets /etc/x/': ['/etc/x/.secrets 0640 root wazuh'],
  'install -m640 a b': ['b 0640 - -'],
  'install -d -m 750 /x /y': ['/x 0750 - -', '/y 0750 - -'],
  'install a b': [],
  'mkdir -m 700 a': ['a 0700 - -'],
  'umask 077': ['- - - -'],
  'umask 022': ['- - - - r'],
  'setfacl -m u:x:r a': [],
  'setfacl -m u:x:r,o::rw a': ['a - - - rw'],
  'xargs chmod 4755': ['- 4755 - - ru'],
  'find /x -type f -name "*.key" -exec chmod 604 {} +': ['/x/*.key 0604 - - r'],
  'find /x /y -exec chown root:wazuh {} \\;': ['/x - root wazuh', '/y - root wazuh'],
  'chmod u=rwx,go=rx a': ['a 0755 - - r'],
  'chmod ug+rw,o+w a': ['a - - - w'],
  'chmod a= a': ['a 0000 - -'],
  'sudo chmod -v 0644 -- a': ['a 0644 - - r'],
  'mkdir -pm 0755 a': ['a 0755 - - r'],
  'chmod "$MODE" a': ['a - - -'],
}
for (const [text, expected] of Object.entries(permissions)) {
  test(`gives: ${text}`, () => {
    const given = runs(text)
      .flatMap(permissionsGiven)
      .map(({ path, change, owner, group }) => {
        const flags = [
          change.world_readable && 'r',
          change.world_writable && 'w',
          change.setuid && 'u',
          change.setgid && 'g',
        ]
        const fields = [path?.written, change.mode, owner, group].map((field) => field ?? '-')
        return `${fields.join(' ')} ${flags.filter(Boolean).join('')}`.trim()
      })
    assert.deepEqual(given, expected)
  })
}

const streams: Readonly<Record<string, string>> = {
  'echo a': 'stdout',
  'echo a >&2': 'stderr',
  'echo a 1>&2': 'stderr',
  'echo a >/dev/stderr': 'stderr',
  'echo a > f': 'file',
  'echo a >> f 2>&1': 'file',
  'echo a &> f': 'file',
  'echo a 2> f': 'stdout',
  'echo a >/dev/null': 'none',
  'echo a 2>&1 >/dev/null': 'none',
  'echo a >&1': 'stdout',
}
for (const [text, expected] of Object.entries(streams)) {
  test(`prints to ${expected}: ${text}`, () => {
    assert.deepEqual(
      runs(text).map(({ command }) => streamAfter(command.redirects, command.into)),
      [expected],
    )
  })
}

const hostile = [
  '"$(',
  '`',
  '(',
  "'",
  '<',
  '<a"',
  '$(',
  'a ',
  '\\',
  '"a$(b)"',
  '<<',
  '<<a\n',
  'x=(',
  '>(',
  ' #',
  'sudo ',
  '{a,',
  'a|',
]
for (const piece of hostile) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 20_000 }, () => {
    assert.ok(runs(piece.repeat(200_000 / piece.length)).length >= 0)
  })
}
