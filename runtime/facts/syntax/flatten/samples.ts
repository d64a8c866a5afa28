/**
 * A text for each grammar that gives its trees all that the two ways of copying could see differently: fields, in nodes that
 * are not shown, too; aliases; comments between; nodes in place and elsewhere; lists long enough to be balanced; tokens that
 * are missing and text that is skipped.
 */
import type { GrammarName } from '../grammars.ts'

const blank = '\n'.repeat(300)
const many = (text: string): string => text.repeat(40)

const typescript = `import type { A } from 'b'${blank}// é 😀
abstract class C<T extends D = E> implements F { constructor(private readonly g?: H) { super() } declare i: string }
interface J<K> extends L { readonly [m: string]: N; o?(p: Q): asserts p is R }
type S = { [T in keyof U]?: V<T>['w'] } | X[] & (y: Z) => typeof a extends infer B ? B : never
enum D { E = 1, F }; namespace G.H { export const i = <J>k as const satisfies L }
function m<const N>(this: O, ...p: Q[]): r is S { return t!.u<V>(w)! }
declare module 'x' { function y(): void }
${many('a++; ')}
@z() export class A { @b c = 1 }
d: ( {
`

export const samples: Readonly<Record<GrammarName, string>> = {
  python: `# é 😀${blank}import a.b as c, d
@e(f, *g, h=1, **i)
async def j(k, /, l: m = 2, *n, o=3, **p) -> q:
    """r"""  # s
    if t not in u and v is not w: print >> x, y
    else:
        return z[1:2:3], f"{a!r:>{b}} \\n", not c, lambda d=1: (yield d)
    try: raise e from f
    except* (g, h) as i: pass
    finally: del j
    match k:
        case L(m=[1, *_], n={'o': p}) | -1 if q: exec "r"
    with s as t, u: v: int = w = x if y else z
class A(B, metaclass=C):
    d = [e for f in g if h async for i in j]
    ${many('k += 1; ')}
type L[M] = N
m(
n = = 3 $ (
`,
  bash: `#!/bin/bash${blank}# é 😀
a=1 b+=(c d) e "f $g \${h:-i}" 'j' > k 2>&1 <<< l | m && n || ! o &
cat <<END
p $q $(r)
END
if [[ s -eq t && u =~ ^v$ ]]; then w; elif x; then y; else z; fi
for i in {1..3}; do echo $((i + 1)); done; while read -r a; do b; done < c
case d in e|f) g ;; *) h ;; esac
function i { local j=k; unset l; return 1; }
${many('m; ')}
${many('n ')}
if o; then ( p
`,
  javascript: `#!/usr/bin/env node${blank}// é 😀
import a, { b as c } from 'd' with { type: 'json' }
export default class A extends B { #c = 1; static get d() { return this.#c } [e]() {} }
async function* f({ g = 1, ...h }, [i, , j]) { for await (const k of l) yield* k }
m?.n[o](...p)\`q \${r} s\`; t = u => ({ v, w: x, get y() {}, 'z': 1 })
if (a) b; else if (c) d
switch (e) { case 1: break; default: throw new F(g) }
label: for (let i = 0, j; i < 3; i++) { try { h } catch { i } finally { j } }
k = /l/g.test(m) ? n ?? o : p ** q; r = <S t={u} v="w">x {y} <Z/></S>
${many('a++; ')}
b = [${many('1,')}]
c = { d: (
`,
  typescript,
  // Assertions in angle brackets are errors there.
  tsx: typescript,
}
