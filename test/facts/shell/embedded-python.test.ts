import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embeddedPythonExtractor } from '../../../runtime/facts/shell/embedded-python.ts'
import { extractFrom, factsIn } from '../support.ts'

const read = (text: string) => extractFrom(embeddedPythonExtractor, 'x.sh', text, ['main.py'])

/** Calls, with their lines and columns. */
const calls: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['in single quotes', 'python3 -c \'import os; os.system("x")\'\n', ['os.system 1:24']],
  ['over lines', "A=1\npython3 -c '\nimport os\nif True:\n    os.system(1)\n'\n", ['os.system 5:5']],
  ['in double quotes', 'python3 -c "import os; os.getenv(\\"$X\\")"\n', ['os.getenv 1:24']],
  ['in a here-document', "python3 - <<'EOF'\nimport os\nos.getcwd()\nEOF\necho\n", ['os.getcwd 3:1']],
  ['with what the shell puts in', 'python3 <<EOF\nimport os\nos.chdir("${DIR}/x")\nEOF\n', ['os.chdir 3:1']],
  ['indented by tabs', 'if a; then\n\tpython3 <<-EOF\n\timport os\n\tos.getcwd()\n\tEOF\nfi\n', ['os.getcwd 4:2']],
  ['through a variable', "PY=/usr/bin/python3\nsudo $PY -c 'eval(x)'\n", ['eval 2:14']],
  ['through one that nobody knows', 'exec "$PYTHON" -u -c \'eval(x)\'\n', ['eval 1:23']],
  ['two programs', "python3 -c 'eval(1)'\npython -c 'exec(2)'\n", ['eval 1:13', 'exec 2:12']],
  ['a program of its own', 'python3 main.py -c "eval(x)"\n', []],
  ['a module', 'python3 -m json.tool <<EOF\n{}\nEOF\n', []],
  ['another program', "perl -c 'eval(x)'\ncat <<EOF\npython eval(x)\nEOF\n", []],
]
for (const [what, text, expected] of calls) {
  test(`Python ${what}`, async () => {
    const extraction = await read(text)
    assert.deepEqual(extraction.undecided, [])
    assert.deepEqual(
      factsIn(extraction, 'call').map(({ callee, at }) => `${callee} ${at.line}:${at.column}`),
      expected,
    )
  })
}

test('code that is put together elsewhere, or does not parse, is said', async () => {
  const { undecided } = await read('python3 -c "$CODE"\n')
  assert.equal(undecided[0]?.reason, 'runs Python code at line 1 that is put together elsewhere')
  assert.equal((await read("python3 -c 'if if'\n")).undecided.length, 1)
})
