/** Mistakes in checklists as a SARIF log of their own, for code scanning of a repository that holds checklists. */
import type { DiagnosticJson, Place } from '../compiler/index.ts'
import type { Report } from '../runtime/results/model.ts'
import { fingerprinter } from './fingerprints.ts'
import { locationOf, root } from './locations.ts'
import type { MistakesLog, Notification } from './types.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** `failed` if the command could not do its work because of them. Paths are relative to the folder it was run in. */
export function mistakesLog(
  tool: Report['tool'],
  diagnostics: readonly DiagnosticJson[],
  failed: boolean,
): MistakesLog {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const fingerprint = fingerprinter(new Map())
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: codes.map((code) => ({ id: code, shortDescription: { text: inWords(code) } })),
          },
        },
        automationDetails: { id: 'proviso/checklists/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The folder that the command was run in.' } } },
        invocations: [{ executionSuccessful: !failed, toolExecutionNotifications: [] }],
        results: diagnostics.map((diagnostic) => {
          const [at, message] = [placeOf(diagnostic), sentenceOf(diagnostic)]
          return {
            ruleId: diagnostic.code,
            ruleIndex: codes.indexOf(diagnostic.code),
            kind: 'fail',
            level: levelOf(diagnostic),
            message: { text: message },
            locations: [locationOf(at)],
            partialFingerprints: fingerprint({ ruleId: diagnostic.code, at, message, missing: false }),
          }
        }),
      },
    ],
  }
}

/** Beside the results of a check: they concern how the tool was set up, not the repository. */
export function mistakeNotification(diagnostic: DiagnosticJson): Notification {
  return {
    descriptor: { id: diagnostic.code },
    level: levelOf(diagnostic),
    message: { text: `${diagnostic.path}:${diagnostic.line}:${diagnostic.column}: ${sentenceOf(diagnostic)}` },
  }
}

const levelOf = ({ severity }: DiagnosticJson) => (severity === 'error' ? 'error' : 'warning')

const placeOf = ({ path, line, column, endLine, endColumn }: DiagnosticJson): Place => ({
  path,
  line,
  column,
  endLine,
  endColumn,
})

function sentenceOf({ message, hint }: DiagnosticJson): string {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`
  return hint === null ? sentence : `${sentence} ${hint}`
}

/** `unknown-field` is a name that its words explain. */
const inWords = (code: string): string => {
  const words = code.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
