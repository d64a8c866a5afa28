/**
 * What is appended to the library, as readable text in the style of WebAssembly's text format: for people and golden
 * files. Where static data lies depends on the library, so constants show what they point at.
 */
import { unreachable } from '../../compiler/unreachable.ts'
import { type EmittedFunction, type Instruction, plain } from '../../compiler/wasm/code.ts'

export function printFunctions(functions: readonly EmittedFunction[]): string {
  return `${functions.map(printFunction).join('\n\n')}\n`
}

function printFunction(func: EmittedFunction): string {
  const params = func.params === 0 ? '' : ` (param${' i32'.repeat(func.params)})`
  const locals = func.locals === 0 ? [] : [`  (local${' i32'.repeat(func.locals)})`]
  return [`(func $${func.name}${params} (result i32)`, ...locals, ...printBody(func.body, '  '), ')'].join('\n')
}

function printBody(body: readonly Instruction[], indent: string): readonly string[] {
  return body.flatMap((instruction): readonly string[] => {
    switch (instruction.op) {
      case 'i32.const':
        return [`${indent}i32.const ${instruction.value}`]
      case 'static':
        return [`${indent}i32.const ${instruction.shows}`]
      case 'site':
        return [`${indent}i32.const site ${instruction.index}`]
      case 'local.get':
      case 'local.set':
      case 'local.tee':
        return [`${indent}${instruction.op} ${instruction.local}`]
      case 'global.get':
      case 'global.set':
        return [`${indent}${instruction.op} $${instruction.global}`]
      case 'call':
        return [`${indent}call $${instruction.name}`]
      case 'function':
        return [`${indent}i32.const slot of $${instruction.name}`]
      case 'call_indirect':
        return [`${indent}call_indirect (param${' i32'.repeat(instruction.params)}) (result i32)`]
      case 'br':
      case 'br_if':
        return [`${indent}${instruction.op} $${instruction.label}`]
      case 'block':
      case 'loop':
        return [
          `${indent}${instruction.op} $${instruction.label}`,
          ...printBody(instruction.body, `${indent}  `),
          `${indent}end`,
        ]
      case 'if':
        return [`${indent}if`, ...printBody(instruction.body, `${indent}  `), `${indent}end`]
      default:
        return instruction.op in plain ? [`${indent}${instruction.op}`] : unreachable(instruction as never)
    }
  })
}
