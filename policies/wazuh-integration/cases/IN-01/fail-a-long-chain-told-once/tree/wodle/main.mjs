const answer = await fetch('https://api.acme.io/answer', { signal: AbortSignal.timeout(5000) })
if (!answer.ok) throw new Error(`status ${answer.status}`)
const body = await answer.json()
export const text = body.choices[0].message.content
