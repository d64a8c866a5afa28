/**
 * The generated checklist: items in the manner of those that ship, each of one of the patterns below with words of its
 * own, until there are as many as asked for. The patterns are what people write: a list of callees, an argument that is
 * there or is missing, a text that matches, every one that must have, counts, and joins within a function.
 *
 * A quiet checklist has the same sentences about words that no repository has, so that nothing is found.
 */
import type { Source } from '../../compiler/index.ts'

type Pattern = (words: Words) => string

interface Words {
  /** A name of its own, in a checklist that is quiet one that stands nowhere. */
  readonly of: (pool: readonly string[]) => string
}

const callees = [
  'json.loads',
  'json.dumps',
  'open',
  'isinstance',
  'len',
  'print',
  'str',
  'int',
  'getattr',
  'os.path.join',
]
const names = [
  'encoding',
  'timeout',
  'check',
  'indent',
  'key',
  'default',
  'mode',
  'level',
  'errors',
  'end',
  'file',
  'flush',
]
const starts = [
  'self',
  'os',
  'time',
  'http',
  'socket',
  'logging',
  're',
  'urllib',
  'json',
  'threading',
  'email',
  'super',
]
const values = ['utf-8', 'GET', 'Content-', 'http', '%s', 'Error', 'close', 'read', 'name', 'id', 'data', 'user', 'key']

const patterns: readonly Pattern[] = [
  ({ of }) => `no call in python where callee is among ["${of(callees)}", "${of(callees)}", "${of(callees)}"]
  message "{callee} is used"`,
  ({ of }) => `no call in python where callee like "${of(starts)}.*" and some argument where name is "${of(names)}"
  message "{callee} is given a word"`,
  ({ of }) => `no call in python where callee is "${of(callees)}" and no argument where name is "${of(names)}"
  message "{callee} lacks an option"`,
  ({
    of,
  }) => `no call in python where some argument where some origin where form is "parameter" and name is "${of(names)}"
  message "{argument.text} comes from outside"`,
  ({ of }) => `no string in python where role is not "docstring" and value matches /^${of(values)}[a-z_]{0,8}$/
  message "{value} is written out"`,
  ({ of }) => `no string in code where value starts with "${of(values)}" and interpolated
  message "{value} is put together"`,
  ({
    of,
  }) => `every function in python where name like "${of(['get', 'set', 'read', 'write', 'do', 'on', 'is', '__'])}*" must have some parameter where parameter is not "cls"
  message "{name} takes nothing"`,
  ({ of }) => `no call as made in python where made.callee is "${of(callees)}"
    and some call as other in python where other.function is made.function and other.callee is "${of(callees)}"
  message "{made.text} goes with another"`,
  ({ of }) => `every call as opened in python where callee is "${of(callees)}"
    must have some call as closed in python where function is opened.function and name is "${of(['close', 'append', 'get', 'format', 'join'])}"
  message "{text} is never closed"`,
  ({ of }) => `at most 3 import in python where module like "${of(starts)}.*"
  message "{module} is one too many"`,
  ({
    of,
  }) => `no url in code, configuration where scheme is "${of(['http', 'ftp', 'https'])}" and not local and role is "endpoint"
  message "{text} is fetched"`,
  ({
    of,
  }) => `no sentence in documentation where not negated and text matches /\\b(${of(['disable', 'turn off', 'switch off', 'stop'])}|${of(values)})\\b.{0,40}\\b(selinux|firewalld?)\\b/i
  message "{text}"`,
  ({
    of,
  }) => `no command where found_in is among ["documentation", "script"] and not negated and name is "${of(['pip', 'chmod', 'curl', 'sudo'])}"
  message "{text} is run"`,
  ({ of }) => `every script where name like "${of(['run', 'start', 'build', 'test'])}*" must have errexit and nounset
  message "{file.path} goes on"`,
  ({
    of,
  }) => `no file anywhere where name like "*.${of(['key', 'pem', 'p12', 'py', 'md', 'xml'])}" and (tracked or not ignored) and setuid
  message "{path} is a key"`,
  ({ of }) => `no wazuh_rule as one where some wazuh_rule as other where other.id is one.id and other.level is one.level
    and other.description is "${of(values)}" and other is not one
  message "{id} is there twice"`,
]

/** The checklist `bench` with as many items, in the one file that it needs. */
export function generatedChecklist(items: number, quiet: boolean): Source {
  const written = Array.from({ length: items }, (_, index) => item(index, quiet))
  const text = `checklist bench 1.0.0 "Generated for measuring"\n\nsection B "All of them"\n\n${written.join('\n')}`
  return { path: 'bench/bench.checklist', text }
}

function item(index: number, quiet: boolean): string {
  let turn = Math.floor(index / patterns.length)
  const of = (pool: readonly string[]) => {
    const word = pool[(index + turn++) % pool.length] ?? ''
    const isKnown = turn <= pool.length && !quiet
    return isKnown ? word : `${word}_${index}`
  }
  const pattern = patterns[index % patterns.length] as Pattern
  return `item B-${index + 1} "Item ${index + 1}"\n  severity medium\n  ${pattern({ of })}\n`
}
