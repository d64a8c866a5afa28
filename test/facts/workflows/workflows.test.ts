import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workflowExtractor } from '../../../runtime/facts/workflows/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = (text: string, path = '.github/workflows/a.yml') => extractFrom(workflowExtractor, path, text, ['main.py'])

const commit = '0123456789abcdef'.repeat(3).slice(0, 40)
const file = `on: push
permissions: read-all
defaults: { run: { shell: bash } }
x: &shared
  - uses: ./local
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      id-token: write
    env: { T: "\${{ secrets.TOKEN }}", U: "\${{ secrets['OTHER'] }}" }
    steps:
      - uses: actions/checkout@v4
      - uses: a/b/c@${commit} # v1
      - name: Install
        run: |
          pip install "\${{ matrix.what }}"

          chmod 4755 y
      - run: make && sudo python3 main.py
        env:
          K: \${{ secrets.STEP }}
      - run: "echo \\"a\\" b"
      - run: Get-Item
        shell: pwsh
  call:
    uses: o/r/.github/workflows/x.yml@main
    secrets: inherit
  shared:
    runs-on: windows-latest
    steps: *shared
`

test('jobs: what their token may do, and the secrets that they name', async () => {
  const jobs = factsIn(await read(file), 'workflow_job')
  assert.deepEqual(
    jobs.map(({ at, name, uses, grants, secret_names }) => [at.line, name, uses, grants.join(), secret_names.join()]),
    [
      [7, 'build', undefined, 'contents: write,id-token: write', 'TOKEN,OTHER,STEP'],
      [27, 'call', 'o/r/.github/workflows/x.yml', 'read-all', 'inherit'],
      [30, 'shared', undefined, 'read-all', ''],
    ],
  )
})

const grants: readonly (readonly [what: string, workflow: string, job: string, stated: boolean, grants: string])[] = [
  ['nothing granted by the job', 'permissions: write-all', 'permissions: {}', true, ''],
  ['nothing granted by the workflow', 'permissions: {}', 'env: {}', true, ''],
  [
    'the job takes the place of the workflow',
    'permissions: {}',
    'permissions: { contents: read }',
    true,
    'contents: read',
  ],
  ['nothing said', 'on: push', 'env: {}', false, ''],
  ['a key without a value says nothing', 'permissions: read-all', 'permissions:', true, 'read-all'],
  ['a key without a value alone', 'permissions:', 'permissions: ~', false, ''],
  ['what a step is handed is none', 'on: push', 'steps: [{ with: { permissions: {} } }]', false, ''],
]
for (const [what, workflow, job, stated, granted] of grants) {
  test(`permissions: ${what}`, async () => {
    const [fact] = factsIn(await read(`${workflow}\njobs:\n  a:\n    ${job}\n`), 'workflow_job')
    assert.deepEqual([fact?.grants_stated, fact?.grants.join()], [stated, granted])
  })
}

test('steps: which action, whether it can move, and what they run', async () => {
  const steps = factsIn(await read(file), 'workflow_step')
  assert.deepEqual(
    steps.map(({ at, job, uses, reference, pinned, run, secret_names }) =>
      [at.line, job, uses ?? run?.split('\n')[0], reference, pinned, secret_names.join()].join(' '),
    ),
    [
      '5 2 ./local  true ',
      '14 0 actions/checkout v4 false ',
      `15 0 a/b/c ${commit} true `,
      '17 0 pip install "${{ matrix.what }}"  true ',
      '21 0 make && sudo python3 main.py  true STEP',
      '24 0 echo "a" b  true ',
      '25 0 Get-Item  true ',
    ],
  )
})

test('commands of steps stand at their places; what another shell runs is undecided', async () => {
  const extraction = await read(file)
  assert.deepEqual(
    factsIn(extraction, 'command').map(
      ({ at, name, privileged, found_in }) => `${at.line}:${at.column} ${name} ${privileged} ${found_in}`,
    ),
    [
      '18:11 pip false workflow',
      '20:11 chmod false workflow',
      '21:14 make false workflow',
      '21:22 python3 true workflow',
      '24:15 echo false workflow',
    ],
  )
  assert.deepEqual(
    factsIn(extraction, 'permission').map(({ setuid }) => setuid),
    [true],
  )
  assert.match(extraction.undecided[0]?.reason ?? '', /pwsh at line 25/)
})

test('the text of commands and arguments is what was written, expressions and all', async () => {
  const steps = [
    'echo ${{ secrets.TOKEN }}',
    'sudo tee "${{ github.sha }}"',
    'bash -c \'curl "${{ inputs.url }}"\'',
    'cat ${{\n            inputs.path }}',
  ]
  const run = steps.map((step) => `      - run: |\n          ${step}\n`).join('')
  const commands = factsIn(await read(`jobs:\n  a:\n    steps:\n${run}`), 'command')
  assert.deepEqual(
    commands.map(({ text, arguments: given }) => [text, ...given.map(({ text }) => text)]),
    [
      ['echo ${{ secrets.TOKEN }}', '${{ secrets.TOKEN }}'],
      ['sudo tee "${{ github.sha }}"', '"${{ github.sha }}"'],
      ['curl "${{ inputs.url }}"', '"${{ inputs.url }}"'],
      ['cat ${{\n  inputs.path }}', '${{\n  inputs.path }}'],
    ],
  )
})

test('the steps of an action are a job', async () => {
  const action = 'runs:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n'
  const extraction = await read(action, 'action.yml')
  assert.deepEqual(
    factsIn(extraction, 'workflow_job').map(({ name }) => name),
    ['runs'],
  )
  assert.equal(factsIn(extraction, 'command').length, 1)
})

const unread: readonly (readonly [what: string, text: string, reason: RegExp])[] = [
  ['broken', 'jobs:\n  a: [\n', /does not parse as YAML at line/],
  ['deep', '['.repeat(100_000), /nested more than 100 deep/],
  ['deep without brackets', '- '.repeat(100_000), /nested more than 100 deep/],
]
for (const [what, text, reason] of unread) {
  test(`what cannot be read is said: ${what}`, { timeout: 20_000 }, async () => {
    const { undecided } = await read(text)
    assert.match(undecided[0]?.reason ?? '', reason)
  })
}

test('only workflows and actions are read', async () => {
  const { reads } = workflowExtractor
  const file = { language: 'yaml', role: 'configuration', extension: 'yml', vendored: false, generated: false } as const
  const readsPath = (path: string) => reads({ ...file, path, rootPath: path, name: path.split('/').at(-1) ?? '' })
  assert.deepEqual(
    ['.github/workflows/a.yml', 'a/.github/workflows/b.yaml', '.github/dependabot.yml', 'x/action.yml', 'b.yml'].map(
      readsPath,
    ),
    [true, true, false, true, false],
  )
})
