/**
 * Passwords that products come with. An example that names one of them is no placeholder: it works wherever nobody has
 * changed it.
 */
import { words } from '../classify/words.ts'
import { isPlaceholder } from '../placeholder.ts'
import type { FoundSecret } from './found-secret.ts'

/** Pairs that are common, `user:password` each. */
const pairs = words(`admin:admin admin:password admin:changeme admin:admin123 admin:123456 admin:secret admin:default
  admin:Admin123 admin:SecretPassword admin:wazuh admin:secure admin:pass admin:1234 admin:12345 admin:Password1
  administrator:administrator administrator:password root:root root:toor root:password root:admin root:changeme
  root:calvin root:vagrant vagrant:vagrant user:user guest:guest test:test demo:demo oracle:oracle postgres:postgres
  mysql:mysql elastic:changeme elastic:elastic elastic:password kibana:changeme kibana:kibana kibana_system:changeme
  logstash_system:changeme kibanaserver:kibanaserver kibanaro:kibanaro logstash:logstash readall:readall
  snapshotrestore:snapshotrestore wazuh:wazuh wazuh-wui:wazuh-wui wazuh-wui:MyS3cr37P450r.*- wazuh_admin:wazuh_admin
  foo:bar minioadmin:minioadmin minio:minio123 rabbitmq:rabbitmq tomcat:tomcat tomcat:s3cret jenkins:jenkins
  nagiosadmin:nagiosadmin grafana:grafana graylog:graylog sonar:sonar sa:sa ubnt:ubnt pi:raspberry cisco:cisco
  admin:nexus admin:grafana`)

/** Passwords that stand for themselves, whoever the user is. */
const lone = words('SecretPassword MyS3cr37P450r.*- changeme changeit minioadmin raspberry toor')

export const isDefaultPair = (user: string, password: string): boolean =>
  pairs.has(`${user}:${password}`) && user !== 'foo'

export const isLoneDefault = (password: string): boolean => lone.has(password)

/** `-u admin:admin`, `--user=admin:admin`: how programs take a name and a password. */
const option = /(?<=^|\s)(?:-u|--user|--userpwd|--credentials?)[ =]["']?([\w.@-]{1,64}):([^\s"'`:]{1,64})/gm
const users = [...new Set([...pairs].map((pair) => pair.slice(0, pair.indexOf(':'))))].join('|')
/** `admin/admin`, `admin:admin`, `admin / admin`, as sentences and tables have them, with or without marks of code. */
const spoken = new RegExp(
  `(?<![\\w/.:@-])(${users})[\`*]{0,2} ?[:/|,] ?[\`*]{0,2}(?=([A-Za-z0-9][\\w.*-]{1,31}?)[\`*]{0,2}(?![\\w/:@*-]|\\.\\w))`,
  'g',
)
/** Beside a mode of a file, or behind a word for owning, a pair names a user and a group: `640 wazuh:wazuh`. */
const ownedBefore =
  /(?:\b0?[0-7]{3}|[-dl](?:[r-][w-][xsStT-]){3}|\b(?:chown(?: -R)?|owner(?:ship)?|owned by))[\s|`*,:=]{1,12}$/i
const ownedBehind = /^[`*]{0,2}[\s|`*,]{1,12}(?:mode[\s|`*:]{1,8})?(?:0?[0-7]{3}\b|[-dl](?:[r-][w-][xsStT-]){3})/i

/** Words that say that a pair is one for signing in. */
const signingIn = /\b(credentials?|log ?in|logon|sign ?in|password|username|default|auth\w*|account)\b/i

/** `user admin, password admin`, `username \`admin\` and the password \`admin\``, as sentences name both. */
const named =
  /\b(?:user(?:[ _-]?name)?|login|account)(?: is|:|=)?[ ]{1,2}["'`*]{0,2}([\w.@-]{1,64})["'`*]{0,2}(?:,|;| \/)?(?: and| with)?(?: the| a)? (?:default )?(?:password|passwd|pass)(?: is| of|:|=)?[ ]{1,2}["'`*]{0,2}([A-Za-z0-9][\w.*-]{1,31}?)(?=["'`*]{0,2}(?:[\s,;)]|\.(?!\w)|$))/gi

/** `\`admin\` / \`Blue-Sky-42!\``: both in marks of code. */
const marked = /(?<![\w`])`([\w.@-]{1,64})` ?[:/|,] ?`([^\s`]{8,64})`(?!`)/g
const characters = [/[a-z]/, /[A-Z]/, /\d/, /[^\w/.:-]/]

/** What only a password looks like, and no name, path or pattern. */
const isLikePassword = (text: string): boolean =>
  characters.every((sort) => sort.test(text)) && !/[<>{}$/\\]/.test(text) && !isPlaceholder(text)

function isOwnership(text: string, { 0: written, 2: password = '', index }: RegExpExecArray): boolean {
  const end = index + written.length + password.length
  return ownedBefore.test(text.slice(Math.max(0, index - 40), index)) || ownedBehind.test(text.slice(end, end + 40))
}

export function defaultPairsIn(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = []
  for (const match of text.matchAll(option)) add(match, false)
  // In "user admin, password x" the word "password" is none.
  const both = [...text.matchAll(named)]
  for (const match of both) add(match, false)
  let next = 0
  for (const match of text.matchAll(spoken)) {
    while (next < both.length && both[next]!.index + both[next]![0].length <= match.index) next++
    if (next < both.length && both[next]!.index <= match.index) continue
    const line = text.slice(Math.max(0, text.lastIndexOf('\n', match.index) + 1, match.index - 200), match.index + 200)
    if (signingIn.test(line.split('\n')[0] ?? '') && !isOwnership(text, match)) add(match, true)
  }
  for (const match of text.matchAll(marked)) {
    const [, , password = ''] = match
    if (!isLikePassword(password) || !signingIn.test(lineBefore(text, match.index))) continue
    const end = match.index + match[0].length - 1
    found.push(passwordAt(end - password.length, end))
  }
  return found

  /** In a sentence the password stands behind what was matched, so that it may be the name of the next pair. */
  function add(match: RegExpMatchArray & { readonly index: number }, isSpoken: boolean): void {
    const [written, user = '', password = ''] = match
    if (!isDefaultPair(user, password)) return
    const start = match.index + written.length - (isSpoken ? 0 : password.length)
    found.push(passwordAt(start, start + password.length))
  }
}

const lineBefore = (text: string, end: number): string =>
  text.slice(Math.max(0, text.lastIndexOf('\n', end) + 1, end - 200), end)

const passwordAt = (start: number, end: number): FoundSecret => ({
  detector: 'default-password',
  provider: 'generic',
  placeholder: false,
  start,
  end,
})
