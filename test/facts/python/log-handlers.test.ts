import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsIn } from '../support.ts'
import { linkedFacts, originsText } from './support.ts'

/** Where the handlers of a file write, as `line stream`, with what the stream comes from where that is not said by itself. */
async function handlers(text: string): Promise<string> {
  const facts = factsIn(await linkedFacts('wodle/main.py', `import logging\nimport sys\n${text}`), 'log_handler')
  return facts
    .map(({ at, stream, stream_origins: origins }) => {
      const from = stream === 'unknown' ? ` <- ${originsText(origins as never[])}` : ''
      return `${at.line - 2} ${stream}${from}`
    })
    .join(', ')
}

const said: Readonly<Record<string, readonly [text: string, handlers: string]>> = {
  'a handler without a stream': ['logging.StreamHandler()', '1 stderr'],
  'a handler that is told nothing': ['logging.StreamHandler(None)', '1 stderr'],
  'a stream by its name': ['logging.StreamHandler(stream=sys.__stdout__)', '1 stdout'],
  'a stream that is a parameter with a default': ['def f(s=sys.stdout):\n    logging.StreamHandler(s)', '2 stdout'],
  'a stream that nobody knows': ['def f(s):\n    logging.StreamHandler(s)', '2 unknown <- parameter s'],
  'a stream that is set later': ['h = logging.StreamHandler()\nh.setStream(sys.stdout)', '1 stderr, 2 stdout'],
  'the simple form': ['logging.basicConfig(stream=sys.stdout)', '1 stdout'],
  'the simple form without a stream': ['logging.basicConfig()', '1 stderr'],
  'the simple form with a file, which is no stream': ['logging.basicConfig(filename="a.log")', ''],
  'a list of handlers, of which each counts': [
    'logging.basicConfig(handlers=[logging.StreamHandler(sys.stdout)])',
    '1 stdout',
  ],
  'an entry of a table': ['T = {"h": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}}', '1 stdout'],
  'a class that extends a handler': [
    'class H(logging.StreamHandler):\n    def __init__(self):\n        super().__init__(sys.stdout)',
    '3 stdout',
  ],
  'a class that is given the stream': [
    'class H(logging.StreamHandler):\n    pass\nlogging.getLogger().addHandler(H(sys.stdout))',
    '3 stdout',
  ],
  'a class that writes by itself': [
    'class H(logging.Handler):\n    def emit(self, record):\n        sys.stdout.write(self.format(record))',
    '3 stdout',
  ],
  'another class that writes': [
    'class H:\n    def emit(self, record):\n        sys.stdout.write(self.format(record))',
    '',
  ],
}

for (const [name, [text, expected]] of Object.entries(said)) {
  test(`where a logger writes: ${name}`, async () => {
    assert.equal(await handlers(text), expected)
  })
}
