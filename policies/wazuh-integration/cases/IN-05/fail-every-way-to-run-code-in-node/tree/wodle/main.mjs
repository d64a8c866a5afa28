import vm from 'node:vm'

const source = await (await fetch('https://api.acme.io/rule')).text()
eval(source)
new vm.Script(source).runInThisContext()
vm.compileFunction(source)
vm.runInContext(source, vm.createContext())
vm.runInNewContext(source)
vm.runInThisContext(source)
export const check = new Function('event', source)
