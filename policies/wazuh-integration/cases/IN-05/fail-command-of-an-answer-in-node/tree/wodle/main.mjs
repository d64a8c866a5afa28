import { exec } from 'node:child_process'

fetch('https://api.acme.io')
  .then((answer) => answer.json())
  .then((body) => exec(`logger ${body.text}`))
