/** Code that nobody writes: deep, wide, or full of names that lead to each other. It ends, and says what it could not read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { javascriptExtractor } from '../../../runtime/facts/javascript/index.ts'
import { extractFrom } from '../support.ts'

const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const texts: Readonly<Record<string, string>> = {
  'open brackets': '('.repeat(20_000),
  'nested templates': '`${'.repeat(4000) + '}`'.repeat(4000),
  'nested functions': 'function f(){'.repeat(1000) + '}'.repeat(1000),
  'names that stand for each other': times(3000, (index) => `const a${index}=a${index + 1};`),
  'objects that are made from each other': `${times(500, (index) => `const a${index}={...a${index + 1},...a${index + 2}};`)}f(a0)`,
  'one object with many parts': `${times(1500, (index) => `x.p${index}=x.q${index};`)}var x={};f(x)`,
  'connections with a controller each': `function f(){${times(2000, (index) => `const c${index}=new AbortController();\nsetTimeout(()=>c${index}.abort(),5);\nfetch(u,{signal:c${index}.signal});\n`)}}`,
  'connections among defaults': `import axios from "axios";${times(6000, (index) => `axios.get(u${index});\naxios.defaults.x${index}=1;\n`)}`,
  'files that are moved to the place of others': `const fs=require("fs");${times(2500, (index) => `fs.writeFileSync(p${index},x);\nfs.chmodSync(p${index},0o600);\nfs.renameSync(p${index},"q");\n`)}`,
  'nested handlers': 'try{'.repeat(600) + '}catch(e){throw e}'.repeat(600),
  'a class of itself': 'class B extends B{m(){return this.x.y}}',
  'a name of itself': 'const a=a+a.b(a);f(a)',
}

/** In milliseconds of the processor: far above what it takes, far below what grows with the square. */
const most = 10_000

for (const [name, text] of Object.entries(texts)) {
  test(name, async () => {
    const before = process.cpuUsage()
    const { facts } = await extractFrom(javascriptExtractor, 'a.js', text)
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1000 < most)
    assert.ok((facts.function?.length ?? 1) > 0)
  })
}
