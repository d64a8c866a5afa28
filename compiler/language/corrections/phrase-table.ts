/**
 * What people write who know other languages, and how it is written here. `#` stands for one token, whatever it is, and
 * is kept; `-` leaves the words out; `not …` goes to the front of the condition. A word with a colon says in which
 * statement or clause only it is meant so. The first line that lets reading go on is taken.
 */
import type { IToken } from 'chevrotain'

const table = `
  equals to → is
  equals → is
  equal to → is
  is equal to → is
  is equals to → is
  is exactly → is
  not is → is not
  is not any of → is not among
  is not equal to → is not
  is not equal → is not
  not equal to → is not
  not equals → is not
  not equal → is not
  does not equal → is not
  doesn't equal → is not
  differs from → is not
  isn't in → is not among
  isn't among → is not among
  isn't → is not
  is not in → is not among
  is not one of → is not among
  is none of → is not among
  not in → is not among
  not among → is not among
  is in → is among
  is one of → is among
  is any of → is among
  is either → is among
  one of → is among
  any of → is among
  among → is among
  in → is among
  is greater than or equal to → >=
  greater than or equal to → >=
  is at least → >=
  at least → >=
  is less than or equal to → <=
  less than or equal to → <=
  is at most → <=
  at most → <=
  is greater than → >
  is more than → >
  is larger than → >
  is above → >
  is over → >
  greater than → >
  more than → >
  above → >
  exceeds → >
  is less than → <
  is smaller than → <
  is fewer than → <
  is below → <
  is under → <
  less than → <
  below → <
  does not contain → not … contains
  doesn't contain → not … contains
  does not contains → not … contains
  not contains → not … contains
  not contain → not … contains
  does not include → not … contains
  does not start with → not … starts with
  doesn't start with → not … starts with
  does not starts with → not … starts with
  not starts with → not … starts with
  not startswith → not … starts with
  does not end with → not … ends with
  doesn't end with → not … ends with
  not ends with → not … ends with
  not endswith → not … ends with
  does not match → not … matches
  doesn't match → not … matches
  does not matches → not … matches
  not matches → not … matches
  is not like → not … like
  not like → not … like
  . startswith ( # ) → starts with #
  . endswith ( # ) → ends with #
  . includes ( # ) → contains #
  . contains ( # ) → contains #
  . match ( # ) → matches #
  . matches ( # ) → matches #
  . test ( # ) → matches #
  is starting with → starts with
  startswith → starts with
  starts_with → starts with
  start with → starts with
  begins with → starts with
  beginswith → starts with
  endswith → ends with
  ends_with → ends with
  end with → ends with
  includes → contains
  include → contains
  containing → contains
  contain → contains
  is containing → contains
  is like → like
  ilike → like
  matches regex → matches
  matches pattern → matches
  is matching → matches
  match → matches
  regex → matches
  does not exist → is missing
  doesn't exist → is missing
  not exists → is missing
  is not present → is missing
  is absent → is missing
  is not missing → is present
  is available → is present
  exists → is present
  exists → -
  exist → is present
  exist → -
  named # → where name is #
  called # → where name is #
  with # # → where # is #
  with no # → where # is missing
  with no → where no
  without # → where # is missing
  without → where no
  has no # → # is missing
  has no → no
  has some → some
  has any → some
  has # → # is present
  such that → where
  for which → where
  that is → where
  that are → where
  which is → where
  which are → where
  that has → where
  that have → where
  that → where
  which → where
  whose → where
  with → where
  when → where
  having → where
  if → where
  if → when
  cannot be → must be not
  cannot have → must have not
  cannot → must not
  can not → must not
  can't be → must be not
  never → must not
  should not be → must be not
  shall not be → must be not
  must not be → must be not
  must never be → must be not
  may not be → must be not
  should not have → must have not
  must not have → must have not
  must never have → must have not
  must has → must have
  must set # # → must have # is #
  must use # # → must have # is #
  must define # # → must have # is #
  must set → must have
  must use → must have
  must define → must have
  must enable → must have
  must specify → must have
  must declare → must have
  must provide → must have
  must include → must have
  must contain → must have
  must always → must
  must also → must
  should always → must
  should → must
  shall → must
  has to → must
  have to → must
  needs to → must
  need to → must
  ought to → must
  will → must
  => → must
  then → must
  may → must
  has no → must have no
  has → must have
  have → must have
  is → must be
  are → must be
  and must have → and
  and must be → and
  and must → and
  and should → and
  or must → or
  there is a → some
  there is an → some
  there is any → some
  there is some → some
  there is no → no
  there are no → no
  there are some → some
  there exists a → some
  there exists → some
  there is → some
  there are → some
  any → some
  all # are # → every # must #
  all # # → every # must #
  both → -
  either → -
  no more than → at most
  not more than → at most
  up to → at most
  maximum → at most
  no fewer than → at least
  no less than → at least
  not less than → at least
  minimum → at least
  where → and
  must have → where
  must be → where
  must → where
  but not → and not
  except where → and not
  except when → and not
  except → and not
  unless → and not
  a → -
  an → -
  the → -
  and also → and
  but → and
  plus → and
  , → and
  or else → or
  or → ,
  and → ,
  int → number
  integer → number
  float → number
  numeric → number
  string → text
  str → text
  bool → boolean
  list of texts → list of text
  list of strings → list of text
  list of string → list of text
  list of numbers → list of number
  list of ints → list of number
  strings → list of text
  array → list of text
  list → list of text
  between # and # → from # to #
  from # until # → from # to #
  min # max # → from # to #
  one of → among
  to be → as
  means → as
  is → as
  in the → in
  in all files → anywhere
  in files → in
  in file → in
  in folder → in
  in folders → in
  in directory → in
  in path → in
  inside of → in
  inside → in
  within → in
  under → in
  of → -
  of → in
  from → in
  everywhere → anywhere
  files → -
  in → ,
  applies: only when → when
  applies: only if → when
  applies: where → when
  review: where → when
  define: as where → as
  define: as some → as
  define: as every → as
  define: as a → as
  define: as an → as
  parameter: defaults to → =
  parameter: with default → =
  parameter: default → =
  parameter: is → =
  parameter: yes → true
  parameter: on → true
  parameter: no → false
  parameter: off → false
  parameter: . . → to
  nor → or
  use: in → from
  zero → 0
  one → 1
  two → 2
  three → 3
  four → 4
  five → 5
  = → is
  = → as
`

