/**
 * The commands, in the order in which the help lists them. Only the one that is asked for is loaded: who asks for the
 * version or the help needs none, and no command needs what another one brings with it.
 */
import type { Command } from 'commander'

export interface CommandEntry {
  /** What stands behind the name in the list of commands; a test compares it with the command's own. */
  readonly usage: string
  readonly about: string
  readonly load: () => Promise<Command>
}

export const commands: ReadonlyMap<string, CommandEntry> = new Map(
  Object.entries<CommandEntry>({
    check: {
      usage: '[options] [folder]',
      about: 'Check a repository against a checklist.',
      load: async () => (await import('./commands/check.ts')).checkCommand,
    },
    compile: {
      usage: '[options] [checklist]',
      about: 'Compile a checklist to Rego, an OPA plan and a WASM module.',
      load: async () => (await import('./commands/compile.ts')).compileCommand,
    },
    explain: {
      usage: '[options] <item> [place]',
      about: 'Explain the verdict of an item, or what it makes of a place.',
      load: async () => (await import('./commands/explain.ts')).explainCommand,
    },
    facts: {
      usage: '[options] [folder]',
      about: 'Print the facts of a repository, as JSON.',
      load: async () => (await import('./commands/facts.ts')).factsCommand,
    },
    fmt: {
      usage: '[options] [paths...]',
      about: 'Write checklists in their canonical form.',
      load: async () => (await import('./commands/fmt.ts')).fmtCommand,
    },
    fix: {
      usage: '[options] [paths...]',
      about: 'Mend the mistakes of checklists of which it is known how.',
      load: async () => (await import('./commands/fix.ts')).fixCommand,
    },
    test: {
      usage: '[options] [names...]',
      about: 'Try a checklist on the cases beside it.',
      load: async () => (await import('./commands/test.ts')).testCommand,
    },
    list: {
      usage: '[options] <checklists...>',
      about: 'List the items of a checklist.',
      load: async () => (await import('./commands/list.ts')).listCommand,
    },
    docs: {
      usage: '[options] <checklist>',
      about: 'Write a page that explains a checklist: what each item checks, why, and how to fix it.',
      load: async () => (await import('./commands/docs.ts')).docsCommand,
    },
    kinds: {
      usage: '[options] [names...]',
      about: 'Show what a checklist can speak of: the kinds of facts, or the fields of one.',
      load: async () => (await import('./commands/kinds.ts')).kindsCommand,
    },
  }),
)
