/** Texts of the facts that are always written in one way: another text is never equal to them. */
interface Form {
  readonly pattern: RegExp
  readonly says: string
  /** The text in that way, where it can be told. */
  readonly meant: (text: string) => string
  /** Characters that no such text has. */
  readonly never?: string
}

const modes: Form = {
  pattern: /^[0-7]{4}$/,
  says: 'four octal digits, such as "0640"',
  meant: (text) => (/^(0o)?[0-7]{1,4}$/.test(text) ? text.replace(/^0o/, '').padStart(4, '0') : bitsOf(text)),
}

/** Where a file lies in the scanned folder. */
const paths: Form = {
  pattern: /^(?!\/)(?!.*\/$)(?!.*\/\/)(?!(.*\/)?\.{1,2}(\/|$))/,
  says: 'a path from the scanned folder, such as "src/main.py"',
  meant: (text) =>
    text
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
}

/** By the name of the field; the schema says it in the sentence of the field. */
const forms: Readonly<Record<string, Form>> = {
  mode: modes,
  path: paths,
  scheme: lowerCase('the scheme in small letters, without ":"', (text) => text.replace(/:(\/\/)?$/, '')),
  extension: {
    never: '.*/',
    pattern: /^[^.*/]+$/,
    says: 'what follows the dot, without the dot',
    meant: (text) => text.replace(/^\*?\.+/, ''),
  },
  uses: {
    never: '@',
    pattern: /^[^@]*$/,
    says: 'the action without what stands behind "@", which is its reference',
    meant: (text) => text.replace(/@.*$/, ''),
  },
  callee: {
    pattern: /^(?!.*\w\([^()]*\)$)/,
    says: 'the name that is called, without parentheses',
    meant: (text) => text.replace(/\([^()]*\)$/, ''),
  },
}

function lowerCase(says: string, clean: (text: string) => string): Form {
  return { never: ':/', pattern: /^[^A-Z:]*$/, says, meant: (text) => clean(text).toLowerCase() }
}

/**
 * Undefined where a glob may match the path of a file. A leading slash is no mistake there: it says that the path is
 * meant from the top.
 */
export function pathMisfit(glob: string): Misfit | undefined {
  const path = glob.replace(/^\//, '')
  if (path === '' || paths.pattern.test(path)) return undefined
  const meant = paths.meant(path.endsWith('/') ? `${path}**` : path)
  return {
    says: `${paths.says}, or "src/**" for all of a folder`,
    meant: paths.pattern.test(meant) ? meant : undefined,
  }
}

/** `rw-r-----` as its digits. */
function bitsOf(text: string): string {
  const bits = /^-?([r-][w-][x-]){3}$/.test(text) ? text.slice(-9).replace(/[rwx]/g, '1').replaceAll('-', '0') : ''
  return bits === '' ? text : Number.parseInt(bits, 2).toString(8).padStart(4, '0')
}

/**
 * A text that a field of this name never has as a part; undefined where it may. Of a pattern only a literal character
 * counts that every match needs.
 */
export function partMisfit(name: string, part: string): Misfit | undefined {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  const never = form?.never ?? ''
  const isNever = form !== undefined && [...part].some((character) => never.includes(character))
  return isNever ? { says: form.says, meant: undefined } : undefined
}

/** The characters that every match of a pattern has, as far as they are seen at a glance. */
export function neededBy(source: string): string {
  if (/[|()]/.test(source.replaceAll(/\\./g, ''))) return ''
  const plain = source
    .replaceAll(/\[(?:\\.|[^\]])*\]|\\[a-zA-Z]/g, '.')
    .replaceAll(/(?:\\.|[^\\])(?:[*?]|\{[^}]*\})/g, '')
  return [...plain.matchAll(/\\(\W)|([^\\.^$+])/g)].map(([, escaped, literal]) => escaped ?? literal).join('')
}

export interface Misfit {
  readonly says: string
  /** Undefined where nobody can tell. */
  readonly meant: string | undefined
}

/** Undefined where a field of this name may well have this text. */
export function misfit(name: string, text: string): Misfit | undefined {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (form === undefined || form.pattern.test(text)) return undefined
  const meant = form.meant(text)
  return { says: form.says, meant: form.pattern.test(meant) && meant !== '' ? meant : undefined }
}
