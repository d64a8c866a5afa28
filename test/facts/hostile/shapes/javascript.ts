/** JavaScript and TypeScript in which one thing stands over and over again. */
import { lines, row, shapesOf } from './shape.ts'

export const javascript = shapesOf('a.js', {
  functions: (n) => lines(n, (i) => `function f${i}(a, b = 1) { return a + b }`),
  'functions that call each other': (n) =>
    `function f0(a) { console.log(a) }\n${lines(n, (i) => `function f${i + 1}(a) { f${i}(a) }`)}f${n}(process.env.A)\n`,
  'functions that hand on to each other': (n) =>
    `function f0(u, o) { fetch(u, o) }\n${lines(n, (i) => `function f${i + 1}(u, o) { f${i}(u, o) }`)}f${n}("http://a.io", {})\n`,
  'functions that return what they are given': (n) =>
    `function f0(a) { return a }\n${lines(n, (i) => `function f${i + 1}(a) { return f${i}(a) }`)}console.log(f${n}(process.env.A))\n`,
  'functions within functions': (n) => lines(n, (i) => `function f${i}() { return () => { console.log(f${i}) } }`),
  'functions in one function': (n) =>
    `function f() {\n${lines(n, (i) => `  function g${i}() { console.log(g${i}) }`)}}\n`,
  'functions of one name': (n) => lines(n, (i) => `function f(a) { console.log(a + ${i}) }\nf(${i})`),
  'functions with many parameters': (n) =>
    `function f(${row(n, (i) => `a${i}`, ', ')}) {\n  console.log(a1)\n}\nf(${row(n, (i) => `${i}`, ', ')})\n`,
  'one function called everywhere': (n) =>
    `function f(a) { console.log(a) }\n${lines(n, (i) => `f(process.env.A${i})`)}`,
  'one answer called everywhere': (n) =>
    `const f = (a) => process.env[a]\n${lines(n, (i) => `console.log(f("A${i}"))`)}`,
  'arrow functions': (n) => lines(n, (i) => `const f${i} = (a, b = ${i}) => g(a, b)`),
  'arrow functions in each other': (n) => `const f = ${row(Math.min(n, 90), (i) => `(a${i}) => `)}a0\n`,
  callbacks: (n) => lines(n, (i) => `a${i}.on("x", (e) => { console.log(e) })`),
  'callbacks of one array': (n) =>
    lines(n, (i) => `a.map((e) => e.b).filter(Boolean).forEach((e) => console.log(e, ${i}))`),
  promises: (n) =>
    lines(n, (i) => `f(${i}).then((r) => r.json()).then((b) => console.log(b)).catch((e) => console.error(e))`),
  'one chain of promises': (n) => `f()${row(n, (i) => `\n  .then((r${i}) => g(r${i}))`)}\n`,
  classes: (n) =>
    lines(n, (i) => `class C${i} { constructor() { this.a = ${i} }\n m() { return this.a } }\nnew C${i}().m()`),
  'classes made of each other': (n) =>
    `class C0 {}\n${lines(n, (i) => `class C${i + 1} extends C${i} { m() { return this.k() } }`)}new C${n}().m()\n`,
  'methods of one class': (n) => `class C {\n${lines(n, (i) => `  m${i}(a) { this.m${i + 1}(a) }`)}}\n`,
  'methods of one class that are called': (n) =>
    `class C {\n${lines(n, (i) => `  m${i}(a) { console.log(a) }`)}}\nconst c = new C()\n${lines(n, (i) => `c.m${i}(x)`)}`,
  'attributes of this': (n) =>
    `class C {\n  constructor() {\n${lines(n, (i) => `    this.a${i} = ${i}`)}  }\n  m() {\n${lines(n, (i) => `    console.log(this.a${i})`)}  }\n}\n`,
  'one attribute assigned everywhere': (n) =>
    `class C {\n  m() {\n${lines(n, (i) => `    this.a = this.a + "${i}"\n    console.log(this.a)`)}  }\n}\n`,
  constants: (n) => lines(n, (i) => `const a${i} = ${i}`),
  'constants of one name in blocks': (n) => lines(n, (i) => `{ const a = g(${i}); console.log(a) }`),
  'constants in one function': (n) =>
    `function f() {\n${lines(n, (i) => `  const a${i} = g(${i})\n  console.log(a${i})`)}}\n`,
  'constants of one statement': (n) => `const ${row(n, (i) => `a${i} = ${i}`, ', ')}\n`,
  'assignments of one name': (n) => `let a\n${lines(n, (i) => `a = g(${i})\nconsole.log(a)`)}`,
  'assignments of one name in a function': (n) =>
    `function f() {\n  let a\n${lines(n, (i) => `  a = g(${i})\n  console.log(a)`)}}\n`,
  'assignments of one name in branches': (n) =>
    `function f(b) {\n  let a\n${lines(n, (i) => `  if (b) a = g(${i})\n  console.log(a)`)}}\n`,
  'assignments of each other': (n) =>
    `const a0 = process.env.A\n${lines(n, (i) => `const a${i + 1} = a${i}`)}console.log(a${n})\n`,
  'assignments of each other, used everywhere': (n) =>
    `const a0 = process.env.A\n${lines(n, (i) => `const a${i + 1} = a${i}\nconsole.log(a${i})`)}`,
  'additions to one name': (n) => `let x = ""\n${lines(n, (i) => `x = x + "${i}"`)}console.log(x)\n`,
  'additions to one name in place': (n) => `let x = ""\n${lines(n, (i) => `x += "${i}"`)}console.log(x)\n`,
  'additions to one name in a function': (n) =>
    `function f() {\n  let x = ""\n${lines(n, (i) => `  x = x + y${i}`)}  console.log(x)\n}\n`,
  'unpacked objects': (n) =>
    lines(n, (i) => `const { a${i}, b: { c${i} } = {}, ...d${i} } = e\nconsole.log(a${i}, c${i})`),
  'one unpacked object': (n) =>
    `const { ${row(n, (i) => `a${i}`, ', ')} } = e\n${lines(n, (i) => `console.log(a${i})`)}`,
  imports: (n) => lines(n, (i) => `import m${i} from "./m${i}.js"\nm${i}.f()`),
  'imports of one module': (n) => `import { ${row(n, (i) => `a${i}`, ', ')} } from "m"\n${lines(n, (i) => `a${i}()`)}`,
  requires: (n) => lines(n, (i) => `const m${i} = require("m${i}")\nm${i}.f()`),
  'requires of one module': (n) => lines(n, (i) => `const { a${i} } = require("fs")\na${i}(x)`),
  exports: (n) => lines(n, (i) => `export const a${i} = ${i}\nexport function f${i}() {}`),
  'exports of one list': (n) => `${lines(n, (i) => `const a${i} = ${i}`)}export { ${row(n, (i) => `a${i}`, ', ')} }\n`,
  'exports of CommonJS': (n) => lines(n, (i) => `exports.f${i} = function (a) { console.log(a) }`),
  'one object exported': (n) => `module.exports = {\n${lines(n, (i) => `  f${i}(a) { console.log(a) },`)}}\n`,
  'exports of other modules': (n) =>
    lines(n, (i) => `export { a as b${i} } from "./m${i}.js"\nexport * from "./n${i}.js"`),
  calls: (n) => lines(n, (i) => `f(${i}, { a: ${i} })`),
  'calls in each other': (n) => lines(n, (i) => `f(g(h(k(${i}))))`),
  'chained calls': (n) => `x = a${row(n, (i) => `.b${i}(${i})`)}\n`,
  'chained calls of one statement each': (n) => `let x = a\n${lines(n, (i) => `x = x.b(${i})`)}x.run()\n`,
  'arguments of one call': (n) => `f(${row(n, (i) => `a${i}`, ', ')})\n`,
  'options of one call': (n) => `fetch(u, { ${row(n, (i) => `a${i}: ${i}`, ', ')} })\n`,
  'sums of texts': (n) => `x = ${row(n, (i) => `"a${i}"`, ' + ')}\nconsole.log(x)\n`,
  'sums of names': (n) => `console.log(${row(n, (i) => `a${i}`, ' + ')})\n`,
  'sums of texts, many': (n) => lines(n, (i) => `const a${i} = "http://" + h + "/${i}"\nget(a${i})`),
  templates: (n) => lines(n, (i) => `console.log(\`\${a${i}} \${b[${i}]} http://\${h}/x\`)`),
  'one template': (n) => `console.log(\`${row(n, (i) => `\${a${i}} `)}\`)\n`,
  'templates in each other': (n) => `x = ${'`${'.repeat(Math.min(n, 90))}a${'}`'.repeat(Math.min(n, 90))}\n`,
  comments: (n) => lines(n, (i) => `// text http://a${i}.io\n/* ${i} */`),
  'files that are written': (n) => `const fs = require("fs")\n${lines(n, (i) => `fs.writeFileSync("p${i}", x)`)}`,
  'files and modes': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `fs.writeFileSync(p${i}, x)\nfs.chmodSync(p${i}, 0o600)`)}`,
  'files and modes of one path': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `fs.writeFileSync(p, x${i})\nfs.chmodSync(p, 0o600)`)}`,
  'files, modes and replacements': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `fs.writeFileSync(p${i}, x)\nfs.chmodSync(p${i}, 0o600)\nfs.renameSync(p${i}, q${i})`)}`,
  'files, modes and replacements of one path': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `fs.writeFileSync(p, x${i})\nfs.chmodSync(p, 0o600)\nfs.renameSync(p, q)`)}`,
  'files, modes and replacements in functions': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `function f${i}(p, x) {\n  const t = p + ".tmp"\n  fs.writeFileSync(t, x)\n  fs.chmodSync(t, 0o600)\n  fs.renameSync(t, p)\n}`)}`,
  'files that are opened and closed': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `const d${i} = fs.openSync(p${i}, "w", 0o600)\nfs.writeSync(d${i}, x)\nfs.closeSync(d${i})\nfs.renameSync(p${i}, q)`)}`,
  'streams of files': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `const s${i} = fs.createWriteStream(p${i})\ns${i}.write(x)\ns${i}.end()`)}`,
  'paths made of each other': (n) =>
    `const fs = require("fs"), path = require("path")\nconst p0 = "/etc"\n${lines(n, (i) => `const p${i + 1} = path.join(p${i}, "a")\nfs.readFileSync(p${i})`)}`,
  'folders that are made': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `fs.mkdirSync("d${i}", { recursive: true, mode: 0o700 })\nprocess.umask(0o77)`)}`,
  'guards around openings': (n) =>
    `const fs = require("fs")\n${lines(n, (i) => `if (!fs.existsSync(p${i})) fs.writeFileSync(p${i}, "x")`)}`,
  'try blocks': (n) => lines(n, (i) => `try { f(${i}) } catch (e) { console.error(e) } finally { g() }`),
  'try blocks in a function': (n) =>
    `function f() {\n${lines(n, (i) => `  try { g(${i}) } catch (e) { console.error(e); throw e }`)}}\n`,
  'try blocks within each other': (n) =>
    `${'try {'.repeat(Math.min(n, 90))}f()${'} catch (e) { g(e) }'.repeat(Math.min(n, 90))}\n`,
  'statements in one try': (n) => `try {\n${lines(n, (i) => `  f(${i})`)}} catch (e) { console.error(e) }\n`,
  'statements in one handler': (n) => `try { f() } catch (e) {\n${lines(n, (i) => `  console.error(e, ${i})`)}}\n`,
  throws: (n) => lines(n, (i) => `if (a) throw new Error("x" + a${i})`),
  'if statements': (n) => lines(n, (i) => `if (a === ${i}) { f(a) } else { g(a) }`),
  'if chains': (n) => `let b\nif (a) f()\n${lines(n, (i) => `else if (a === ${i}) { b = ${i} }`)}console.log(b)\n`,
  'if statements in a function': (n) => `function f(a) {\n${lines(n, (i) => `  if (a === ${i}) return ${i}`)}}\nf(1)\n`,
  'guards of one access': (n) =>
    `function f(user) {\n${lines(n, (i) => `  if (!user.isAdmin(${i})) throw new Error()\n  remove(${i})`)}}\n`,
  'cases of one switch': (n) => `switch (a) {\n${lines(n, (i) => `  case ${i}: b = ${i}; break`)}}\nconsole.log(b)\n`,
  'conditions behind each other': (n) => `x = ${row(n, (i) => `a${i} ? b${i} : `)}c\nconsole.log(x)\n`,
  'boolean operators': (n) => `x = ${row(n, (i) => `a${i}`, ' || ')}\nconsole.log(x)\n`,
  'for loops': (n) => lines(n, (i) => `for (const a of b${i}) console.log(a)`),
  'while loops': (n) => lines(n, (i) => `while (true) { try { f(${i}) } catch (e) { sleep(${i}) } }`),
  objects: (n) => lines(n, (i) => `const d${i} = { a: ${i}, b: f(${i}) }\nconsole.log(d${i}.a)`),
  'entries of one object': (n) =>
    `const d = {\n${lines(n, (i) => `  k${i}: ${i},`)}}\n${lines(n, (i) => `console.log(d.k${i})`)}`,
  'entries of one object that is given': (n) =>
    `const d = {\n${lines(n, (i) => `  k${i}: ${i},`)}}\n${lines(n, () => 'fetch("http://a.io", d)')}`,
  'entries stored one by one': (n) => `const d = {}\n${lines(n, (i) => `d.k${i} = process.env.A`)}console.log(d)\n`,
  'entries stored one by one and read': (n) =>
    `const d = {}\n${lines(n, (i) => `d.k${i} = process.env.A\nconsole.log(d.k${i})`)}`,
  'entries stored in a function': (n) =>
    `function f() {\n  const d = {}\n${lines(n, (i) => `  d["k${i}"] = process.env.A\n  console.log(d)`)}}\n`,
  'objects made of each other': (n) =>
    `const d0 = {}\n${lines(n, (i) => `const d${i + 1} = { ...d${i}, k${i}: ${i} }`)}f(d${n})\n`,
  'objects within each other': (n) =>
    `const d = ${'{ a: '.repeat(Math.min(n, 90))}1${' }'.repeat(Math.min(n, 90))}\nf(d)\n`,
  'elements of one array': (n) => `const x = [${row(n, (i) => `"e${i}"`, ', ')}]\nconsole.log(x)\n`,
  'elements of one array, used': (n) =>
    `const x = [${row(n, (i) => `a${i}`, ', ')}]\n${lines(n, (i) => `console.log(x[${i}])`)}`,
  'additions to one array': (n) => `const x = []\n${lines(n, (i) => `x.push(a${i})`)}console.log(x)\n`,
  'additions to one array in a function': (n) =>
    `function f() {\n  const x = []\n${lines(n, () => `  x.push(process.env.A)\n  console.log(x)`)}}\n`,
  'subscripts of each other': (n) => `x = a${row(n, (i) => `[${i}]`)}\nconsole.log(x)\n`,
  requests: (n) => lines(n, (i) => `const r${i} = await fetch("http://a${i}.io")\nif (!r${i}.ok) throw new Error()`),
  'requests of axios': (n) =>
    `const axios = require("axios")\n${lines(n, (i) => `axios.get("http://a${i}.io", { timeout: ${i} }).then((r) => r.data)`)}`,
  'requests of one client': (n) =>
    `const axios = require("axios")\nconst c = axios.create({ timeout: 3 })\n${lines(n, (i) => `c.get(u${i})`)}`,
  'requests in functions': (n) =>
    lines(
      n,
      (i) =>
        `async function f${i}(u, t = ${i}) { const r = await fetch(u, { signal: AbortSignal.timeout(t) }); return r.json() }`,
    ),
  'requests of https': (n) =>
    `const https = require("https")\n${lines(n, (i) => `https.get(u${i}, { rejectUnauthorized: false }, (r) => { console.log(r.statusCode) }).on("error", (e) => {})`)}`,
  agents: (n) =>
    `const https = require("https")\n${lines(n, (i) => `const a${i} = new https.Agent({ rejectUnauthorized: false })\nfetch(u, { agent: a${i} })`)}`,
  aborts: (n) =>
    lines(
      n,
      (i) =>
        `const c${i} = new AbortController()\nsetTimeout(() => c${i}.abort(), 5)\nfetch(u, { signal: c${i}.signal })`,
    ),
  sockets: (n) =>
    `const net = require("net"), tls = require("tls")\n${lines(n, (i) => `const s${i} = tls.connect(${i}, h)\ns${i}.setTimeout(5)\ns${i}.write(x)`)}`,
  'web sockets': (n) =>
    `const WebSocket = require("ws")\n${lines(n, (i) => `new WebSocket("ws://a${i}.io").on("message", (m) => console.log(m))`)}`,
  addresses: (n) => lines(n, (i) => `const u${i} = "http://a${i}.io/x"`),
  'addresses put together': (n) => lines(n, (i) => `const u${i} = \`\${scheme}://\${host}/${i}\``),
  processes: (n) =>
    `const { exec } = require("child_process")\n${lines(n, (i) => `exec(\`ls \${a${i}}\`, (e, out) => console.log(out))`)}`,
  queries: (n) => lines(n, (i) => `db.query("SELECT * FROM t WHERE a = " + a${i})`),
  'environment and defaults': (n) =>
    lines(n, (i) => `const A${i} = process.env.A${i} || "password${i}"\nconsole.log(A${i})`),
  secrets: (n) => lines(n, (i) => `const password${i} = "Xk${i}fkeJd83hdkQ${i}"`),
  'one line': (n) => row(n, (i) => `a${i}=f(${i});`),
  mistakes: (n) => lines(n, (i) => `function f${i}(: { console.log(a`),
  'regular expressions': (n) => lines(n, (i) => `if (/a${i}(b|c)*/.test(x)) f()`),
  awaits: (n) => `async function f() {\n${lines(n, (i) => `  const a${i} = await g(${i})\n  console.log(a${i})`)}}\n`,
  elements: (n) =>
    `const x = <div>\n${lines(n, (i) => `  <A b={c${i}} onClick={() => f(${i})}>text {d${i}}</A>`)}</div>\n`,
})

export const typescript = shapesOf('a.ts', {
  interfaces: (n) => lines(n, (i) => `interface A${i} extends B { a: string; b?: Array<C${i}>; m(x: number): void }`),
  'unions of one type': (n) => `type A = ${row(n, (i) => `"a${i}"`, ' | ')}\n`,
  'functions with types': (n) =>
    lines(n, (i) => `function f${i}<T>(a: A${i}, b?: Map<string, T>): Promise<void> { return g(a as B) }`),
  'classes with types': (n) =>
    lines(
      n,
      (i) =>
        `class C${i} implements D { private readonly a: string = "x"; constructor(public b: B) {}\n m(): void { this.b.f(this.a) } }`,
    ),
  enums: (n) => lines(n, (i) => `enum E${i} { A = "a", B = "b" }`),
  'members of one enum': (n) => `enum E {\n${lines(n, (i) => `  A${i} = ${i},`)}}\n${lines(n, (i) => `f(E.A${i})`)}`,
  namespaces: (n) => lines(n, (i) => `namespace N${i} { export const a = ${i} }`),
  decorators: (n) => lines(n, (i) => `@A(${i}) class C${i} { @B() m(@D() a: string) { console.log(a) } }`),
  'imports of types': (n) => lines(n, (i) => `import type { A${i} } from "./a${i}"\nlet a${i}: A${i}`),
  assertions: (n) => lines(n, (i) => `const a${i} = (b as unknown as C)!.d!\nf(a${i} satisfies E)`),
})
