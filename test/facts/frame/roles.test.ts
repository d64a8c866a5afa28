import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClassifiedFile, classifyByPath, classifyByStart } from '../../../runtime/facts/classify/classify.ts'
import type { ListedEntry } from '../../../runtime/facts/files/entry.ts'

const entry = (path: string): ListedEntry => ({
  path,
  rootPath: path,
  type: 'file',
  size: 0,
  mode: 0o644,
  target: undefined,
  tracked: true,
  ignored: false,
})

/** "shell script", with "vendored" and "generated" behind it. */
function words({ language, role, vendored, generated }: ClassifiedFile): string {
  return [language, role, ...(vendored ? ['vendored'] : []), ...(generated ? ['generated'] : [])].join(' ')
}

const classified = (path: string, start?: string): ClassifiedFile => {
  const file = classifyByPath([entry(path)])[0] as ClassifiedFile
  return start === undefined ? file : classifyByStart(file, start)
}

const byPath: Readonly<Record<string, string>> = {
  'main.py': 'python code',
  'wodle/Main.PY': 'python code',
  'src/index.ts': 'typescript code',
  'web/app.mjs': 'javascript code',
  'cmd/main.go': 'other code',
  '.prettierrc.js': 'javascript configuration',
  'jest.config.ts': 'typescript configuration',
  'integration_tests/helper.py': 'python test',
  'nginx/roundtrip-testdata/site/nginx.conf': 'ini test',
  'speed-test/main.py': 'python code',
  'app/tests.py': 'python test',
  'run.sh': 'shell script',
  'bin/start.bash': 'shell script',
  'install.sh': 'shell installer',
  'wazuh-install.sh': 'shell installer',
  'setup_env.sh': 'shell installer',
  'packaging/postinst.sh': 'shell installer',
  'deploy-agents.sh': 'shell installer',
  'scripts/post-install.sh': 'shell installer',
  'post_instance.sh': 'shell script',
  'scripts/reinstaller_notes.sh': 'shell script',
  'setup.py': 'python code',
  'README.md': 'markdown documentation',
  README: 'text documentation',
  'README.txt': 'text documentation',
  'docs/guide.rst': 'restructuredtext documentation',
  'docs/notes.txt': 'text documentation',
  'docs/conf.py': 'python code',
  'docs/spec/format.md': 'markdown documentation',
  'notes.txt': 'text other',
  'sample_logs.txt': 'text other',
  'example-alert-events.json': 'json other',
  'dashboards/overview.ndjson': 'json other',
  'docs/export.csv': 'text documentation',
  'sample_settings.txt': 'text template',
  'requirements.txt': 'text configuration',
  'docs/requirements.txt': 'text configuration',
  'go.mod': 'other other',
  'etc/cron.d/job': 'other other',
  GNUmakefile: 'text configuration',
  'build/rules.mk': 'text configuration',
  '.secrets.tmpl': 'ini template',
  'config.sample.yaml': 'yaml template',
  'example.env': 'ini template',
  '3rdparty/x.py': 'python code vendored',
  'app/pip/_vendored/x.py': 'python code vendored',
  'requirements-dev.in': 'text configuration',
  'tests/main.py': 'python test',
  'pkg/test/data.json': 'json test',
  'tests/README.md': 'markdown test',
  'spec/thing_spec.rb': 'other test',
  'src/test_main.py': 'python test',
  'src/main_test.go': 'other test',
  'src/conftest.py': 'python test',
  'src/app.test.ts': 'typescript test',
  'src/contest.py': 'python code',
  'latest/main.py': 'python code',
  'config.yaml': 'yaml configuration',
  'config.yaml.example': 'yaml template',
  'config.example.yaml': 'yaml template',
  '.secrets.example': 'ini template',
  '.env.sample': 'ini template',
  'sample-config.json': 'json template',
  'index-template.json': 'json configuration',
  'example.py': 'python code',
  'app.conf.j2': 'ini template',
  '.env': 'ini configuration',
  '.secrets': 'ini configuration',
  '.gitignore': 'text configuration',
  'rules/local_rules.xml': 'xml configuration',
  'deploy/agent.service': 'ini configuration',
  Dockerfile: 'dockerfile configuration',
  'Dockerfile.dev': 'dockerfile configuration',
  'docker/Dockerfile-python3.11': 'dockerfile configuration',
  Containerfile_base: 'dockerfile configuration',
  'api.Dockerfile': 'dockerfile configuration',
  Containerfile: 'dockerfile configuration',
  'Dockerfile-notes.md': 'markdown documentation',
  'Dockerfile-build.sh': 'shell script',
  'pyproject.toml': 'toml configuration',
  'logo.png': 'other other',
  'package-lock.json': 'json configuration generated',
  'static/app.min.js': 'javascript code generated',
  'api/thing_pb2.py': 'python code generated',
  'pkg.egg-info/PKG-INFO': 'other other generated',
  'node_modules/x/index.js': 'javascript code vendored',
  'lib/vendor/x.py': 'python code vendored',
  'pkg/_vendor/x.py': 'python code vendored',
  'third_party/x.c': 'other code vendored',
  'env/lib/python3.11/os.py': 'python code vendored',
  'vendors.py': 'python code',
}

