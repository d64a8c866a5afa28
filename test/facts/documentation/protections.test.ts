/** Sentences that tell the reader to turn a protection off, and those that only speak of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Sentence } from '../../../runtime/facts/documentation/negation.ts'
import { turnedOffIn } from '../../../runtime/facts/documentation/protections.ts'

const telling: Readonly<Record<string, 'selinux' | 'firewall'>> = {
  'Disable SELinux.': 'selinux',
  'SELinux must be disabled.': 'selinux',
  'SELinux should be set to permissive.': 'selinux',
  'Set SELinux to permissive mode.': 'selinux',
  'Put SELinux into permissive mode before you start.': 'selinux',
  'Make sure that SELinux is disabled.': 'selinux',
  'You can temporarily turn off SELinux.': 'selinux',
  'We recommend disabling SELinux.': 'selinux',
  'The installer requires SELinux to be disabled.': 'selinux',
  'First, turn SELinux off.': 'selinux',
  'Stop the firewall.': 'firewall',
  'Disable firewalld before the installation.': 'firewall',
  'Please disable the Windows Firewall.': 'firewall',
  'Open a shell and stop the firewall.': 'firewall',
  'The host firewall has to be switched off.': 'firewall',
  'If the agent does not connect, turn off the firewall.': 'firewall',
  'It is recommended to disable the firewall.': 'firewall',
  'The firewall service should be stopped.': 'firewall',
  'Do not forget to deactivate the firewall, and stop ufw.': 'firewall',
}
for (const [text, expected] of Object.entries(telling)) {
  test(`turns off ${expected}: ${text}`, () => assert.equal(turnedOffIn(new Sentence(text)), expected))
}

const speaking = [
  'Do not disable SELinux.',
  'SELinux must not be disabled.',
  'There is no need to disable SELinux.',
  'SELinux does not have to be disabled.',
  'It works without disabling SELinux.',
  'Open port 443 instead of turning off the firewall.',
  'This rule detects when the firewall was disabled.',
  'An alert tells that SELinux is disabled.',
  'Attackers disable the firewall first.',
  'Malware may disable SELinux.',
  'The firewall was disabled by somebody.',
  'When SELinux is disabled, nothing is logged.',
  'If you disable SELinux, restart.',
  'Disable the firewall rule for port 80.',
  "Turn off the firewall's logging.",
  'Stop the firewall from blocking port 443.',
  'Disable SELinux booleans that are not used.',
  'SELinux is a security module.',
  'Allow port 443 in the firewall.',
  'Disable the proxy; the firewall stays on.',
]
for (const text of speaking) {
  test(`turns nothing off: ${text}`, () => assert.equal(turnedOffIn(new Sentence(text)), undefined))
}

for (const piece of ['the ', 'disable the ', 'firewall ', 'you can ', 'windows ', 'SELinux, ']) {
  test(`a moment, not minutes: ${JSON.stringify(piece)}`, { timeout: 10_000 }, () => {
    assert.ok(turnedOffIn(new Sentence(`SELinux firewall ${piece.repeat(100_000)}`)) !== ('x' as unknown))
  })
}
