/** Commands within a sentence that stand in no marks: "Run pip install requests, then start it." */
import type { Programs } from '../commands/programs.ts'
import type { Span } from './document.ts'
import { isCommandForCertain } from './known-commands.ts'

/** What announces a command. */
const cue =
  /\b(?:run|running|execute|executing|type|enter|issue|invoke|use|using|via|with|need to|have to|must|command)\b(?: the)?(?: following)?(?: command)?:?\s+["“'‘]?(?=[a-z./~])/gi

/** Words of a sentence that no command goes on with, and signs that end it. */
const end =
  /[,;()"”’]|[.!?:](?=\s|$)|\s(?:to|and|then|before|after|from|for|as|if|or|which|that|with|where|when|while|so|because|first|again|once|manually|inside|within|instead|afterwards|on|in|at|is|are|will)\s|\s[—–-]\s/

/** In UTF-16 units, of a sentence and of a command in it. */
const longestSentence = 1000
const longestCommand = 200

export function commandsSpokenIn(sentence: string, own: Programs): readonly Span[] {
  const text = sentence.slice(0, longestSentence)
  return [...text.matchAll(cue)].flatMap((match): readonly Span[] => {
    const start = match.index + match[0].length
    const rest = text.slice(start, start + longestCommand)
    const length = end.exec(rest)?.index ?? rest.trimEnd().length
    return isCommandForCertain(rest.slice(0, length), own) ? [{ start, end: start + length }] : []
  })
}
