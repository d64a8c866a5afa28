import { readFileSync } from 'node:fs'

const alert = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.error(`rule ${alert.rule.id}`)
console.error(process.argv)
console.error(process.argv[3])
console.error(process.argv[4])
console.error(process.argv[2])
