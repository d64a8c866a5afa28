/** Sentences that are right though few people would write them so: nothing is said of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldOf } from '../support/newcomers.ts'

/** What stands in an item, by what is unusual in it. */
const sentences: Readonly<Record<string, string>> = {
  'dockerfile scope': `  no url in "Dockerfile" where scheme is "http"`,
  'dotfile scope': `  no url in ".github/**" where scheme is "http"`,
  'pattern with slash class': `  no file where path matches /^src[/]lib/`,
  'escaped slash': `  no file where path matches /^src\\/lib\\/x/i`,
  'two patterns in a row': `  no file where (path matches /a/ or path matches /b/) and not binary`,
  'glob with brackets': `  no file where path like "app/[[]slug[]]/*.tsx"`,
  'path glob star dot': `  no file where name like "settings.*"`,
  'size zero': `  no file where size is 0`,
  'size above zero': `  no file where size > 0 and setuid`,
  'see path': `  see "docs/tls.md", "https://example.org/a(b)"
  no url where local`,
  'see rfc urn': `  see "urn:ietf:rfc:8446"
  no url where local`,
  'dollar in message': `  no url where local
  message "costs $5 and $HOME, {text}"`,
  'like with parentheses': `  no call where text like "print(*)"`,
  'like with pipe': `  no command where text like "curl * | sh*"`,
  'like dollar': `  no command where text like "$HOME/*"`,
  'receiver call in parentheses': `  no call where callee like "(x).*"`,
  'callee of unknown': `  no call where callee is "(x).get"`,
  'uses local': `  no workflow_step where uses is "./.github/actions/a"`,
  'uses pattern': `  no workflow_step where uses is present and uses matches /^actions\\/checkout$/`,
  'path at top': `  no file where path is ".env"`,
  'file access path': `  no file_access where path is "state.json"`,
  'extension pattern': `  no file where extension matches /^(py|sh)$/`,
  'scheme pattern': `  no url where scheme matches /^https?$/`,
  'only names of fields like words': `  no call where callee is "only" or name is "between"`,
  'setting below zero': `  no setting where value < 0`,
  'message starts a line in a continued sentence': `  no url where scheme is "http"
    and not local
    and role is not "identifier"
  message "m"`,
  'list over lines': `  no call where callee is among [
    "eval",
    "exec"
  ]`,
  'or in quantifier': `  no call where (some argument where name is "shell") or callee is "os.system"`,
}

for (const [name, clauses] of Object.entries(sentences))
  test(`nothing to tell: ${name}`, () => {
    const message = /message|review/.test(clauses) ? '' : '  message "m"\n'
    const text = `checklist sample 1.0.0 "Sample"\nitem A-1 "Title"\n  severity high\n${clauses}\n${message}`
    assert.deepEqual(
      toldOf(text).diagnostics.map((diagnostic) => diagnostic.message),
      [],
    )
  })
