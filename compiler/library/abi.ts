/** The ABI 1.3 that OPA's SDKs call (openpolicyagent.org, "Wasm", section ABI). */
import { arrayCount, arrayItem, isArray } from './arrays'
import { value_get } from './collections'
import {
  askedOfInput,
  builtinsLength,
  builtinsText,
  dispatchSlot,
  entrypointsLength,
  entrypointsText,
  sites,
  sitesLength,
} from './config'
import { opa_builtin0, opa_builtin1, opa_builtin2, opa_builtin3, opa_builtin4 } from './host'
import { isChangeable } from './interface'
import { forgetAll } from './memo'
import { ANSWER_TEXT, dump, JSON_TEXT, VALUE_TEXT } from './json/dump'
import { parseInput, parseJson, parseTerm } from './json/parse'
import { forgetTexts } from './json/shared-texts'
import { forgetMatches } from './patterns/memo'
import { allocate, fail, heapPointer, setHeapPointer } from './memory'
import { forgetShapes } from './shapes'
import { newObject, newSet, tablePut, tableRemove } from './tables'
import { copyString, textOf, UNDEFINED, Value } from './values'

export const opa_wasm_abi_version: i32 = 1
export const opa_wasm_abi_minor_version: i32 = 3

/** A function that the host brings. Policies of ours call none, but all imports are kept, since SDKs expect them. */
export function host_builtin(id: i32, count: i32, a: Value, b: Value, c: Value, d: Value): Value {
  if (count == 0) return opa_builtin0(id, 0)
  if (count == 1) return opa_builtin1(id, 0, a)
  if (count == 2) return opa_builtin2(id, 0, a, b)
  if (count == 3) return opa_builtin3(id, 0, a, b, c)
  return opa_builtin4(id, 0, a, b, c, d)
}

export function opa_malloc(size: usize): usize {
  return allocate(size)
}
export function opa_free(address: usize): void {}
export function opa_value_free(value: Value): void {}
export function opa_heap_ptr_get(): usize {
  return heapPointer()
}

/** What lies above is forgotten, with everything that points there. */
export function opa_heap_ptr_set(address: usize): void {
  setHeapPointer(address)
  forgetShapes()
  forgetTexts()
  forgetMatches()
}

// Nothing is freed, so there are no free blocks to put aside.
export function opa_heap_blocks_stash(): void {}
export function opa_heap_blocks_restore(): void {}
export function opa_heap_stash_clear(): void {}

export function opa_json_parse(text: usize, length: u32): Value {
  return parseJson(text, length)
}
export function opa_value_parse(text: usize, length: u32): Value {
  return parseTerm(text, length)
}
export function opa_json_dump(value: Value): usize {
  return dump(value, JSON_TEXT)
}
export function opa_value_dump(value: Value): usize {
  return dump(value, VALUE_TEXT)
}

export function builtins(): Value {
  return parseStatic(builtinsText(), builtinsLength())
}
export function entrypoints(): Value {
  return parseStatic(entrypointsText(), entrypointsLength())
}

/** A copy is parsed, since escapes are undone in place. */
function parseStatic(text: usize, length: u32): Value {
  return parseJson(textOf(copyString(text, length)), length)
}

/** The context of an evaluation: four words { input, data, result, entrypoint }. */
export function opa_eval_ctx_new(): usize {
  const context = allocate(16)
  memory.fill(context, 0, 16)
  return context
}
export function opa_eval_ctx_set_input(context: usize, value: Value): void {
  store<u32>(context, value)
}
export function opa_eval_ctx_set_data(context: usize, value: Value): void {
  store<u32>(context, value, 4)
}
export function opa_eval_ctx_set_entrypoint(context: usize, id: u32): void {
  store<u32>(context, id, 12)
}
export function opa_eval_ctx_get_result(context: usize): Value {
  return load<u32>(context, 8)
}

/** `eval` of the ABI. */
function evaluateContext(context: usize): i32 {
  store<u32>(context, evaluate(load<u32>(context, 12), load<u32>(context), load<u32>(context, 4)), 8)
  return 0
}

export { evaluateContext as eval }

function evaluate(entrypoint: u32, input: Value, data: Value): Value {
  memory.fill(sites(), 0, sitesLength())
  forgetAll()
  const slot = dispatchSlot()
  return slot ? call_indirect<u32>(slot, entrypoint, input, data) : newSet()
}

// "invalid reserved argument"
const reservedMessage = memory.data<u8>([
  105, 110, 118, 97, 108, 105, 100, 32, 114, 101, 115, 101, 114, 118, 101, 100, 32, 97, 114, 103, 117, 109, 101, 110,
  116, 0,
])

/** Everything in one call. The input lies below `heap`, where nothing may be written before it has been read. */
export function opa_eval(
  reserved: i32,
  entrypoint: u32,
  data: Value,
  input: usize,
  length: u32,
  heap: usize,
  format: i32,
): usize {
  if (reserved) fail(reservedMessage)
  opa_heap_ptr_set(heap)
  const parsed = format == 0 ? parseInput(input, length, askedOfInput()) : parseTerm(input, length)
  return dump(evaluate(entrypoint, parsed, data), format == 0 ? ANSWER_TEXT : VALUE_TEXT)
}

const INVALID_TYPE: i32 = 2
const INVALID_PATH: i32 = 3

/** Puts a value at a path of keys; objects that are missing on the way are made. */
export function opa_value_add_path(base: Value, path: Value, value: Value): i32 {
  if (!isArray(path) || arrayCount(path) == 0) return INVALID_PATH
  let object = base
  const last = arrayCount(path) - 1
  for (let i: u32 = 0; i < last; i++) {
    if (!isChangeable(object)) return INVALID_TYPE
    let inner = value_get(object, arrayItem(path, i))
    if (inner == UNDEFINED) {
      inner = newObject()
      tablePut(object, arrayItem(path, i), inner)
    }
    object = inner
  }
  if (!isChangeable(object)) return INVALID_TYPE
  tablePut(object, arrayItem(path, last), value)
  return 0
}

/** Takes away what stands at a path; that there is nothing is no error. */
export function opa_value_remove_path(base: Value, path: Value): i32 {
  if (!isArray(path) || arrayCount(path) == 0) return INVALID_PATH
  let object = base
  const last = arrayCount(path) - 1
  for (let i: u32 = 0; i < last; i++) {
    if (!isChangeable(object)) return INVALID_TYPE
    object = value_get(object, arrayItem(path, i))
    if (object == UNDEFINED) return 0
  }
  if (!isChangeable(object)) return INVALID_TYPE
  tableRemove(object, arrayItem(path, last))
  return 0
}
