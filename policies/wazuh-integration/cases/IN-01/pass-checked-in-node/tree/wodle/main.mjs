const answer = await fetch('https://api.acme.io')
if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
const body = await answer.json()
console.error(body?.items?.[0]?.id)
