import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taskExtractor } from '../../../runtime/facts/tasks/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = (path: string, text: string) => extractFrom(taskExtractor, path, text, ['main.py', 'bin/main.py'])
const commands = async (path: string, text: string) =>
  factsIn(await read(path, text), 'command').map(
    ({ at, name, user, found_in, starts_integration }) =>
      `${at.line}:${at.column} ${name} ${user} ${found_in}${starts_integration ? ' starts' : ''}`,
  )

test('recipes of a Makefile', async () => {
  const text = `PYTHON := python3
install: deps
\t@-pip install \\
\t\t$(PACKAGES)
\tfor f in $$FILES; do chmod 4755 $$f; done

ifdef X
run: ; $(PYTHON) main.py
endif
define HELP
\tno command
endef
VALUE = a:b
\tnot in a rule
`
  assert.deepEqual(await commands('Makefile', text), [
    '3:4 pip undefined script',
    '5:23 chmod undefined script',
    '8:8 ${PYTHON} undefined script starts',
  ])
})

test('the text of a recipe is what was written, not what the shell gets for it', async () => {
  const text = 'install:\n\tcp $(shell cat list.txt) $(TO)\n'
  const found = factsIn(await read('Makefile', text), 'command')
  assert.deepEqual(
    found.map(({ text, arguments: given }) => [text, ...given.map(({ text }) => text)]),
    [['cp $(shell cat list.txt) $(TO)', '$(shell cat list.txt)', '$(TO)']],
  )
})

test('lines of crontabs, with the user where the system names one', async () => {
  const text = `# comment
SHELL=/bin/bash
*/5 * * * mon-fri root cd /x && python3 main.py % input
@daily guard /opt/x/main.py >/dev/null 2>&1
`
  assert.deepEqual(await commands('cron.d/guard', text), [
    '3:24 cd root cron',
    '3:33 python3 root cron starts',
    '4:14 main.py guard cron starts',
  ])
  assert.deepEqual(await commands('crontab', '0 0 * * * python3 main.py\n'), ['1:11 python3 undefined cron starts'])
  const { undecided } = await read('crontab', '0 0 * * * a\nwhat is this\n')
  assert.match(undecided[0]?.reason ?? '', /at line 2/)
})

const services: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['[Service]\nExecStart=-/usr/bin/python3 \\\n  main.py\n', ['2:12 python3 root unit starts']],
  ['[Service]\nUser=guard\nExecStartPre=!mkdir x\n', ['3:15 mkdir guard unit']],
  ['[Service]\nDynamicUser=yes\nExecStart=x\n', ['3:11 x undefined unit']],
  ['[Service]\nUser=%i\nExecStart=x\n', ['3:11 x undefined unit']],
  ['[Unit]\nExecStart=x\n', []],
]
for (const [text, expected] of services) {
  test(`a service: ${JSON.stringify(text)}`, async () => {
    assert.deepEqual(await commands('a.service', text), expected)
  })
}

test('other files are not read', async () => {
  assert.deepEqual(await commands('a.timer', '[Service]\nExecStart=x\n'), [])
})

const hostile = ['\t', 'a:\n\t', '\\\n', '$(', '$$', '* ', 'a:', '@daily ', '[Service]\nExecStart=']
for (const piece of hostile) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 20_000 }, async () => {
    for (const path of ['Makefile', 'crontab', 'a.service']) {
      assert.ok(await read(path, piece.repeat(20_000)))
      assert.ok(await read(path, `a:\n\t${piece.repeat(20_000)}`))
    }
  })
}
