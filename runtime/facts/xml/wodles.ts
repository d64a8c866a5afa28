/**
 * The programs that Wazuh starts by itself, as its configuration names them:
 *
 *     <wodle name="command">
 *       <command>/var/ossec/wodles/acme/fetch.sh -a</command>
 *     </wodle>
 */
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'

const opening = /<wodle\b[^<>]{0,200}>/g
const command = /<command>[^\S\n]*([^<>\n]{1,1000}?)[^\S\n]*<\/command>/

/** How far behind its opening tag the command of a wodle may stand. */
const longestWodle = 4_000

/** The command lines; their offsets lead to those that `text` leads to. What is commented out starts nothing. */
export function wodleCommandsIn(text: MappedText): readonly MappedText[] {
  const written = text.text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/\S/g, ' '))
  return [...written.matchAll(opening)].flatMap(({ 0: tag, index }): readonly MappedText[] => {
    const start = index + tag.length
    const close = written.indexOf('</wodle', start)
    const body = written.slice(start, Math.min(close < 0 ? written.length : close, start + longestWodle))
    const found = command.exec(body)
    if (found?.[1] === undefined) return []
    const builder = new MappedTextBuilder()
    builder.add(found[1], start + found.index + found[0].indexOf(found[1], '<command>'.length))
    return [builder.build(text)]
  })
}
