/** The page of a checklist as one HTML file that needs nothing else: no script, no font, no picture. */
import { styleSheet } from './html-style.ts'
import type { Page, PageItem, PageSection } from './page.ts'
import { headings, material, waiving } from './wording.ts'
import { code as marked, shown } from './words/marks.ts'

export function htmlPage(page: Page): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(page.title)}</title>
<style>
${styleSheet}
</style>
</head>
<body>
<a class="skip" href="#items">Skip to the items</a>
<header>
<h1>${escaped(page.title)}</h1>
<p class="faint"><code>${escaped(page.id)}</code> ${escaped(page.version)}</p>
${paragraphs(page.about)}
<p>${escaped(material)}</p>
</header>
${contents(page)}
<main id="items">
${page.sections.map(section).join('\n')}
${parameters(page)}
${terms(page)}
</main>
</body>
</html>
`
}

function contents({ sections }: Page): string {
  const entries = sections.map(({ heading, items }) => {
    const links = items.map(({ id, title }) => `<li><a href="#${id}">${id}</a> ${escaped(title)}</li>`).join('\n')
    return heading === undefined ? links : `<li>${escaped(heading.title)}\n<ul>\n${links}\n</ul></li>`
  })
  return `<nav aria-label="Items">\n<details>\n<summary>All items</summary>\n<ul>\n${entries.join('\n')}\n</ul>\n</details>\n</nav>`
}

function section({ heading, items }: PageSection): string {
  const articles = items.map((each) => article(each, heading === undefined ? 2 : 3)).join('\n')
  if (heading === undefined) return articles
  return `<section aria-labelledby="section-${heading.id}">\n<h2 id="section-${heading.id}">${escaped(heading.title)}</h2>\n${articles}\n</section>`
}

function article(item: PageItem, level: 2 | 3): string {
  const { id, severity, confidence, was } = item
  const facts = [
    `<span class="severity ${severity}">${severity}</span>`,
    ...(confidence === 'high' ? [] : [`confidence: ${confidence}`]),
    ...(was.length === 0 ? [] : [`formerly ${escaped(was.join(', '))}`]),
  ]
  const part = (title: string, content: string) =>
    content === '' ? '' : `<h${level + 1}>${title}</h${level + 1}>\n${content}`
  return [
    `<article id="${id}" aria-labelledby="title-${id}">`,
    `<h${level} id="title-${id}"><a href="#${id}">${id}</a> ${escaped(item.title)}</h${level}>`,
    `<p class="faint">Severity: ${facts.join(' · ')}</p>`,
    part(
      headings.checks,
      (item.applies === undefined ? '' : `<p>${sentence(item.applies)}</p>\n`) +
        list([...item.checks, ...item.questions].map(sentence)),
    ),
    part(headings.rationale, paragraphs(item.rationale ?? '')),
    part(headings.fixes, list(item.fixes.map(escaped))),
    part(headings.waive, list(waiving(item, marked).map(sentence))),
    part(
      headings.references,
      list(item.references.map(({ text, url }) => (url === undefined ? escaped(text) : link(url, text)))),
    ),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function parameters({ parameters: all }: Page): string {
  if (all.length === 0) return ''
  const rows = all.map(({ name, type, value, about }) => {
    const cells = [code(JSON.stringify(value)), type, escaped(about)].map((cell) => `<td>${cell}</td>`)
    return `<tr><th scope="row">${code(name)}</th>${cells.join('')}</tr>`
  })
  const head = ['name', 'value', 'type', 'what it is'].map((name) => `<th scope="col">${name}</th>`).join('')
  return `<section aria-labelledby="parameters">\n<h2 id="parameters">${headings.parameters}</h2>\n<div class="wide"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>\n</section>`
}

function terms({ terms: all }: Page): string {
  if (all.length === 0) return ''
  const entries = all.map(
    ({ name, meanings }) =>
      `<dt id="${termId(name)}">${escaped(name)}</dt>\n${meanings.map((each) => `<dd>${sentence(each)}</dd>`).join('\n')}`,
  )
  return `<section aria-labelledby="words">\n<h2 id="words">${headings.terms}</h2>\n<dl>\n${entries.join('\n')}\n</dl>\n</section>`
}

const list = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</ul>`

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => (paragraph.trim() === '' ? [] : [`<p>${escaped(paragraph.trim())}</p>`]))
    .join('\n')

const sentence = (text: string): string =>
  shown(text, {
    text: escaped,
    term: (words) => `<a class="term" href="#${termId(words)}">${escaped(words)}</a>`,
    code,
  })

const termId = (name: string): string => `word-${name.replace(/[^A-Za-z0-9]+/g, '-')}`

const code = (text: string): string => `<code>${escaped(text)}</code>`

const link = (url: string, text: string): string => `<a href="${escaped(url)}">${escaped(text)}</a>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
