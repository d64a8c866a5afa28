import assert from 'node:assert/strict'
import { test } from 'node:test'
import { containerExtractor } from '../../../runtime/facts/containers/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = (text: string) => extractFrom(containerExtractor, 'Dockerfile', text, ['main.py'])

const file = `# syntax=docker/dockerfile:1
ARG BASE=python:3
FROM \${BASE} AS build
ENV HTTP_PROXY=http://p.corp:1 B="x y"
ENV TOKEN <token>
RUN --mount=type=cache,target=/c apt-get update && \\
    # pip install commented
    pip install requests
RUN <<-EOF
\tchmod 4755 /x
\tEOF
from build
USER guard:guard
# http://comment.test
ENTRYPOINT ["python3", "main.py", "a b"]
CMD ["sh", "-c", "./main.py -v"]
COPY --from=build <<X /etc/
RUN is no instruction here
X
ONBUILD RUN make
`

test('instructions over several lines, with stages and documents within', async () => {
  assert.deepEqual(
    factsIn(await read(file), 'container_instruction').map(
      ({ at, name, arguments: given, stage }) => `${at.line}-${at.endLine} ${stage} ${name} ${given.join(' ')}`,
    ),
    [
      '2-2 0 ARG BASE=python:3',
      '3-3 0 FROM ${BASE} AS build',
      '4-4 0 ENV HTTP_PROXY=http://p.corp:1 B="x y"',
      '5-5 0 ENV TOKEN <token>',
      '6-8 0 RUN --mount=type=cache,target=/c apt-get update && pip install requests',
      '9-9 0 RUN <<-EOF',
      '12-12 1 FROM build',
      '13-13 1 USER guard:guard',
      '15-15 1 ENTRYPOINT python3 main.py a b',
      '16-16 1 CMD sh -c ./main.py -v',
      '17-17 1 COPY --from=build <<X /etc/',
      '20-20 1 RUN make',
    ],
  )
})

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const bases: Readonly<Record<string, readonly string[]>> = {
  'FROM python': ['python - - -'],
  'FROM --platform=linux/amd64 python:3.12-slim as Build': ['python 3.12-slim - Build'],
  [`FROM python:3@${digest} AS a`]: [`python 3 ${digest} a`],
  [`FROM localhost:5000/team/python@${digest}`]: [`localhost:5000/team/python - ${digest} -`],
  'FROM registry.test:5000/python': ['registry.test:5000/python - - -'],
  'FROM scratch': ['- - - -'],
  'FROM a:1 AS Build\nFROM build AS c\nFROM C': ['a 1 - Build', '- - - c', '- - - -'],
  'FROM build\nFROM x AS build': ['build - - -', 'x - - build'],
  [`ARG DIGEST=${digest}\nARG BASE=python:3\nFROM $BASE@\${DIGEST}`]: [`python 3 ${digest} -`],
  'ARG V=3\nFROM python:${V:-2}\nFROM python:${W:-2}\nFROM python${V:+:1}\nFROM python${W:+:1}': [
    'python 3 - -',
    'python 2 - -',
    'python 1 - -',
    'python - - -',
  ],
  'ARG BASE\nFROM ${BASE} AS a': ['${BASE} - - a'],
  'FROM a\nARG V=3\nFROM python:$V': ['a - - -', 'python $V - -'],
}
for (const [text, expected] of Object.entries(bases)) {
  test(`what a stage begins with: ${JSON.stringify(text)}`, async () => {
    const found = factsIn(await read(`${text}\nRUN x as y\n`), 'container_instruction')
    const shown = found.map(({ image, tag, digest: fixed, stage_name }) =>
      [image, tag, fixed, stage_name].map((each) => each ?? '-').join(' '),
    )
    assert.deepEqual(
      shown.filter((_, i) => found[i]?.name === 'FROM'),
      expected,
    )
    assert.equal(shown.at(-1), '- - - -')
  })
}

test('commands stand at their places, whatever form they have', async () => {
  const extraction = await read(file)
  assert.deepEqual(
    factsIn(extraction, 'command').map(
      ({ at, text, found_in, starts_integration }) =>
        `${at.line}:${at.column} ${found_in} ${starts_integration} ${text}`,
    ),
    [
      '6:34 container false apt-get update',
      '8:5 container false pip install requests',
      '10:2 container false chmod 4755 /x',
      "15:14 container true python3 main.py 'a b'",
      '16:19 container true ./main.py -v',
      '20:13 container false make',
    ],
  )
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ setuid, path_text }) => [setuid, path_text]),
    [[true, '/x']],
  )
  assert.deepEqual(extraction.undecided, [])
})

test('variables are settings; addresses in comments are none', async () => {
  const extraction = await read(file)
  assert.deepEqual(
    factsIn(extraction, 'setting').map(({ at, key, value, placeholder }) => [at.line, key, value, placeholder]),
    [
      [2, 'BASE', 'python:3', false],
      [4, 'HTTP_PROXY', 'http://p.corp:1', false],
      [4, 'B', 'x y', false],
      [5, 'TOKEN', '<token>', true],
    ],
  )
  assert.deepEqual(
    factsIn(extraction, 'url').map(({ host }) => host),
    ['p.corp'],
  )
})

test('as root only where it is said; a shell that is not read is undecided', async () => {
  const [first, second] = factsIn(await read('FROM a\nRUN x\nUSER root\nRUN y\n'), 'command')
  assert.deepEqual([first?.privileged, second?.privileged], [false, true])
  const other = await read('FROM a\nSHELL ["powershell", "-command"]\nRUN Get-Item\n')
  assert.match(other.undecided[0]?.reason ?? '', /powershell at line 3/)
})

test('the sign of a line that goes on can be set', async () => {
  const instructions = factsIn(await read('# escape=`\nFROM a\nRUN x `\n y\\\nRUN z\n'), 'container_instruction')
  assert.deepEqual(
    instructions.map(({ at }) => [at.line, at.endLine]),
    [
      [2, 2],
      [3, 4],
      [5, 5],
    ],
  )
})

test('what is no instruction is said', async () => {
  const { undecided } = await read('FROM a\nRUM b\n')
  assert.match(undecided[0]?.reason ?? '', /no instruction, from line 2 on/)
})

const hostile = ['RUN ', '\\\n', 'RUN <<E\n', 'ENV a=', '"', '["', 'RUN a \\\n#\n', '--a ', '<<A ']
for (const piece of hostile) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 20_000 }, async () => {
    assert.ok(await read(`FROM a\nRUN ${piece.repeat(20_000)}`))
    assert.ok(await read(piece.repeat(20_000)))
  })
}
