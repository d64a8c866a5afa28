/** What the tools are asked alike: the item of `shared.checklist`, and what its peers call the same question. */

export interface Question {
  /** The item of the shared checklist. */
  readonly item: string
  /** Rules of ruff, whose fixtures and snapshots bear the same names. */
  readonly ruff: readonly string[]
  readonly bandit: readonly string[]
  /** Files of semgrep-rules, without their extension: the rule, and the code that it is tried on. */
  readonly semgrep: readonly string[]
}

export const questions: readonly Question[] = [
  { item: 'NO-TIMEOUT', ruff: ['S113'], bandit: ['B113'], semgrep: ['python/requests/best-practice/use-timeout'] },
  {
    item: 'NO-VERIFICATION',
    ruff: ['S501', 'S323'],
    bandit: ['B501', 'B323'],
    semgrep: ['python/requests/security/disabled-cert-validation', 'python/lang/security/unverified-ssl-context'],
  },
  { item: 'TMP-PATH', ruff: ['S108'], bandit: ['B108'], semgrep: ['python/lang/best-practice/hardcoded-tmp-path'] },
  {
    item: 'OPEN-MODE',
    ruff: ['S103'],
    bandit: ['B103'],
    semgrep: ['python/lang/security/audit/insecure-file-permissions'],
  },
  { item: 'EVAL', ruff: ['S307'], bandit: ['B307'], semgrep: ['python/lang/security/audit/eval-detected'] },
  { item: 'EXEC', ruff: ['S102'], bandit: ['B102'], semgrep: ['python/lang/security/audit/exec-detected'] },
  {
    item: 'SHELL',
    ruff: ['S602'],
    bandit: ['B602'],
    semgrep: ['python/lang/security/audit/subprocess-shell-true'],
  },
  {
    item: 'SQL',
    ruff: ['S608'],
    bandit: ['B608'],
    semgrep: ['python/lang/security/audit/formatted-sql-query', 'python/lang/security/audit/sqli/psycopg-sqli'],
  },
  { item: 'PRINT', ruff: ['T201'], bandit: [], semgrep: [] },
  {
    item: 'PICKLE',
    ruff: ['S301'],
    bandit: ['B301'],
    semgrep: ['python/lang/security/deserialization/pickle', 'python/lang/security/deserialization/avoid-jsonpickle'],
  },
  {
    item: 'YAML',
    ruff: ['S506'],
    bandit: ['B506'],
    semgrep: ['python/lang/security/deserialization/avoid-pyyaml-load'],
  },
]
