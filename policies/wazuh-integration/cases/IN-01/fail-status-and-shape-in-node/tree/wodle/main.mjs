const answer = await fetch('https://api.acme.io')
const body = await answer.json()
console.error(body.items[0].id)
