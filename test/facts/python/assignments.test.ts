/** Assignments in every form. */
import type { LocalFact } from '../../../runtime/facts/extractor.ts'
import { check } from './support.ts'

const shown = ({ form, target, text, value }: LocalFact<'assignment'>): string =>
  `${form} ${target} = ${text}${value === undefined ? '' : ` (${JSON.stringify(value)})`}`

check('assignment', 'assignment', shown, {
  'a name': ['a = 1', 'name a = 1 (1)'],
  'a name with a type': ['a: int = 1', 'name a = 1 (1)'],
  'a type alone is none': ['a: int'],
  'a constant by name': ['a = "x"\nb = a + "y"', 'name a = "x" ("x")', 'name b = a + "y" ("xy")'],
  'nothing is a value': ['a = None', 'name a = None (null)'],
  'an attribute': ['ctx.check_hostname = False', 'attribute ctx.check_hostname = False (false)'],
  'an element': ['d["a"] = x', 'subscript d["a"] = x'],
  'several at once': ['a = b = 1', 'name a = 1 (1)', 'name b = 1 (1)'],
  'parts of a value': ['a, (b, c.d) = f()', 'name a = f()', 'name b = f()', 'attribute c.d = f()'],
  'what is added': ['a += 1', 'augmented a = 1'],
  'a loop': ['for i, j in x:\n    pass', 'loop i = x', 'loop j = x'],
  'a comprehension': ['[i for i in x]', 'loop i = x'],
  'a with': ['with open("a") as f:\n    pass', 'other f = open("a")'],
  'keys of a dictionary': ['f({"a": x, K: 1, **more})', 'pair "a" = x', 'pair K = 1 (1)'],
  'an expression': ['if (a := f()):\n    pass', 'other a = f()'],
})
