import { execFileSync } from 'node:child_process'

const answer = await fetch('https://api.acme.io')
const { host } = await answer.json()
execFileSync('ping', ['-c', '1', host])
