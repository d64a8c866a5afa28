export const state = JSON.parse(process.argv[2], null)
