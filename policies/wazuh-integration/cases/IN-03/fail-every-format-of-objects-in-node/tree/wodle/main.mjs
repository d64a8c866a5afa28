import { readFileSync } from 'node:fs'
import v8 from 'node:v8'
import cryo from 'cryo'
import funcster from 'funcster'
import { deserialize } from 'serialize-to-js'

const stored = readFileSync('cache.bin')
export const first = deserialize(stored.toString())
export const second = funcster.deepDeserialize(JSON.parse(stored))
export const third = cryo.parse(stored.toString())
export const fourth = v8.deserialize(stored)
