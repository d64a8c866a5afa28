import { renameSync, writeFileSync } from 'node:fs'

const path = process.env.ACME_STATE ?? './state.json'

export function save(state) {
  writeFileSync(`${path}.new`, JSON.stringify(state))
  renameSync(`${path}.new`, path)
}