export interface Phrase {
  /** The first word of the statement or clause that it stands in; undefined where that may be any. */
  readonly within: string | undefined
  readonly written: readonly string[]
  readonly meant: readonly string[]
}

const phrases: readonly Phrase[] = table.split('\n').flatMap((line) => {
  const [, within, written, meanings] = /^ *(?:(\w+): )?(.+) → (.+)$/.exec(line) ?? []
  if (written === undefined || meanings === undefined) return []
  return [{ within, written: written.split(' '), meant: meanings === '-' ? [] : meanings.split(' ') }]
})

const byFirstWord = Map.groupBy(phrases, ({ written }) => written[0] as string)

/** The phrases that stand at `index`. */
export function phrasesAt(tokens: readonly IToken[], index: number): readonly Phrase[] {
  const first = tokens[index]?.image.toLowerCase().replace('’', "'")
  const candidates = first === undefined ? [] : (byFirstWord.get(first) ?? [])
  return candidates.filter(
    ({ within, written }) =>
      (within === undefined || tokens[0]?.image === within) &&
      written.every((word, offset) => stands(word, tokens[index + offset])),
  )
}

const stands = (word: string, token: IToken | undefined): boolean =>
  token !== undefined && (word === '#' || token.image.toLowerCase().replace('’', "'") === word)
