'use strict'

function event(record) {
  process.stdout.write(`${JSON.stringify(record)}\n`)
}

module.exports = { event }
