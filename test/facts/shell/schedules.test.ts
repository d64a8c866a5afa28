/** What scripts write into crontabs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shellExtractor } from '../../../runtime/facts/shell/index.ts'
import { extractFrom, factsIn } from '../support.ts'

const every = '*/5 * * * *'
const rows: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  ['a here-document', `cat > /etc/cron.d/x <<E\nA=1\n# all\n${every} root /x/run.sh -v\nE`, ['run.sh root 4:18']],
  ['one for tee', `P=/x\nsudo tee -a /etc/crontab <<E\n${every} wazuh $P/run.sh\nE`, ['run.sh wazuh 3:19']],
  ['what is printed', `echo "${every} root /x/run.sh" >> /etc/crontab`, ['run.sh root 1:24']],
  ['what is printed into tee', `printf '${every} root /x/run.sh\\n' | sudo tee /etc/cron.d/x`, ['run.sh root 1:26']],
  ['one of a user', `(crontab -l; echo "${every} /x/run.sh") | crontab -u root -`, ['run.sh root 1:32']],
  ['one as root', `echo "${every} /x/run.sh" | sudo crontab`, ['run.sh root 1:19']],
  ['one of nobody known', `echo "${every} /x/run.sh" | crontab -`, ['run.sh - 1:19']],
  ['one of root, written by itself', `echo '@daily /x/run.sh' > /var/spool/cron/root`, ['run.sh root 1:14']],
  ['another file', `echo "${every} root /x/run.sh" > /etc/x.conf; crontab -l; crontab x`, []],
]
for (const [what, text, expected] of rows) {
  test(`a crontab: ${what}`, async () => {
    const commands = factsIn(await extractFrom(shellExtractor, 'install.sh', `${text}\n`), 'command')
    const shown = commands
      .filter(({ found_in }) => found_in === 'cron')
      .map(({ name, user = '-', at }) => `${name} ${user} ${at.line}:${at.column}`)
    assert.deepEqual(shown, expected)
  })
}
