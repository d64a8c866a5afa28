/** `proviso kinds`: what a checklist can speak of. */
import { Command } from 'commander'
import { didYouMean, kinds, recordShapes, type Shape } from '../../compiler/index.ts'
import { Failure } from '../failure.ts'
import { deliver } from '../output.ts'
import { renderKind, renderKinds } from '../render/kinds.ts'
import { styleFor } from '../render/style.ts'

const shapes: Readonly<Record<string, Shape>> = { ...kinds, ...recordShapes }

export const kindsCommand = new Command('kinds')
  .argument('[names...]', 'kinds, such as url or command')
  .addHelpText(
    'after',
    `
Exit codes: 0 shown; 2 there is no such kind.

Examples:
  proviso kinds
  proviso kinds url argument`,
  )
  .action(async (names: readonly string[]) => {
    const style = styleFor(process.stdout)
    const parts = names.map((name) => {
      const shape = shapes[name]
      if (shape === undefined) {
        throw new Failure(`there is no kind of fact named "${name}"`, didYouMean(name, Object.keys(shapes)))
      }
      return renderKind(name, shape, style)
    })
    await deliver(names.length === 0 ? renderKinds(kinds, style) : parts.join('\n'), undefined)
  })
