/** Which commands turn a protection off as a whole, as a table. Opening one port, or one domain of SELinux, does not. */
import type { Fact } from '../../../compiler/index.ts'
import { baseName } from './evaluate.ts'
import type { Run } from './runs.ts'
import { streamAfter, writesFile } from './streams.ts'
import { plainText } from './words.ts'

export type Protection = NonNullable<Fact<'command'>['turns_off']>

interface Row {
  readonly protection: Protection
  readonly programs: RegExp
  /** Has to be found in the parameters, joined by spaces. */
  readonly parameters: RegExp
  /** Whether it counts only where the output goes into a file, directly or through a pipe. */
  readonly written?: true
  /** The file that the output has to go into. */
  readonly file?: RegExp
}

const firewalls = '(?:firewalld|ufw|nftables|ip6?tables|netfilter-persistent|SuSEfirewall2|pf)'
const service = `${firewalls}(?:\\.service)?`

const table: readonly Row[] = [
  { protection: 'selinux', programs: /^setenforce$/, parameters: /^(0|permissive)$/i },
  {
    protection: 'selinux',
    programs: /^(grubby|grub2?-editenv|grub2?-mkconfig)$/,
    parameters: /\b(selinux|enforcing)=0\b/,
  },
  // What a substitution puts in, not what it looks for.
  {
    protection: 'selinux',
    programs: /^(sed|perl|ex)$/,
    parameters: /^(?=.*selinux).*\bs([/|#,@%])(?:(?!\1).)*\1(?:(?!\1).)*\b(?:disabled|permissive)\b/is,
  },
  { protection: 'selinux', programs: /^sed$/, parameters: /[ac]\\?\s*SELINUX=(disabled|permissive)\b/i },
  { protection: 'selinux', programs: /^crudini$/, parameters: /\bSELINUX (disabled|permissive)\b/i },
  {
    protection: 'selinux',
    programs: /^(echo|printf)$/,
    parameters: /\bSELINUX=(disabled|permissive)\b/i,
    written: true,
  },
  {
    protection: 'selinux',
    programs: /^(echo|printf)$/,
    parameters: /^(?:-n )?0(?:\\n)?$/,
    file: /\/selinux\/enforce$/,
  },
  {
    protection: 'firewall',
    programs: /^systemctl$/,
    parameters: new RegExp(`(^| )(stop|disable|mask|kill)( .*)? ${service}( |$)`),
  },
  { protection: 'firewall', programs: /^(service|rc-service)$/, parameters: new RegExp(`^${service} (stop|disable)$`) },
  {
    protection: 'firewall',
    programs: /^(chkconfig|sysv-rc-conf)$/,
    parameters: new RegExp(`(^| )${firewalls} off$|--del ${firewalls}`),
  },
  { protection: 'firewall', programs: /^update-rc\.d$/, parameters: new RegExp(`${firewalls} (disable|remove)`) },
  { protection: 'firewall', programs: /^rc-update$/, parameters: new RegExp(`^(del|delete) ${firewalls}`) },
  { protection: 'firewall', programs: new RegExp(`^${firewalls}$`), parameters: /^(stop|flush)$/ },
  { protection: 'firewall', programs: /^ufw$/, parameters: /^(--force )?(disable|reset)$/ },
  { protection: 'firewall', programs: /^ufw$/, parameters: /^(--force )?default allow( incoming)?$/ },
  // Without a chain, or with the one for what comes in; of the table "filter", which is meant where none is named.
  { protection: 'firewall', programs: /^ip6?tables$/, parameters: /^(-t filter )?(-w )?(-F|--flush)( INPUT)?$/ },
  { protection: 'firewall', programs: /^ip6?tables$/, parameters: /^(-t filter )?(-w )?(-P|--policy) INPUT ACCEPT$/ },
  { protection: 'firewall', programs: /^nft$/, parameters: /^flush ruleset$/ },
  { protection: 'firewall', programs: /^firewall-cmd$/, parameters: /--set-default-zone[= ]trusted/ },
  { protection: 'firewall', programs: /^pfctl$/, parameters: /^-d$/ },
  {
    protection: 'firewall',
    programs: /^netsh(\.exe)?$/i,
    parameters: /advfirewall .*\bstate off\b|firewall set opmode (mode=)?disable/i,
  },
  { protection: 'firewall', programs: /^set-netfirewallprofile$/i, parameters: /-enabled (\$?false|0)\b/i },
  {
    protection: 'firewall',
    programs: /^(apt|apt-get|dnf|yum|zypper|apk)$/,
    parameters: new RegExp(`(^| )(remove|purge|erase|del)( .*)? ${firewalls}( |$)`),
  },
]

export function turnedOffProtection({ program, parameters, command }: Run): Protection | undefined {
  const name = baseName(program.text)
  const rows = table.filter((row) => row.programs.test(name))
  if (rows.length === 0) return undefined
  const given = parameters
    .map(({ text }) => text)
    .join(' ')
    .slice(0, longest)
  const isWritten = command.into === 'none' || streamAfter(command.redirects, command.into) === 'file'
  const files = command.redirects
    .filter(writesFile)
    .flatMap(({ target }) => (target === undefined ? [] : plainText(target)))
  return rows.find(
    ({ parameters, written, file }) =>
      parameters.test(given) &&
      (!written || isWritten) &&
      (file === undefined || files.some((each) => file.test(each))),
  )?.protection
}

/** What is looked at of the parameters, in UTF-16 units. */
const longest = 2000
