/** What is said of the kind that a sentence speaks of. */
export const subjects = `
  named # → where name is #
  called # → where name is #
  titled # → where title is #
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
`
