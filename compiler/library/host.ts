/**
 * What the host brings: the imports of the ABI. The one file that holds AssemblyScript's decorators, which tools for
 * TypeScript cannot read.
 */

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_abort") export declare function opa_abort(message: usize): void

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_builtin0") export declare function opa_builtin0(id: i32, context: i32): u32

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_builtin1") export declare function opa_builtin1(id: i32, context: i32, a: u32): u32

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_builtin2") export declare function opa_builtin2(id: i32, context: i32, a: u32, b: u32): u32

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_builtin3") export declare function opa_builtin3(id: i32, context: i32, a: u32, b: u32, c: u32): u32

// @ts-ignore: decorators are AssemblyScript's
@external("env", "opa_builtin4") export declare function opa_builtin4(id: i32, context: i32, a: u32, b: u32, c: u32, d: u32): u32
