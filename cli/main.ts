/** Where the command starts. Node's compile cache is turned on before anything larger is loaded. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { main } = await import('./program.ts')
await main(process.argv)