test('classifies by path', () => {
  const actual = Object.keys(byPath).map((path) => [path, words(classified(path))])
  assert.deepEqual(Object.fromEntries(actual), byPath)
})

const byStart: readonly (readonly [path: string, start: string, expected: string])[] = [
  ['bin/tool', '#!/bin/bash\n', 'shell script'],
  ['bin/tool', '#!/usr/bin/env python3\n', 'python code'],
  ['bin/tool', '#! /usr/bin/env -S PYTHONPATH=. python3.12 -u\n', 'python code'],
  ['bin/tool', '#!/usr/bin/env\n', 'text other'],
  ['bin/dockerfile-lint', '#!/bin/sh\n', 'shell script'],
  ['bin/tool', 'no more than text\n', 'text other'],
  ['install', '#!/bin/sh\n', 'shell installer'],
  ['debian/tool.prerm', '#!/bin/sh\n', 'shell installer'],
  ['INSTALL', 'How to install this\n', 'text documentation'],
  ['LICENSE-MIT', 'Permission is granted\n', 'text documentation'],
  ['run.sh', '#!/usr/bin/env python3\n', 'shell script'],
  ['main.py', '# Generated by a tool. DO NOT EDIT.\n', 'python code generated'],
  ['main.go', '// Code generated by\n// protoc; do not edit.\n', 'other code generated'],
  ['main.py', 'HEADER = "generated, do not edit"\n', 'python code'],
  ['main.py', `${'\n'.repeat(30)}# generated, do not edit\n`, 'python code'],
  ['agent.conf', '<!-- agents -->\n<agent_config>\n', 'xml configuration'],
  ['httpd.conf', '<VirtualHost *:80>\n', 'ini configuration'],
  ['guard.conf', '[guard]\na = <b>\n', 'ini configuration'],
  ['guard.conf.template', '{\n  "api_key": "YOUR_KEY"\n}\n', 'json template'],
  ['README.md', '# Files that are generated: do not edit\n', 'markdown documentation'],
  ['app.js', `x=1;${'y=2;'.repeat(400)}`, 'javascript code generated'],
]
for (const [path, start, expected] of byStart) {
  test(`classifies ${path} by its start ${JSON.stringify(start.slice(0, 40))}`, () => {
    assert.equal(words(classified(path, start)), expected)
  })
}

test('recognises folders of copied packages by what installers leave in them', () => {
  const paths = [
    'own/main.py',
    'wodle/env/pyvenv.cfg',
    'wodle/env/bin/pip',
    'tools/py/bin/activate',
    'tools/py/x.py',
    'libs/requests/api.py',
    'libs/requests-2.0.dist-info/METADATA',
    'bin/activate',
  ]
  const files = classifyByPath(paths.map(entry))
  assert.deepEqual(
    files.filter(({ vendored }) => !vendored).map(({ path }) => path),
    ['own/main.py', 'bin/activate'],
  )
})

test('a package that brings its own licence along is a copy, in a project that has one', () => {
  const vendored = (paths: readonly string[]) =>
    classifyByPath(paths.map(entry))
      .filter((file) => file.vendored)
      .map(({ path }) => path)
  const copied = ['wodle/six/LICENSE', 'wodle/six/__init__.py', 'wodle/six/moves/x.py']
  assert.deepEqual(vendored(['LICENSE', 'wodle/main.py', ...copied]), copied)
  assert.deepEqual(
    vendored(['PKG-INFO', 'guard.egg-info/PKG-INFO', 'main.py', 'lib/six-1.0/PKG-INFO', 'lib/six-1.0/six.py']),
    ['lib/six-1.0/PKG-INFO', 'lib/six-1.0/six.py'],
  )
  // The licence of a project that keeps it in its package, and of an integration among others.
  assert.deepEqual(vendored(copied), [])
  assert.deepEqual(vendored(['LICENSE', 'guard/LICENSE', 'guard/main.py']), [])
})

test('a whole virtual environment is a copy, file by file', () => {
  const own = ['README.md', 'main.py', 'env.py']
  const copied = ['venv/pyvenv.cfg', 'venv/bin/python', 'venv/include/x.h', 'venv/lib/python3.11/site-packages/a/b.py']
  const files = classifyByPath([...own, ...copied].map(entry))
  assert.deepEqual(
    files.filter((file) => file.vendored).map(({ path }) => path),
    copied,
  )
})
