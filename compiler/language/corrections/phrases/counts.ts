/** How many there have to be. */
export const counts = `
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
  zero → 0
  one → 1
  two → 2
  three → 3
  four → 4
  five → 5
`
