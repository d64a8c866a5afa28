/** No view of a report hands on the credential that it tells of: reports are stored, uploaded and pasted. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'proviso-concealed-'))
after(() => rmSync(folder, { recursive: true }))

/** Put together here, so that no scanner takes this file for a leak. */
const key = ['9fK2mQ7x', 'Zt4LpW8v', 'Rb6NcY3d'].join('')
const password = 'Tr0ub4dor'
const files: Readonly<Record<string, string>> = {
  '.secrets.example': `ACME_API_KEY=${key}\nACME_PASSWORD=${password}\n`,
  'README.md': `# Acme\n\nSet \`api_key = "${key}"\`, then run\n\n    wodle.py --password ${password}\n`,
  'wodle.py': `import logging\nAPI_KEY = "${key}"\nlogging.info("key %s, password: ${password}", API_KEY)\n`,
}
/** Sentences whose messages quote as much as they can. */
const checklist = `checklist quoting 1.0.0 "What quotes"
section A "A"
item A-01 "No value in a template"
  severity high
  no setting in configuration where file.role is "template" and not placeholder
  message "{key} is {value}"
item A-02 "No secret anywhere"
  severity high
  no secret anywhere where not placeholder
  message "{redacted}"
item A-03 "Nothing is logged"
  severity high
  no output where some argument where position > 0
  message "{callee} is given {argument.text}"
item A-04 "No command"
  severity high
  no command in documentation
  message "{text}"
`
for (const [name, text] of Object.entries({ ...files, 'quoting.checklist': checklist }))
  writeFileSync(join(folder, name), text)

const views = join(folder, 'report')

/** What is written in a format, and what the terminal shows meanwhile. */
function shownAs(format: string): string {
  const options = ['--checklist', join(folder, 'quoting.checklist'), '--format', format, '--output', views]
  const command = [join(root, 'cli/main.ts'), 'check', folder, ...options, '--exit-zero', '--no-cache', '--verbose']
  const terminal = execFileSync(process.execPath, command, { encoding: 'utf8' })
  return `${terminal}\n${readFileSync(views, 'utf8')}`
}

for (const format of ['json', 'sarif']) {
  test(`terminal and ${format}: the findings are there, and the values are not`, () => {
    const shown = shownAs(format)
    for (const item of ['A-01', 'A-02', 'A-03', 'A-04']) assert.match(shown, new RegExp(`FAIL +${item}`))
    for (const value of [key, password]) assert.ok(!shown.includes(value), shown)
  })
}
