/** Rewrites every golden file from what the tests come to now; the change is then reviewed as a change of behaviour. */
import { spawnSync } from 'node:child_process'

const env = { ...process.env, PROVISO_GOLDEN: 'update' }
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', 'test/**/*.test.ts'], {
  stdio: 'inherit',
  env,
})
process.exit(status ?? 1)
