import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestExtractor } from '../../../runtime/facts/manifests/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const show = async (path: string, text: string) => {
  const extraction = await extractFrom(manifestExtractor, path, text)
  const [manifest] = factsIn(extraction, 'manifest')
  if (manifest === undefined) return ['no manifest']
  return [
    `${manifest.ecosystem}${manifest.locked ? ' locked' : ''}`,
    ...factsIn(extraction, 'dependency').map(
      ({ at, name, version, pinned, scope }) =>
        `${at.line}:${at.column} ${name} ${version ?? '-'}${pinned ? ' pinned' : ''} ${scope}`,
    ),
    ...extraction.undecided.map(({ reason }) => `undecided: ${reason}`),
  ]
}

const rows: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
  [
    'requirements.txt',
    `# comment
-r other.txt
requests==2.31.0  # why
  urllib3[socks] >=1.21.1, <3 ; python_version < "3"
PyYAML
flask==2.*
a @ https://x.test/a-1.0-py3-none-any.whl
git+https://github.com/o/pkg.git@0123456789012345678901234567890123456789#egg=pkg
-e ./local
b==1.0 \\
    --hash=sha256:abc
what is this
`,
    [
      'pypi',
      '3:1 requests ==2.31.0 pinned runtime',
      '4:3 urllib3 >=1.21.1, <3 runtime',
      '5:1 PyYAML - runtime',
      '6:1 flask ==2.* runtime',
      '7:1 a https://x.test/a-1.0-py3-none-any.whl pinned runtime',
      '8:1 pkg git+https://github.com/o/pkg.git@0123456789012345678901234567890123456789#egg=pkg pinned runtime',
      '10:1 b ==1.0 pinned runtime',
      'undecided: holds a line that is no requirement, at line 12',
    ],
  ],
  ['requirements-dev.txt', 'pytest\n', ['pypi', '1:1 pytest - development']],
  ['docs/requirements.txt', 'sphinx\n', ['pypi', '1:1 sphinx - development']],
  [
    'pyproject.toml',
    `[build-system]
requires = ["setuptools>=61"]
[project]
dependencies = [
  "requests==2.0",
]
[project.optional-dependencies]
socks = ["PySocks"]
test = ["pytest"]
[dependency-groups]
dev = ["ruff", {include-group = "x"}]
[tool.poetry.dependencies]
sibling = { path = "../sibling", develop = true }
python = "^3.11"
httpx = "^0.27"
"zope.interface" = {version = "7.0", optional = true}
[tool.poetry.group.lint.dependencies]
mypy = "1.0.0"
`,
    [
      'pypi',
      '2:13 setuptools >=61 build',
      '5:3 requests ==2.0 pinned runtime',
      '8:10 PySocks - optional',
      '9:9 pytest - development',
      '11:8 ruff - development',
      '15:1 httpx ^0.27 runtime',
      '16:21 zope.interface 7.0 pinned optional',
      '18:1 mypy 1.0.0 pinned development',
    ],
  ],
  ['pyproject.toml', '[tool.black]\nline-length = 100\n', ['no manifest']],
  [
    'pyproject.toml',
    '[project]\nname = "x"\ndynamic = ["dependencies"]\n',
    ['pypi', 'undecided: leaves its dependencies to the build, at line 3'],
  ],
  ['pyproject.toml', '[project\n', ['pypi', 'undecided: does not parse as TOML, at line 1']],
  [
    'setup.cfg',
    '[metadata]\nname = x\n[options]\ninstall_requires =\n    requests>=2\n    # none\n    six\n[options.extras_require]\ntest = pytest\n',
    ['pypi', '5:5 requests >=2 runtime', '7:5 six - runtime', '9:8 pytest - development'],
  ],
  ['setup.cfg', '[flake8]\nmax-line-length = 100\n', ['no manifest']],
  [
    'setup.py',
    `from setuptools import setup
NEEDED = [
    "requests>=2",  # "commented"
]
setup(name="x", install_requires=NEEDED, extras_require={"socks": ["PySocks"]}, tests_require=['pytest'])
`,
    ['pypi', '3:5 requests >=2 runtime', '5:68 PySocks - optional', '5:96 pytest - development'],
  ],
  [
    'setup.py',
    'import setuptools\nsetuptools.setup(\n  install_requires=read("x"))\n',
    ['pypi', 'undecided: works out "install_requires", at line 3'],
  ],
  ['setup.py', 'import setuptools\nsetuptools.setup()\n', ['pypi']],
  ['lib/setup.py', 'def setup(module):\n    module.setup(install_requires=["x"])\n', ['no manifest']],
  [
    'Pipfile',
    '[packages]\nrequests = "*"\nsix = {version = "==1.0"}\n[dev-packages]\npytest = ">=7"\n',
    ['pypi', '2:1 requests - runtime', '3:8 six ==1.0 pinned runtime', '5:1 pytest >=7 development'],
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "a"\nversion = "1.0"\noptional = true\n[[package]]\nname = "b"\nversion = "2.0"\n',
    ['pypi locked', '2:1 a 1.0 pinned optional', '6:1 b 2.0 pinned runtime'],
  ],
  [
    'uv.lock',
    '[[package]]\nname = "me"\nversion = "0"\nsource = { editable = "." }\n[[package]]\nname = "a"\nversion = "1"\n',
    ['pypi locked', '6:1 a 1 pinned runtime'],
  ],
  [
    'Pipfile.lock',
    '{"default": {"a": {"version": "==1.0"}}, "develop": {"b": {"version": "==2"}}}',
    ['pypi locked', '1:20 a ==1.0 pinned runtime', '1:60 b ==2 pinned development'],
  ],
  [
    'package.json',
    '{"dependencies": {"lodash.merge": "^4.0.0", "@a/b": "1.2.3"}, "devDependencies": {"c": "latest"}, "scripts": {"d": "1.0.0"}}',
    ['npm', '1:19 lodash.merge ^4.0.0 runtime', '1:45 @a/b 1.2.3 pinned runtime', '1:83 c latest development'],
  ],
  [
    'package-lock.json',
    '{"packages": {"": {"version": "1"}, "node_modules/a": {"version": "1.0.0"}, "node_modules/x/node_modules/@s/b": {"version": "2.0.0", "dev": true}}}',
    ['npm locked', '1:56 a 1.0.0 pinned runtime', '1:114 @s/b 2.0.0 pinned development'],
  ],
  [
    'yarn.lock',
    '"@a/b@^1.0", "@a/b@^1.1":\n  version "1.2.0"\n  resolved "x"\n',
    ['npm locked', '1:2 @a/b 1.2.0 pinned runtime'],
  ],
  [
    'go.mod',
    'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/a/b v1.2.3 // indirect\n)\nrequire golang.org/x/y v0.1.0\nreplace github.com/a/b => ../b\n',
    ['go', '6:2 github.com/a/b v1.2.3 pinned runtime', '8:9 golang.org/x/y v0.1.0 pinned runtime'],
  ],
  [
    'Cargo.toml',
    '[dependencies]\nserde = { version = "1.0", features = ["derive"] }\n[dev-dependencies]\na = "=1.2.3"\n[build-dependencies]\ncc = "1"\n',
    ['cargo', '2:11 serde 1.0 runtime', '4:1 a =1.2.3 pinned development', '6:1 cc 1 build'],
  ],
  [
    'Gemfile',
    "source 'https://rubygems.org'\ngem 'rails', '~> 7.0'\ngroup :development, :test do\n  gem \"rspec\", '1.2.3'\nend\ngem 'pry', group: :test\n",
    ['gem', '2:1 rails ~>7.0 runtime', '4:3 rspec 1.2.3 pinned development', '6:1 pry - development'],
  ],
]
for (const [path, text, expected] of rows) {
  test(`${path}: ${JSON.stringify(text).slice(0, 60)}`, async () => assert.deepEqual(await show(path, text), expected))
}

test('a manifest and what it asks for refer to each other', async () => {
  const { facts } = await extractFrom(manifestExtractor, 'requirements.txt', 'a\nb\n')
  assert.deepEqual(facts.manifest?.[0]?.dependencies, [0, 1])
  assert.deepEqual(
    facts.dependency?.map(({ manifest }) => manifest),
    [0, 0],
  )
})

const hostile = [
  'a',
  ' ',
  '[',
  '"',
  'a==1,',
  'a[',
  'setup(',
  'import setuptools\nsetup(install_requires=[',
  "'''",
  'gem "a", ',
  '\\\n',
  '  a@',
]
for (const piece of hostile) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 30_000 }, async () => {
    const paths = [
      'requirements.txt',
      'setup.py',
      'setup.cfg',
      'pyproject.toml',
      'package.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'go.mod',
      'Gemfile',
      'Gemfile.lock',
    ]
    for (const path of paths) assert.ok(await show(path, piece.repeat(20_000)))
  })
}
