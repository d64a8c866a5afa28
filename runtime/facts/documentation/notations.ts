/**
 * Other notations for documents, rewritten into one that is read here. Every character stays at its offset: marks become
 * other marks, or blanks.
 *
 *     org        ** Title                     ## Title
 *                #+BEGIN_SRC sh               ```         sh
 *     AsciiDoc   // a comment
 *     HTML       <h2>Title</h2>               ⏎## Title⏎
 */

/** Org mode, as Markdown. */
export function orgAsMarkdown(text: string): string {
  return text
    .replace(
      /^([ \t]*)#\+begin_(?:src|example)\b/gim,
      (whole, space: string) => `${space}${padded('```', whole, space)}`,
    )
    .replace(/^([ \t]*)#\+end_(?:src|example)\b/gim, (whole, space: string) => `${space}${padded('```', whole, space)}`)
    .replace(/^[ \t]*#(?:\+[^\n]*|[ \t][^\n]*)?$/gm, blank)
    .replace(/^(\*{1,6})(?= )/gm, (stars) => '#'.repeat(stars.length))
    .replace(/^[ \t]*\|[-+]+\|?[ \t]*$/gm, (rule) => rule.replaceAll('+', '|'))
    .replace(/(^|[\s(])([~=])([^\s~=][^~=\n]{0,200})\2(?=[\s.,;:!?)]|$)/gm, '$1`$3`')
}

const padded = (mark: string, whole: string, space: string): string => mark.padEnd(whole.length - space.length)

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ')

/** AsciiDoc without what shows nothing: comments, attributes of the document and of blocks. */
export function plainAsciiDoc(text: string): string {
  return text
    .replace(/^\/{4,}[ \t]*\n(?:(?!\/{4,})[^\n]{0,2000}\n){0,500}\/{4,}[ \t]*$/gm, blank)
    .replace(/^\/\/(?!\/)[^\n]*$/gm, blank)
    .replace(/^:!?[\w-]{1,60}!?:(?: [^\n]*)?$/gm, blank)
    .replace(/^\[(?!source\b)[^\][\n]{0,200}\][ \t]*$/gm, blank)
}

/** Elements that hold nothing to read. */
const silent = /<!--[\s\S]*?(?:-->|$)|<(script|style|head|svg|nav)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const preformatted = /<pre\b[^<>]*>([\s\S]*?)(?:<\/pre\s*>|$)/gi
const block =
  /<\/?(?:p|div|ul|ol|li|table|thead|tbody|tr|td|th|section|article|header|footer|main|blockquote|br|hr|dl|dt|dd|body|html)\b[^<>]{0,500}>/gi

/** HTML, as Markdown: headings, blocks of code, inline code; all else are paragraphs. */
export function htmlAsMarkdown(text: string): string {
  const read = text.replace(silent, (whole) => ' '.repeat(whole.length))
  const parts: string[] = []
  let at = 0
  for (const match of read.matchAll(preformatted)) {
    const [whole, code = ''] = match
    parts.push(flow(read.slice(at, match.index)), codeBlock(whole, code))
    at = match.index + whole.length
  }
  return parts.join('') + flow(read.slice(at))
}

/** The tags around become the fence, those within vanish. */
function codeBlock(whole: string, code: string): string {
  const start = whole.indexOf('>') + 1
  const language = /^\s*<code[^<>]{0,200}\blanguage-([\w+#-]{1,20})/i.exec(code)?.[1] ?? ''
  const opening = `\n\`\`\`${language.length + 5 <= start ? language : ''}`.padEnd(start - 1)
  const closing = whole.length - start - code.length
  const content = code.replace(/<[^<>]{0,500}>/g, (tag) => ' '.repeat(tag.length))
  return `${opening}\n${content}${closing === 0 ? '' : '\n```'.padEnd(closing - 1)}${closing === 0 ? '' : '\n'}`
}

/** Line ends mean nothing between tags; what is white around a block must not indent it. */
function flow(text: string): string {
  return text
    .replace(/[\r\n\t]/g, ' ')
    .replace(/<h([1-6])\b[^<>]{0,500}>\s*/gi, (tag, level: string) =>
      `${level === '1' ? '#' : '##'} `.padStart(tag.length, '\n'),
    )
    .replace(/<\/h[1-6]\s*>/gi, (tag) => '\n'.repeat(tag.length))
    .replace(block, (tag) => '\n'.repeat(tag.length))
    .replace(/<code\b[^<>]{0,200}>/gi, (tag) => '`'.padStart(tag.length))
    .replace(/<\/code\s*>/gi, (tag) => '`'.padEnd(tag.length))
    .replace(/\s+/g, (space) => (space.includes('\n') ? '\n'.repeat(space.length) : space))
    .replace(/^ +/, (space) => '\n'.repeat(space.length))
}
