/** A tree of so many small files: a quarter each of Python, YAML, Markdown and plain text, a thousand in a folder's subfolders. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const inFolder = 20
const inGroup = 1_000

const texts: readonly ((number: number, module: string) => readonly [name: string, text: string])[] = [
  (number, module) => [
    `m${number}.py`,
    `import os\nfrom ${module} import f\n\ndef f${number}(a, b=1):\n    x = os.environ["A${number}"]\n    print(x)\n    return f(a)\n`,
  ],
  (number) => [`c${number}.yaml`, `a: ${number}\nurl: http://example.com/${number}\n`],
  (number) => [`d${number}.md`, `# Title ${number}\n\nA sentence about ${number}.\n`],
  (number) => [`t${number}.txt`, `line ${number}\n`],
]

export function generatedTree(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'proviso-tree-'))
  for (let number = 0; number < count; number++) {
    const parts = [`g${Math.floor(number / inGroup)}`, `f${Math.floor(number / inFolder) % (inGroup / inFolder)}`]
    const folder = join(root, ...parts)
    if (number % inFolder === 0) mkdirSync(folder, { recursive: true })
    const text = texts[number % texts.length]
    const [name, content] = text?.(number, [...parts, `m${number}`].join('.')) ?? ['', '']
    writeFileSync(join(folder, name), content)
  }
  return root
}
