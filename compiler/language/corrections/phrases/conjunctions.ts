/** Words that join conditions, and words that only fill. */
export const conjunctions = `
  and where → and
  and that → and
  and which → and
  or where → or
  where → and
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
  nor → or
`
