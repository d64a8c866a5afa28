/** The parts of definitions, parameters and clauses. */
export const declarations = `
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
  define: to be → as
  define: means → as
  define: is → as
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
  use: in → from
  review: for → when
`
