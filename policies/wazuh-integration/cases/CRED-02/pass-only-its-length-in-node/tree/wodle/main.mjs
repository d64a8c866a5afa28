const token = process.env.API_TOKEN
process.stderr.write(`token of ${token.length} characters, ${token ? 'set' : 'missing'}\n`)
