/**
 * Whether a sentence says *not* to do something. Only what tells the reader counts ("do not", "is not needed"), never
 * what describes ("if it does not start"), and only within the clause that it stands in.
 */

/** Before what it forbids or spares. */
const forbidding = new RegExp(
  [
    String.raw`(?:^|[,:(]|\b(?:you|please|and|or|but|we|users?|just|also|always|simply))\s*(?:do not|don['’]?t)\b(?! (?:forget|worry|hesitate|miss|skip|fail|mind))`,
    String.raw`\bnever\b(?! (?:forget|mind))`,
    String.raw`(?<!\bto )\bavoid\b`,
    String.raw`\brefrain from\b`,
    String.raw`\b(?:must|should|shall|need|may) not\b`,
    String.raw`\b(?:mustn|shouldn|needn)['’]?t\b`,
    String.raw`\b(?:do|does) not (?:need|require|have to|ask|tell|instruct|advise|suggest|recommend)\b`,
    String.raw`\b(?:don|doesn)['’]?t (?:need|require|have to|ask|tell|instruct|advise|suggest|recommend)\b`,
    String.raw`\bno (?:longer )?(?:need|reason)\b`,
    String.raw`\bnot (?:necessary|required|needed|recommended|advisable|allowed|safe) to\b`,
  ].join('|'),
  'i',
)

/** Before what is done in another way, or not at all. */
const replacing = /\b(?:without|instead of|rather than)\b|\b(?:no|not)\s*["'“(`]?$/i

/** "Nothing works without it" asks for it. */
const twice = /\b(?:nothing|none|nobody|not|never|cannot|fails?|impossible|useless|\w+n['’]t)\b[^.;]*\bwithout\b/i

/** Behind what it forbids or spares. */
const spared = new RegExp(
  [
    String.raw`\b(?:is|are|was|were) (?:not|never|no longer) (?:\w+ )?(?:needed|required|necessary|recommended|advised|allowed|permitted|used|supported)\b`,
    String.raw`\b(?:isn|aren|wasn)['’]?t (?:\w+ )?(?:needed|required|necessary|recommended|advised|allowed|permitted|used|supported)\b`,
    String.raw`\b(?:must|should|need|may|does|do|can) ?not (?:be|need|have)\b`,
    String.raw`\b(?:mustn|shouldn|needn)['’]?t be\b`,
    String.raw`\b(?:is|are) (?:unnecessary|discouraged|forbidden|prohibited|superfluous)\b`,
    String.raw`^\s*["'”)]?\s*(?:not|never) (?:needed|required|necessary|recommended)\b`,
  ].join('|'),
  'i',
)

/** "No reboot is needed", "no pip packages required". */
const without = /\bno\b(?: [\w-]+){1,4} (?:(?:is|are) )?(?:needed|required|necessary|involved)\b/i

const boundary =
  /;|\s[—–]\s|\s--?\s|(?:^|,?\s)(?:but|if|when|whenever|unless|because|since|so that|while|although|once|in case|otherwise|then|instead(?! of))\s|,\s*(?=(?:do not|don['’]?t|never|use|just use)\b)/gi

/** Clauses that only say when, why or in place of what; at the beginning of a sentence they end at a comma. */
const dependent =
  /^,?\s*(?:if|when|whenever|unless|because|since|so that|while|although|once|in case|instead of|rather than|without)\b/i

const conditional = /^,?\s*(?:if|when|whenever|unless|in case)\b/i

interface Clause {
  readonly start: number
  readonly end: number
  readonly dependent: boolean
}

export class Sentence {
  readonly text: string
  readonly #clauses: readonly Clause[]

  constructor(text: string) {
    this.text = text
    this.#clauses = clausesOf(text.slice(0, longest))
  }

  /** Whether it says not to do something. */
  get isNegated(): boolean {
    return this.#clauses.some((clause) => {
      const text = this.text.slice(clause.start, clause.end)
      return (
        !clause.dependent &&
        !twice.test(text) &&
        [forbidding, replacing, spared, without].some((sign) => sign.test(text))
      )
    })
  }

  /** Whether it says not to do what stands at `start` to `end` of it. */
  negatesAt(start: number, end: number): boolean {
    const clause = this.#clauses.find((each) => each.start <= start && start < each.end)
    if (clause === undefined) return false
    const before = this.text.slice(Math.max(clause.start, start - reach), start)
    const after = this.text.slice(end, Math.min(clause.end, end + reach))
    return (
      forbidding.test(before) ||
      (replacing.test(before.replace(purpose, '')) && !twice.test(before)) ||
      spared.test(after) ||
      sparedAtOnce.test(after)
    )
  }

  /** Whether what stands at `start` of it is only supposed: "if the mode is 644". */
  isConditionalAt(start: number): boolean {
    const clause = this.#clauses.find((each) => each.start <= start && start < each.end)
    return clause?.dependent === true && conditional.test(this.text.slice(clause.start, clause.end))
  }

  /** Whether it says not to do what is shown below it. */
  get forbidsBelow(): boolean {
    if (label.test(this.text)) return true
    const last = this.#clauses.at(-1)
    return last !== undefined && announcing.test(this.text) && forbidding.test(this.text.slice(last.start, last.end))
  }
}

/** What a step is for, before the step: "To run it without Docker: pip install", "For a host without Docker, …". */
const purpose = /^.*:\s|^\s*(?:in order to|to|for)\s[^,]*,/i

const sparedAtOnce = /^[^.,:]{0,60}\b(?:not|never) (?:needed|required|necessary|recommended)\b/i
const announcing = /:\s*$|\b(?:this|these|following|below|like so)\b/i
const label = /^\W*(?:bad|wrong|incorrect|insecure|unsafe|dangerous|don['’]?t|do not|never|avoid)\b(?:\W*$|:)/i

/** So much of a sentence is looked at, and so much on either side of what may be negated; in UTF-16 units. */
const longest = 4000
const reach = 400

function clausesOf(text: string): readonly Clause[] {
  const starts = [0, ...[...text.matchAll(boundary)].map(({ index }) => index)]
  return starts.flatMap((start, i): readonly Clause[] => {
    const end = starts[i + 1] ?? text.length
    const clause = text.slice(start, end)
    if (!dependent.test(clause)) return [{ start, end, dependent: false }]
    const comma = start === 0 || /^\s/.test(clause) ? clause.indexOf(',', 1) : -1
    if (comma < 0) return [{ start, end, dependent: true }]
    return [
      { start, end: start + comma, dependent: true },
      { start: start + comma, end, dependent: false },
    ]
  })
}
