import { unserialize } from 'node-serialize'

export const state = unserialize(process.argv[2])
