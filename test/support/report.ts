import type { Place } from '../../compiler/index.ts'
import type { Finding, ItemEntry, ItemReport, Report, Verdict } from '../../runtime/results/model.ts'

export const place = (path: string, line: number, column = 1, endColumn = column + 4): Place => ({
  path,
  line,
  column,
  endLine: line,
  endColumn,
})

export const finding = (at: Place, message: string, more: Partial<Finding> = {}): Finding => ({
  at,
  message,
  related: [],
  fields: {},
  missing: false,
  ...more,
})

export const entry = (id: string, title: string, more: Partial<ItemEntry> = {}): ItemEntry => ({
  id,
  title,
  severity: 'high',
  confidence: 'high',
  tags: [],
  see: [],
  was: [],
  checks: [{ form: 'no' }],
  ...more,
})

export const itemReport = (item: ItemEntry, verdict: Verdict, more: Partial<ItemReport> = {}): ItemReport => ({
  item,
  verdict,
  checks: [],
  reviews: [],
  undecided: [],
  anchor: place('README.md', 1, 1, 1),
  ...more,
})

/** One item of every verdict, on a repository of three files. */
export function sampleReport(): Report {
  const http = finding(place('src/client.py', 2, 8, 27), 'http://api.test/v1 is fetched without TLS', {
    fix: 'Use the https:// form of the endpoint.',
    related: [place('src/client.py', 4)],
    fields: { text: 'http://api.test/v1' },
  })
  const check = { examined: 2, matched: 0, total: 0, evidence: [place('src/client.py', 4)], findings: [] }
  return {
    tool: { name: 'Proviso', version: '0.1.0' },
    repository: {
      folder: 'sample',
      prefix: '',
      files: 3,
      leftOut: { vendored: 12, generated: 3, tests: 0 },
      notes: ['The submodule lib is not scanned.'],
    },
    unread: [{ path: 'src/broken file.py', reason: 'does not parse from line 3' }],
    sources: new Map([['src/client.py', 'import x\nURL = "http://api.test/v1"\n\nOK = "https://api.test"\n']]),
    checklists: [
      {
        id: 'sample',
        version: '1.0.0',
        title: 'Sample checklist',
        items: [
          itemReport(
            entry('NET-01', 'All API connections use HTTPS', {
              section: { id: 'NET', title: 'Network security' },
              tags: ['CWE-319', 'OWASP-A02'],
              see: ['https://example.org/net'],
              rationale: 'What travels in the clear can be read and changed.',
              was: ['NET-1'],
              checks: [{ form: 'no', fix: 'Use the https:// form of the endpoint.' }],
            }),
            'fail',
            { checks: [{ ...check, matched: 1, total: 1, findings: [http] }] },
          ),
          itemReport(
            entry('DOC-01', 'A policy is documented', { severity: 'low', checks: [{ form: 'some' }] }),
            'fail',
            {
              checks: [
                {
                  ...check,
                  matched: 1,
                  total: 1,
                  findings: [finding(place('README.md', 1, 1, 1), 'No policy', { missing: true })],
                },
              ],
            },
          ),
          itemReport(entry('IN-03', 'JSON is parsed without hooks', { severity: 'critical' }), 'undecided', {
            undecided: [{ check: 0, reason: 'does not parse from line 3', path: 'src/broken file.py', kind: 'call' }],
          }),
          itemReport(entry('PROC-03', 'Runs as its own user', { severity: 'medium' }), 'review', {
            reviews: [{ question: 'As which user does it run?', evidence: [] }],
          }),
          itemReport(
            entry('RULE-03', 'Rule IDs are reserved', { severity: 'info', confidence: 'low' }),
            'not applicable',
          ),
          itemReport(entry('OUT-05', 'No custom encoders'), 'pass', { checks: [check] }),
        ],
      },
    ],
  }
}
