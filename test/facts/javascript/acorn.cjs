/**
 * What Node's own parser finds in JavaScript files: calls, imports, strings and functions, each as one line of text that
 * begins with its place. Run as `node --expose-internals acorn.cjs FILE…`; prints one JSON document.
 */
const { readFileSync } = require('node:fs')
const acorn = require('internal/deps/acorn/acorn/dist/acorn')
const walk = require('internal/deps/acorn/acorn-walk/dist/walk')

const found = []
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8')
  const program = parsed(text)
  if (program !== undefined) found.push({ path, ...shown(program, text) })
}
process.stdout.write(JSON.stringify(found))

/** As a module, or else as a script; undefined where it is neither. */
function parsed(text) {
  const shared = { ecmaVersion: 'latest', locations: true, allowHashBang: true, allowReturnOutsideFunction: true }
  for (const sourceType of ['module', 'script']) {
    try {
      return acorn.parse(text, { ...shared, sourceType })
    } catch {
      // The next one may be meant.
    }
  }
  return undefined
}

function shown(program, text) {
  const [calls, imports, strings, functions] = [[], [], [], []]
  const at = ({ loc }) => `${loc.start.line}:${loc.start.column + 1} `
  const written = (node) => text.slice(node.start, node.end)
  walk.full(program, (node) => {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        calls.push(at(node) + written(node))
        break
      case 'TaggedTemplateExpression':
        calls.push(at(node) + written(node))
        break
      case 'ImportExpression':
        calls.push(at(node) + written(node))
        break
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) imports.push(at(local))
        if (node.specifiers.length === 0) imports.push(at(node.source))
        break
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source) imports.push(at(node.source))
        break
      case 'Literal':
        if (typeof node.value === 'string') strings.push(`${at(node)}${node.value}`)
        break
      case 'TemplateLiteral':
        strings.push(at(node) + node.quasis.map(({ value }) => value.cooked ?? value.raw).join('{}'))
        break
      // The walk passes over names that are written as texts.
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (!node.computed && typeof node.key.value === 'string') strings.push(`${at(node.key)}${node.key.value}`)
        break
      case 'FunctionDeclaration':
        if (node.id) functions.push(at(node.id) + node.id.name)
        break
    }
  })
  return { calls, imports, strings, functions }
}
