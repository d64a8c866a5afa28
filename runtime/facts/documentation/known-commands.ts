/** Tells a command from prose, from output and from the name of something: by the programs that people run. */
import { words } from '../classify/words.ts'
import { asWritten, baseName } from '../commands/evaluate.ts'
import { startedProgram } from '../commands/launches.ts'
import type { Programs } from '../commands/programs.ts'
import { readCommands } from '../commands/read-commands.ts'
import { type Run, runsOf } from '../commands/runs.ts'
import { MappedText } from '../mapped-text.ts'

/** Programs whose names are no words of English; any argument will do. */
const programs =
  words(`sudo doas su pip pip3 pipx pipenv python python2 python3 conda mamba poetry uv npm npx pnpm yarn bun
  apt apt-get aptitude dnf yum microdnf zypper apk pacman rpm dpkg brew gem cargo docker docker-compose podman kubectl helm
  systemctl journalctl chmod chown chgrp chattr setfacl setenforce getenforce setsebool semanage restorecon chkconfig
  update-rc.d rc-service rc-update ufw iptables ip6tables nft firewall-cmd pfctl netsh grubby sed awk grep egrep curl wget
  crontab mkdir rmdir cp mv rm ln ls nano vim vi tar unzip gunzip ssh scp rsync openssl gpg useradd usermod userdel groupadd
  adduser addgroup passwd runuser getent mktemp umask jq xargs logrotate umount sysctl modprobe pkill killall nohup bash sh
  zsh cmake ansible-playbook terraform easy_install git bundle composer pkexec gosu visudo tee certutil keytool
  systemd-creds systemd-run set-netfirewallprofile powershell pwsh`)

/** Programs whose names are words as well: an argument has to look like one. */
const wordLike =
  words(`cat cd echo export find install make mount source test touch head tail service go node kill id date
  time cut sort which less more read host patch join split file sleep set printf env exec nice timeout watch wait service
  ruby perl php snap port cp mv rm dd df du ps top`)

const subcommands = words('install get run start stop restart reload status enable disable build test add sync clone')

const argumentLike = /^[-/~.$]\S|\S[/=]|\.\w{1,5}$|^["'<]/

/** Whether a line is a command, for certain. */
export function isCommand(text: string, own: Programs): boolean {
  if (text.length > 4000 || /^\s*(?:#|$)/.test(text)) return false
  const [command] = readCommands(MappedText.of(text)).commands.filter(({ words }) => words.length > 0)
  if (command === undefined) return false
  return runsOf(command, asWritten).some((run) => isKnown(run, own))
}

/** Whether words of a sentence are a command: "python scripts" is none, "pip install x" is. */
export function isCommandForCertain(text: string, own: Programs): boolean {
  if (!isCommand(text, own)) return false
  const [, ...given] = text.replace(/^(?:sudo|doas) /, '').split(/\s+/)
  return given.some((word) => argumentLike.test(word) || /^\d+$/.test(word)) || subcommands.has(given[0] ?? '')
}

/** Names are in small letters, but for those of PowerShell. */
function commandName(program: string): string {
  const name = baseName(program)
  return /^[A-Za-z]+-[A-Za-z]+$/.test(name) ? name.toLowerCase() : name
}

function isKnown(run: Run, own: Programs): boolean {
  const { program, parameters } = run
  const name = commandName(program.text)
  const isPath = /^(\.{1,2}|~|\/.*)\//.test(program.text) || program.text.startsWith('/')
  if (/^\.\/[^/]+\.\w{1,4}$/.test(program.text)) return true
  const isOwn = startedProgram(run, own, '') !== undefined
  if (isOwn && (parameters.length > 0 || /^\.{1,2}\//.test(program.text))) return true
  if (parameters.length === 0) return false
  if (/\/(s?bin|libexec)\//.test(program.text) || (isPath && /\.(sh|py|pl|rb)$/.test(name))) return true
  if (/^\.\//.test(program.text) || programs.has(name) || /^(pip|python)\d(\.\d+)?$/.test(name)) return true
  return wordLike.has(name) && parameters.some(({ text }) => argumentLike.test(text) || subcommands.has(text))
}
