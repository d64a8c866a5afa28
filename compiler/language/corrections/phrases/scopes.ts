/** Where a kind is looked for. */
export const scopes = `
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
`
