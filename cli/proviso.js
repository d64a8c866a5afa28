#!/usr/bin/env node
// The command as npm installs it. Plain JavaScript that every Node can read, so that an old one gets a sentence instead
// of a syntax error. The package holds a bundle; the checkout holds sources, which Node runs as they are.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const isOld = major < 22 || (major === 22 && minor < 18)
// A checkout that was set up has a Node of its own.
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

const folder = fileURLToPath(new URL('..', import.meta.url))
const isSetUp =
  existsSync(new URL('../dist/main.js', import.meta.url)) || existsSync(new URL('../node_modules', import.meta.url))

if (!isSetUp) {
  process.stderr.write(`proviso is not set up yet: run "npm ci" in ${folder}, once.\n`)
  process.exitCode = 2
} else if (!isOld) {
  const sources = new URL('./main.ts', import.meta.url)
  await import(existsSync(sources) ? sources.href : new URL('../dist/main.js', import.meta.url).href)
} else if (existsSync(own)) {
  const { status, signal } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' })
  if (signal !== null) process.kill(process.pid, signal)
  process.exitCode = status ?? 2
} else {
  process.stderr.write(`proviso needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 2
}
