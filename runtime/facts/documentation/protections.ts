/**
 * Sentences that tell the reader to turn a protection off as a whole: "Stop the firewall", "SELinux must be disabled",
 * "we recommend disabling SELinux".
 *
 * What tells is the grammar: an imperative, a "must" or "should", a recommendation. A sentence that reports what others did,
 * or that something is off, tells nobody anything.
 */
import type { Fact } from '../../../compiler/index.ts'
import type { Sentence } from './negation.ts'

export type Protection = NonNullable<Fact<'sentence'>['turns_off']>

const names: Readonly<Record<Protection, string>> = {
  selinux: '(?:SE ?Linux|security[- ]enhanced linux)',
  firewall:
    '(?:(?:windows |linux |host |host-based |local |system |os |defender )*firewall(?:s|d)?|ufw|iptables|nftables)',
}

/** What is not the protection itself but a part of it, or is spared by name. */
const parts = String.raw`(?!['’]s\b)(?!\s+(?:rules?|polic(?:y|ies)|ports?|logs?|logging|exceptions?|zones?|notifications?|booleans?|modules?|contexts?|labels?|alerts?|from \w+ing|for (?:the )?(?:port|domain|\w+_t)\b))`

const determiner = String.raw`(?:(?:the|your|any|all|every|both)\s+)*`
const adverb = String.raw`(?:(?:temporarily|permanently|completely|first|then|also|simply|just|either|now|fully|briefly)\s+)*`
const verb = '(?:disable|turn off|switch off|shut ?down|shut off|stop|deactivate)'
const gerund = '(?:disabling|turning off|switching off|shutting down|stopping|deactivating)'
const participle =
  '(?:disabled|turned off|switched off|shut down|stopped|deactivated|off|permissive|set to (?:permissive|disabled)|in permissive mode|put (?:in|into) permissive mode)'
/** Where a clause begins that tells the reader what to do. */
const opening = String.raw`(?:^\W*|[,:;.)]\s*|\s[—–-]\s|\b(?:and|then|or|please|first|next|finally|otherwise|also|step \d+[.:]?)\s+)`
const reader = '(?:you|we|users?|administrators?|admins?|one)'
const duty = '(?:must|should|need to|needs to|has to|have to|ought to|is to|are to)'
const leave = '(?:can|may|might want to|could|want to)'

function patternsFor(name: string): readonly RegExp[] {
  const subject = String.raw`${determiner}\b${name}\b${parts}`
  return [
    String.raw`${opening}${adverb}${verb}\s+${subject}`,
    String.raw`${opening}${adverb}(?:turn|switch|shut)\s+${subject}\s+(?:off|down)\b`,
    String.raw`${opening}${adverb}(?:set|put|switch|change)\s+${subject}(?:\s+mode)?\s+(?:to|in|into)\s+["'\`]?(?:permissive|disabled|off)\b`,
    String.raw`\b(?:${reader}\s+${leave}|${duty}|(?:be sure|make sure|remember|required|necessary|recommended|advised|try|want you) to)\s+${adverb}${verb}\s+${subject}`,
    String.raw`\b(?:recommends?|suggests?|advises?|consider|try|requires?|needs?|involves?)\s+(?:(?:that )?you (?:to )?)?(?:${verb}|${gerund})\s+${subject}`,
    String.raw`\b${name}\b${parts}(?:\s+(?:service|mode|enforcement))?\s+${duty}\s+be\s+${adverb}${participle}\b`,
    String.raw`\b(?:ensure|make sure|verify|check|confirm)\s+(?:that\s+)?${subject}\s+(?:is|are|has been|have been)\s+${participle}\b`,
    String.raw`\b(?:requires?|needs?)\s+${subject}\s+(?:to be\s+)?${participle}\b`,
  ].map((pattern) => new RegExp(pattern, 'i'))
}

const patterns = (Object.keys(names) as Protection[]).map((protection) => ({
  protection,
  mentioned: new RegExp(String.raw`\b${names[protection]}\b`, 'i'),
  telling: patternsFor(names[protection]),
}))

/** Who or what a clause reports about. */
const reporting =
  /\b(?:detect(?:s|ed|ing|ion)?|alerts?|monitors?|reports?|logs|warns?|flags?|triggers?|fires?|indicates?|attackers?|adversar(?:y|ies)|malware|threat actors?|intruders?)\b/i

/** In UTF-16 units; a longer sentence is none. */
const longest = 1500

export function turnedOffIn(sentence: Sentence): Protection | undefined {
  const text = sentence.text.slice(0, longest)
  for (const { protection, mentioned, telling } of patterns) {
    if (!mentioned.test(text)) continue
    for (const pattern of telling) {
      const match = pattern.exec(text)
      if (match !== null && tells(sentence, match)) return protection
    }
  }
  return undefined
}

function tells(sentence: Sentence, { 0: matched, index }: RegExpExecArray): boolean {
  const start = index + matched.length - matched.trimStart().replace(/^[^A-Za-z]+/, '').length
  const before = sentence.text.slice(0, start)
  return !(
    sentence.isConditionalAt(start) ||
    sentence.negatesAt(start, index + matched.length) ||
    /\b(?:not|never|without|cannot|can't|won't)\W*$/i.test(before) ||
    reporting.test(before)
  )
}
