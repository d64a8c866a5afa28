const fs = require('node:fs')
const path = require('node:path')

function save(state) {
  fs.writeFileSync(path.join(__dirname, 'state.json'), JSON.stringify(state))
  fs.writeFileSync(path.join(path.dirname(__filename), 'state.json'), JSON.stringify(state))
  fs.writeFileSync(path.resolve(__dirname, 'state.json'), JSON.stringify(state))
}

save({})
