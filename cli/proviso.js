#!/usr/bin/env node
// The command as npm installs it. Plain JavaScript that every Node can read, so that an old one gets a sentence instead
// of a syntax error. The package holds a bundle; the checkout holds sources, which Node runs as they are.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`proviso needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`)
  process.exit(2)
}

const sources = new URL('./main.ts', import.meta.url)
await import(existsSync(sources) ? sources.href : new URL('../dist/main.js', import.meta.url).href)
