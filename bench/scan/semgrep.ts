/** Semgrep with rules that ask for about what the checklist asks of Python; two of them follow values. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Cost, costOf } from './measured.ts'

const rules = [
  'python/lang/best-practice/hardcoded-tmp-path',
  'python/lang/best-practice/open-never-closed',
  'python/lang/best-practice/unspecified-open-encoding',
  'python/lang/correctness/tempfile/mktemp',
  'python/lang/security/audit/dangerous-subprocess-use-audit',
  'python/lang/security/audit/dangerous-subprocess-use-tainted-env-args',
  'python/lang/security/audit/dangerous-system-call-audit',
  'python/lang/security/audit/dangerous-system-call-tainted-env-args',
  'python/lang/security/audit/eval-detected',
  'python/lang/security/audit/exec-detected',
  'python/lang/security/audit/formatted-sql-query',
  'python/lang/security/audit/insecure-file-permissions',
  'python/lang/security/audit/logging/logger-credential-leak',
  'python/lang/security/audit/marshal',
  'python/lang/security/audit/subprocess-shell-true',
  'python/lang/security/deserialization/pickle',
  'python/lang/security/unverified-ssl-context',
  'python/requests/best-practice/use-timeout',
  'python/requests/security/disabled-cert-validation',
]

const options = ['--metrics', 'off', '--disable-version-check', '-j', '2', '--quiet', '--sarif']
/** All files, as Proviso lists them, too. */
const noIgnores = ['--no-git-ignore', '--x-ignore-semgrepignore-files']

/** `clone` is a clone of semgrep-rules, bare or not. Undefined where Semgrep is not installed. */
export function semgrep(folder: string, clone: string): Cost | undefined {
  const taken = mkdtempSync(join(tmpdir(), 'proviso-rules-'))
  for (const rule of rules) {
    const text = execFileSync('git', ['-C', clone, 'show', `HEAD:${rule}.yaml`], { encoding: 'utf8' })
    writeFileSync(join(taken, `${basename(rule)}.yaml`), text)
  }
  return costOf('semgrep', 'scan', '--config', taken, ...options, ...noIgnores, folder)
}
