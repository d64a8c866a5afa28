/** A repository that chance edits, so that what one file says changes the facts of others. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { git, repository } from '../frame/repositories.ts'

const modules = 8

/** A ring of modules: what one returns comes out, logged or written, of the one before. */
const moduleText = (number: number, value: string, isSafe: boolean) => `
import os, logging
from package.module_${(number + 1) % modules} import give as further

def give(secret):
    return ${isSafe ? '"nothing"' : `os.environ["${value}"] + secret`}

def tell(path="state/${value}.json"):
    logging.warning(further(os.environ["TOKEN_${number}"]))
    with open(path, "w") as file:
        file.write(give(further("x")))
`

/** Larger than what a cache is worth for. */
const ballast = '# a comment\n'.repeat(20_000)

export function ring(): string {
  const names = Array.from({ length: modules }, (_, number) => number)
  return repository({
    '.gitignore': '*.log\n',
    'README.md': '# Install\n\n```sh\nchmod 640 .secrets\n```\n',
    'run.sh': '#!/bin/bash\nset -e\nexec python3 package/module_0.py\n',
    'package/ballast.py': ballast,
    ...Object.fromEntries(names.map((number) => [`package/module_${number}.py`, moduleText(number, 'START', false)])),
  })
}

/** Numbers from 0 up to a limit, the same for the same seed (a linear congruential generator). */
export function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

type Edit = (root: string, pick: (limit: number) => number) => void

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** By what they do; a module is edited more often than all else. */
const edits: readonly (readonly [what: string, edit: Edit])[] = [
  ...Array.from({ length: 6 }, (): readonly [string, Edit] => [
    'a module says something else',
    (root, pick) => {
      const number = pick(modules)
      put(root, `package/module_${number}.py`, moduleText(number, `VALUE_${pick(5)}`, pick(2) === 0))
    },
  ]),
  ['a module does not parse', (root, pick) => put(root, `package/module_${pick(modules)}.py`, 'def give(:\n')],
  ['a file comes, or goes', (root, pick) => toggle(root, `other/helper_${pick(3)}.py`, 'import package.module_0\n')],
  ['a file with the name of a library comes, or goes', (root) => toggle(root, 'package/logging.py', 'x = 1\n')],
  ['ignore rules change', (root, pick) => put(root, '.gitignore', ['*.log\n', 'state/\n', '*.json\n'][pick(3)] ?? '')],
  [
    'rules that hide themselves change',
    (root, pick) => put(root, 'state/.gitignore', ['*\n', '*\n!*.json\n'][pick(2)] ?? ''),
  ],
  ['a file gets another mode', (root, pick) => chmodSync(join(root, 'run.sh'), [0o644, 0o755, 0o4755][pick(3)] ?? 0)],
  ['what git tracks changes', (root) => void git(root, 'add', '--all')],
  ['a commit is made', (root) => void git(root, 'commit', '--quiet', '--allow-empty', '--message', 'x')],
  ['a secrets file comes, or goes', (root) => toggle(root, '.secrets', 'token = 1\n')],
  ['the wrapper gets another name', (root) => swap(root, 'run.sh', 'start.sh')],
  ['a link comes, or goes', (root) => toggleLink(root, 'package/link.py', 'module_0.py')],
]

function toggle(root: string, path: string, text: string): void {
  if (existsSync(join(root, path))) rmSync(join(root, path))
  else put(root, path, text)
}

function toggleLink(root: string, path: string, target: string): void {
  if (existsSync(join(root, path))) rmSync(join(root, path))
  else symlinkSync(target, join(root, path))
}

/** And back, so that other edits find it again. */
function swap(root: string, path: string, other: string): void {
  const [from, to] = existsSync(join(root, path)) ? [path, other] : [other, path]
  renameSync(join(root, from), join(root, to))
  if (to === path) return
  put(root, path, '#!/bin/sh\necho done\n')
}

/** Does something to the repository and says what. */
export function edit(root: string, pick: (limit: number) => number): string {
  const [what, change] = edits[pick(edits.length)] as (typeof edits)[number]
  change(root, pick)
  return what
}
