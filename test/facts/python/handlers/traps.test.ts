/** Clauses that catch exceptions: what they catch, and what they do with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LocalFact } from '../../../../runtime/facts/extractor.ts'
import { pythonExtractor } from '../../../../runtime/facts/python/index.ts'
import { extractFrom, factsIn } from '../../support.ts'
import { check } from '../support.ts'

/** A handler as its exceptions, and the words of what holds for it. */
function shown(one: LocalFact<'handler'>): string {
  const words = (['bare', 'catches_all', 'reraises', 'logs', 'ends_program'] as const).filter((word) => one[word])
  return [one.exceptions.join('+') || '-', ...words].join(' ')
}

const clause = (head: string, body = 'pass'): string => `try:\n    f()\n${head}:\n    ${body}\n`

check('handler', 'handler', shown, {
  'a bare clause': [clause('except'), '- bare catches_all'],
  'an exception': [clause('except KeyError'), 'KeyError'],
  'an exception of a module': [`import json as j\n${clause('except j.JSONDecodeError as e')}`, 'json.JSONDecodeError'],
  'several exceptions': [clause('except (KeyError, TypeError)'), 'KeyError+TypeError'],
  'several exceptions by name': [`ERRORS = (OSError, ValueError)\n${clause('except ERRORS')}`, 'OSError+ValueError'],
  'every error': [clause('except Exception'), 'Exception catches_all'],
  'a group': [clause('except* OSError'), 'OSError'],
  'several clauses': [`${clause('except KeyError')}except Exception:\n    pass`, 'KeyError', 'Exception catches_all'],
  'raised again': [clause('except Exception', 'raise'), 'Exception catches_all reraises'],
  'raised as another': [clause('except KeyError as e', 'raise ValueError() from e'), 'KeyError reraises'],
  'raised under a condition': [clause('except KeyError', 'if x: raise'), 'KeyError reraises'],
  'raised in a function that it defines': [clause('except KeyError', 'g = lambda: 1'), 'KeyError'],
  'the end of the program is no raising again': [
    clause('except Exception', 'raise SystemExit(1)'),
    'Exception catches_all ends_program',
  ],
  'sys.exit': [`import sys\n${clause('except KeyError', 'sys.exit(1)')}`, 'KeyError ends_program'],
  'a logger': [`import logging\n${clause('except KeyError', 'logging.exception("x")')}`, 'KeyError logs'],
  print: [clause('except KeyError as e', 'print(e)'), 'KeyError logs'],
  'a function of the program': [clause('except KeyError as e', 'log_error(e)'), 'KeyError logs'],
  'a word within a word': [clause('except KeyError as e', 'catalogue(e)'), 'KeyError'],
  'what is suppressed': ['import contextlib\nwith contextlib.suppress(OSError):\n    f()', 'OSError'],
  'the hook of the interpreter': [
    'import sys\ndef hook(kind, value, trace):\n    print(value, file=sys.stderr)\nsys.excepthook = hook',
    '- catches_all logs ends_program',
  ],
  "the interpreter's own hook": ['import sys\nsys.excepthook = sys.__excepthook__'],
})

test('the hook of the interpreter belongs to the functions in which the program starts', async () => {
  const text = 'import sys\ndef main():\n    pass\nsys.excepthook = hook\nif __name__ == "__main__":\n    main()'
  const extraction = await extractFrom(pythonExtractor, 'wodle/main.py', text)
  const functions = factsIn(extraction, 'handler').map((one) => extraction.facts.function?.[one.function]?.name)
  assert.deepEqual(functions, ['<module>', 'main'])
})
