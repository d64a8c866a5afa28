/** Recipes of a Makefile, each as the shell gets it. */
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'

/** A rule's lines are each a shell of its own, but those that go on are one. */
export function recipesIn(text: string): readonly MappedText[] {
  const recipes: MappedText[] = []
  let at = 0
  let [isInRule, isInDefinition] = [false, false]
  while (at < text.length) {
    let end = lineEnd(text, at)
    const line = text.slice(at, end)
    while (end < text.length && /\\\r?\n$/.test(text.slice(Math.max(at, end - 3), end))) end = lineEnd(text, end)
    if (/^define\b/.test(line)) isInDefinition = true
    else if (/^endef\b/.test(line)) isInDefinition = false
    else if (line.startsWith('\t') && isInRule && !isInDefinition) recipes.push(recipe(text, at + 1, end))
    else if (/^[^\s#][^=]*:(?!=)/.test(line)) {
      isInRule = true
      const inline = /^[^=]*?:[^=;]*;/.exec(line)?.[0].length
      if (inline !== undefined) recipes.push(recipe(text, at + inline, end))
    } else if (!/^\s*(#|$)/.test(line) && !line.startsWith('\t')) isInRule &&= /^(if|else|endif|-?include)/.test(line)
    at = end
  }
  return recipes
}

/** Without the signs before it; `$(NAME)` is a variable of make, `$$` the dollar sign of the shell. */
function recipe(text: string, start: number, end: number): MappedText {
  const from = start + (/^\s*[-@+\s]*/.exec(text.slice(start, end))?.[0].length ?? 0)
  const builder = new MappedTextBuilder()
  let at = from
  for (const found of text.slice(from, end).matchAll(/\$\$|\$\(([^()$]*)\)/g)) {
    const index = from + found.index
    builder.add(text.slice(at, index), at)
    if (found[0] === '$$') builder.add('$', index + 1)
    else builder.add(variable(found[1]!, found[0].length), index, found[0])
    at = index + found[0].length
  }
  builder.add(text.slice(at, end).trimEnd(), at)
  return builder.build()
}

/** A variable of the shell that is as long; a call of a function is one of which nothing is known. */
const variable = (name: string, length: number): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `\${${name}}` : `\${${'_'.repeat(length - 3)}}`

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end + 1
}
