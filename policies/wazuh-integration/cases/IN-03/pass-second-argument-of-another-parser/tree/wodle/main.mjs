export const port = Number.parseInt(process.argv[2], 10)
