/**
 * Runs secretlint's rules, each by itself. Its engine, which measures every call and obeys comments of the scanned text,
 * takes no part; neither does the rule by which the text switches others off.
 */
import { rules } from '@secretlint/secretlint-rule-preset-recommend'
import type {
  SecretLintRuleContext,
  SecretLintRuleCreator,
  SecretLintRuleReportDescriptor,
  SecretLintSourceCode,
} from '@secretlint/types'
import { assert } from '../../../compiler/index.ts'

export interface RuleReport {
  /** Without what the names of all rules begin with: "github". */
  readonly rule: string
  /** Which of the rule's findings it is. */
  readonly message: string
  readonly start: number
  readonly end: number
}

const family = '@secretlint/secretlint-rule-'

/** The rule that obeys comments calls itself a scanner as well. */
const scanners = rules.filter(({ meta }) => meta.id !== `${family}filter-comments`) as readonly SecretLintRuleCreator[]

export async function ruleReportsIn(text: string): Promise<readonly RuleReport[]> {
  const source = sourceOf(text)
  const reports: RuleReport[] = []
  for (const creator of scanners) {
    const rule = creator.meta.id.slice(family.length)
    const context = contextFor(({ message: { messageId }, range: [start, end] }) => {
      reports.push({ rule, message: messageId, start, end })
    })
    await creator.create(context, { enableIDScanRule: true }).file?.(source)
  }
  return reports
}

const contextFor = (report: (descriptor: SecretLintRuleReportDescriptor) => void): SecretLintRuleContext => ({
  sharedOptions: {},
  // Their sentences hold the value, which goes nowhere.
  createTranslator: () => (messageId, data) => ({ messageId: String(messageId), message: '', data }),
  report,
  ignore: () => {},
})

/** A text without a path: the same text gives the same answer anywhere. */
function sourceOf(content: string): SecretLintSourceCode {
  const unused = (): never => assert(false, 'rules go by offsets') as never
  return {
    hasBOM: false,
    content,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: unused,
    rangeToLocation: unused,
    positionToIndex: unused,
    indexToPosition: unused,
  }
}
