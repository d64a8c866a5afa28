/** Files of requirements, for pip. */
import { type FoundDependency, type FoundManifest, isDevelopment } from './manifest.ts'
import { requirementOf } from './requirement.ts'

export function readRequirements(text: string, name: string): FoundManifest {
  const scope = isDevelopment(name) ? 'development' : /build/i.test(name) ? 'build' : 'runtime'
  const dependencies: FoundDependency[] = []
  let trouble: FoundManifest['trouble']
  for (const { start, end } of logicalLines(text)) {
    const line = text.slice(start, end).replace(/\\\r?\n/g, (joint) => ' '.repeat(joint.length))
    const option = /^\s*(?:-e|--editable)[\s=]+/.exec(line)?.[0] ?? ''
    const written = line.slice(option.length).replace(/(^|\s)#.*$|\s--[a-z-]+[= ].*$/g, '')
    if (written.trim() === '' || /^\s*-/.test(written)) continue
    const requirement = requirementOf(written)
    const from = start + option.length + (written.length - written.trimStart().length)
    const to = start + option.length + written.trimEnd().length
    if (requirement !== undefined) dependencies.push({ ...requirement, scope, start: from, end: to })
    // A folder of the repository itself, or a file in it, is no dependency.
    else if (!/^[./]|^\w[\w.-]*\//.test(written.trim()))
      trouble ??= { what: 'holds a line that is no requirement', start }
  }
  return { ecosystem: 'pypi', locked: /^(constraints|.*\.lock)/i.test(name), dependencies, trouble }
}

function* logicalLines(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0
  while (start < text.length) {
    let end = lineEnd(text, start)
    while (text[end - 1] === '\\' && end < text.length) end = lineEnd(text, end + 1)
    yield { start, end }
    start = end + 1
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}
