import { log } from './log.mjs'

log(`starting with ${process.env.API_TOKEN}`)
