import https from 'node:https'

const agent = new https.Agent({ rejectUnauthorized: false })
https.get('https://api.acme.io', { agent, timeout: 5000 }, (answer) => answer.resume())
