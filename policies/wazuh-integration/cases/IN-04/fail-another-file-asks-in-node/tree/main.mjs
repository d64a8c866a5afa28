#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { ask } from './intel.mjs'

const alert = JSON.parse(readFileSync(process.argv[2], 'utf8'))
await ask(alert.data.srcip)
