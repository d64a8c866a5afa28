/** Each setting of `.git/config` by which git would start a program, planted in a repository: nothing is started. */
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractFacts } from '../../../runtime/facts/index.ts'
import { repository, temporaryFolder } from '../frame/repositories.ts'

const outside = temporaryFolder()
const marker = join(outside, 'ran')
const program = join(outside, 'planted.sh')
writeFileSync(program, `#!/bin/sh\ntouch "${marker}"\n`)
chmodSync(program, 0o755)
writeFileSync(join(outside, 'included'), `[core]\n\tfsmonitor = ${program}\n`)

const root = repository({ 'a.py': 'import os\n', '.gitattributes': '* filter=x diff=x merge=x\n' })

/** Section and name, with what is set. */
const settings: readonly (readonly [section: string, name: string, value: string])[] = [
  ...['alternateRefsCommand', 'askPass', 'editor', 'fsmonitor', 'gitProxy', 'pager', 'sshCommand'].map(
    (name) => ['core', name, program] as const,
  ),
  ['core', 'hooksPath', outside],
  ['core', 'worktree', outside],
  ['include', 'path', join(outside, 'included')],
  ['includeIf "gitdir:/"', 'path', join(outside, 'included')],
  ['alias', 'ls-files', `!${program}`],
  ['alias', 'status', `!${program}`],
  ['browser "x"', 'cmd', program],
  ['credential', 'helper', `!${program}`],
  ['credential "https://example.invalid"', 'helper', program],
  ['diff', 'external', program],
  ['diff "x"', 'command', program],
  ['diff "x"', 'textconv', program],
  ['difftool "x"', 'cmd', program],
  ['filter "x"', 'clean', program],
  ['filter "x"', 'process', program],
  ['filter "x"', 'smudge', program],
  ['gpg', 'program', program],
  ['gpg "ssh"', 'program', program],
  ['gpg "ssh"', 'defaultKeyCommand', program],
  ['gpg "x509"', 'program', program],
  ['guitool "x"', 'cmd', program],
  ['init', 'templateDir', outside],
  ['instaweb', 'httpd', program],
  ['interactive', 'diffFilter', program],
  ['man "x"', 'cmd', program],
  ['merge "x"', 'driver', program],
  ['mergetool "x"', 'cmd', program],
  ['pager', 'ls-files', program],
  ['pager', 'status', program],
  ['receive', 'procReceiveRefs', program],
  ['remote "origin"', 'receivepack', program],
  ['remote "origin"', 'uploadpack', program],
  ['remote "origin"', 'url', `ext::${program}`],
  ['remote "origin"', 'vcs', program],
  ['sendemail', 'smtpServer', program],
  ['sequence', 'editor', program],
  ['submodule "x"', 'update', `!${program}`],
  ['tar "x"', 'command', program],
  ['trailer "x"', 'cmd', program],
  ['trailer "x"', 'command', program],
  ['uploadpack', 'packObjectsHook', program],
  ['url "ext::sh"', 'insteadOf', 'https://example.invalid'],
  ['web', 'browser', program],
]

const hooks = join(root, '.git/hooks')
mkdirSync(hooks, { recursive: true })
for (const hook of [
  'fsmonitor-watchman',
  'post-checkout',
  'post-index-change',
  'pre-commit',
  'reference-transaction',
]) {
  writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch "${marker}"\n`, { mode: 0o755 })
}

for (const [section, name, value] of settings) {
  test(`[${section}] ${name}`, async () => {
    writeFileSync(join(root, '.git/config'), `[core]\n\tbare = false\n[${section}]\n\t${name} = "${value}"\n`)
    const { document, scan } = await extractFacts(root, undefined)
    assert.deepEqual(
      document.file?.map(({ path, tracked }) => [path, tracked]),
      [
        ['.gitattributes', true],
        ['a.py', true],
      ],
    )
    assert.equal(scan.root, root)
    assert.equal(existsSync(marker), false)
  })
}

test('nothing was written beside the tree either', () => {
  assert.deepEqual(readdirSync(outside).sort(), ['included', 'planted.sh'])
})
