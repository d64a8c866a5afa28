import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Sentence } from '../../../runtime/facts/documentation/negation.ts'

const sentences: Readonly<Record<string, boolean>> = {
  'Do not disable SELinux.': true,
  "Don't turn off the firewall": true,
  'You must never disable SELinux': true,
  'SELinux should not be disabled.': true,
  'There is no need to stop firewalld.': true,
  'SELinux does not need to be disabled.': true,
  'Disabling SELinux is not recommended.': true,
  'Open port 443 instead of turning off the firewall.': true,
  'It works without disabling SELinux.': true,
  'No reboot is required.': true,
  'If it fails, do not disable SELinux.': true,
  'Please do not run this as root.': true,
  'Installation docs do not instruct users to disable SELinux or firewall rules.': true,
  'Disable SELinux.': false,
  'Disable SELinux if you do not need it.': false,
  'Disable SELinux, because it is not supported': false,
  'If the service does not start, disable SELinux.': false,
  'Do not forget to disable SELinux.': false,
  'Turn off the firewall when the agent cannot connect.': false,
  'The agent does not start: turn off the firewall.': false,
  'Note that nothing is logged.': false,
  'Nothing works without disabling SELinux.': false,
}
for (const [sentence, expected] of Object.entries(sentences)) {
  test(`${expected ? 'says not to' : 'does not say not to'}: ${sentence}`, () =>
    assert.equal(new Sentence(sentence).isNegated, expected))
}

/** Whether the code in backticks is negated. */
const around: Readonly<Record<string, boolean>> = {
  'Do not run `x`.': true,
  'Never use `x` here.': true,
  'There is no need to run `x`.': true,
  'Use systemd instead of `x`.': true,
  '`x` is not needed.': true,
  '`x` must not be used.': true,
  '`x` is no longer required.': true,
  'No `x` needed.': true,
  'You don’t need `x`.': true,
  'Run `x`.': false,
  'If that does not help, run `x`.': false,
  'Do not edit the file, but run `x`.': false,
  'Do not edit the file; run `x`.': false,
  'To avoid this, run `x`.': false,
  'Run `x` if you do not have it.': false,
  'Instead of a restart, run `x`.': false,
  'Nothing works without `x`.': false,
  'The integration does not start without `x`.': false,
  'It works without `x`.': true,
  'To run it without Docker: `x`': false,
  'To run it without Docker, run `x`.': false,
  'Do not do this: `x`': true,
}
for (const [text, expected] of Object.entries(around)) {
  test(`${expected ? 'not to do' : 'to do'}: ${text}`, () => {
    const start = text.indexOf('`') + 1
    assert.equal(new Sentence(text).negatesAt(start, text.indexOf('`', start)), expected)
  })
}

const announcements: Readonly<Record<string, boolean>> = {
  'Do not do this:': true,
  'Never run the following as root': true,
  Wrong: true,
  "DON'T:": true,
  'Run this without a restart:': false,
  'Instead of that, run:': false,
  'Set it once to avoid repeating the flags:': false,
  'If it does not start, run:': false,
  'Do not run as root': false,
  'Install the packages:': false,
}
for (const [text, expected] of Object.entries(announcements)) {
  test(`${expected ? 'forbids' : 'does not forbid'} what is below: ${text}`, () =>
    assert.equal(new Sentence(text).forbidsBelow, expected))
}
