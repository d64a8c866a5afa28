const emit = (event) => console.log(JSON.stringify(event))
const log = (text) => console.error(text)

log('started')
emit({ a: 1 })
