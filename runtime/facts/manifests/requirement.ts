/** Requirements as Python writes them: `name[extra]==1.0; marker`, `name @ https://…`, `git+https://…#egg=name`. */

export interface Requirement {
  readonly name: string
  readonly version?: string
  readonly pinned: boolean
}

const named =
  /^([A-Za-z0-9][\w.-]{0,99})\s*(?:\[[^\]]{0,200}\]\s*)?(?:@\s*(\S+)|\(?((?:(?:===?|~=|!=|[<>]=?)\s*[\w.*+!-]+\s*(?:,\s*)?){0,12})\)?)?\s*(?:[;#].*)?$/
const address = /^(?:(?:git|hg|svn|bzr)\+)?(?:https?|ssh|file|git):\/\/\S+/

export function requirementOf(written: string): Requirement | undefined {
  const text = written.trim()
  if (address.test(text)) {
    const name =
      /[#&]egg=([\w.-]+)/.exec(text)?.[1] ??
      /([\w.-]+?)(?:\.git|-\d[\w.]*\.(?:tar\.gz|whl|zip))?(?:[@#]\S*)?$/.exec(text)?.[1]
    return name === undefined ? undefined : { name, version: text, pinned: isFixedAddress(text) }
  }
  const found = named.exec(text)
  if (found === null) return undefined
  const [, name = '', at, range = ''] = found
  if (at !== undefined) return { name, version: at, pinned: isFixedAddress(at) }
  const version = range.trim().replace(/,$/, '')
  return { name, ...(version === '' ? {} : { version }), pinned: /^={2,3}\s*[^*,\s]+$/.test(version) }
}

/** One file, or one commit. */
const isFixedAddress = (text: string): boolean => /@[0-9a-f]{40}\b|\.(whl|tar\.gz|zip)(#|$)|#sha\d+=/.test(text)
