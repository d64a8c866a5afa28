/** The command line of a program, in the functions that it is handed down to. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordFact } from '../../../compiler/index.ts'
import { factsIn } from '../support.ts'
import { linkedFacts, originsText } from './support.ts'

const parse = 'import argparse\nparser = argparse.ArgumentParser()\n'

const rows: Readonly<Record<string, readonly [text: string, ...printed: readonly string[]]>> = {
  'a part in the function that gets it': [
    'import sys\ndef main(args):\n    print(args[2])\nmain(sys.argv)',
    'command_line sys.argv[2]',
  ],
  'a part two functions down': [
    'import sys\ndef send(args):\n    print(args[3])\ndef main(args):\n    send(args)\nmain(sys.argv)',
    'command_line sys.argv[3]',
  ],
  'an option': [
    `${parse}def main(args):\n    print(args.key)\nmain(parser.parse_args())`,
    'attribute key, command_line key',
  ],
  'all of it': ['import sys\ndef main(args):\n    print(args)\nmain(sys.argv)', 'command_line sys.argv'],
  'an element, nobody knows which': [
    'import sys\ndef main(args):\n    for each in args:\n        print(each)\nmain(sys.argv)',
    'command_line sys.argv (part)',
  ],
  'an alert by its path': [
    'import json, sys\ndef read(path):\n    return json.load(open(path))\ndef run(args):\n    print(read(args[1]))\ndef main(args):\n    run(args)\nmain(sys.argv)',
    'call main.read, alert path',
  ],
  'a part that the caller takes out stays his': [
    'import sys\ndef show(text):\n    print(text)\nshow(sys.argv[2])',
    'parameter text',
    'command_line sys.argv[2]',
  ],
  'a function with two callers': [
    'import sys\ndef show(text):\n    print(text)\nshow(sys.argv)\nshow("x")',
    'parameter text',
    'command_line sys.argv',
  ],
}

for (const [name, [text, ...printed]] of Object.entries(rows)) {
  test(name, async () => {
    const outputs = factsIn(await linkedFacts('main.py', text), 'output')
    const shown = outputs.map(({ arguments: given }) => originsText(given.flatMap(originsIn)))
    assert.deepEqual(shown, printed)
  })
}

const originsIn = ({ origins }: { readonly [field: string]: unknown }) => origins as readonly RecordFact<'origin'>[]
