/**
 * Where a value comes from, as far as one file tells. A term is an origin, and says what other functions and modules decide:
 * those are put in when all files were read.
 *
 *     token = load("KEY")          call load,  open: what `load` gives, called there
 *     def send(token): token       parameter,  open: of `send`
 *     settings.TOKEN               global,     open: what the module `settings` binds to it
 *     open(path).read()            file,       open: what its path is asked by
 */
import type { RecordFact } from '../../../compiler/index.ts'

export type Origin = RecordFact<'origin'>

/** A key of a mapping or a sequence: "id", "0"; an attribute with a dot before: ".token"; undefined for any of them. */
export type Key = string | undefined

/** What is taken out of a value, the outermost key first. */
export type Path = readonly Key[]

/** Deeper parts of a value are taken for the whole part above them. */
export const deepestPath = 3

/** More sources than this of one value, and it comes from anywhere. */
export const mostTerms = 16

/** `held` by an object that foreign code made: a client knows its key, and what its methods answer is not the key. */
export type Term = Origin & {
  readonly open?: Open
  readonly held?: true
  /** How many sequences stand around it: what is taken out of these is the term itself. */
  readonly within?: number
}

/** The key of what a method answers, among the parts of the object that it is called on. */
export const answerOf = (method: string): string => `.${method}()`
const isAnswer = (key: Key): boolean => key?.endsWith('()') === true && key.startsWith('.')
export const isOfAnswer = (path: Path): boolean => path.some(isAnswer)
export const withoutAnswers = (path: Path): Path => (isOfAnswer(path) ? path.filter((key) => !isAnswer(key)) : path)

/** `file` is the path of the file whose nodes are meant, so that terms may travel between files. */
export type Open =
  | {
      readonly kind: 'parameter'
      readonly file: string
      /** The node of the function. */
      readonly function: number
      readonly name: string
      readonly path: Path
    }
  /** What a call of a function or class of the repository gives; `unsure` where it may be one of something else. */
  | {
      readonly kind: 'result'
      readonly file: string
      readonly call: number
      readonly path: Path
      readonly unsure: boolean
    }
  /** The exceptions that it raises. */
  | { readonly kind: 'raised'; readonly file: string; readonly call: number; readonly path: Path }
  /** What a module of the repository binds to a name. */
  | { readonly kind: 'global'; readonly name: string; readonly path: Path }
  /**
   * A file by its path, a variable of the environment by its name, as far as others decide them. What is read from a file
   * is an alert if it is parsed, and its path is the first argument of the program.
   */
  | { readonly kind: 'source'; readonly asked: readonly Term[]; readonly parsed: boolean }

/** A key that no code has: what is found under it may stand under any other than the known ones. */
export const otherKey = '\u0000'

/** Attributes by which an answer, or an exception, tells how things went, and not what was sent. */
const statusAttributes = new Set([
  '.status_code',
  '.status',
  '.ok',
  '.reason',
  '.code',
  '.errno',
  '.elapsed',
  '.getcode',
])
/** Attributes that are the answer itself. */
const bodyAttributes = new Set(['.text', '.content', '.body', '.data', '.raw', '.stdout'])

/** What a part of a value comes from; undefined where it reveals nothing of the value. */
export function partOf(term: Term, path: Path): Term | undefined {
  const [key, ...deeper] = path
  const { open } = term
  if (path.length === 0 || key === otherKey) return term
  if (term.within !== undefined && isOfSequence(key)) return partOf(unwrapped(term, term.within), deeper)
  if (term.held && isOfAnswer(path)) return undefined
  if (open !== undefined && open.kind !== 'source') {
    const all = [...open.path, ...path]
    // A key that is not followed still says that it is a part.
    const isCut = all.slice(deepestPath).some((step) => step !== undefined)
    return { ...term, whole: term.whole && !isCut, open: { ...open, path: all.slice(0, deepestPath) } }
  }
  if (isOfAnswer(path)) return partOf(term, withoutAnswers(path))
  switch (term.form) {
    case 'environment':
      return key !== undefined && term.name === undefined && open === undefined ? { ...term, name: key } : term
    case 'command_line':
      return key === undefined
        ? { ...term, whole: false }
        : { ...term, name: key.startsWith('.') ? key.slice(1) : `${listOf(term)}[${key}]` }
    case 'setting': {
      const named = path.findLast((step) => step !== undefined)
      return named === undefined ? term : { ...term, name: named.replace(/^\./, '') }
    }
    case 'file': {
      // What stands in a file under a key is known by the key; the file itself by where it is opened.
      const named = path.findLast((step) => step !== undefined && !/^(\.|\d+$)/.test(step))
      return named === undefined ? narrowed(term, path) : { ...narrowed(term, path), name: named }
    }
    case 'response':
      if (key !== undefined && statusAttributes.has(key)) return undefined
      if (key !== undefined && bodyAttributes.has(key)) return partOf(term, deeper)
      return narrowed(term, path)
    case 'exception':
      return key !== undefined && statusAttributes.has(key) ? undefined : narrowed(term, path)
    case 'literal':
      return undefined
    default:
      return narrowed(term, path)
  }
}

const isOfSequence = (key: Key): boolean => key === undefined || /^\d+$/.test(key)

function unwrapped({ within: _, ...term }: Term, within: number): Term {
  return within > 1 ? { ...term, within: within - 1 } : term
}

/** The list of the words of the command line, as the language calls it. */
const listOf = ({ name }: Term): string => (name === 'process.argv' ? name : 'sys.argv')

/** An element of a list is as whole as the list; what stands under a key is a part. */
const narrowed = (term: Term, path: Path): Term => (path.at(-1) === undefined ? term : { ...term, whole: false })

export const pathText = (path: Path): string => path.map((key) => key ?? '*').join('/')
