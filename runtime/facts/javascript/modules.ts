/**
 * How the names that modules are imported by, and the files of the repository, belong together. A module of the repository
 * is called by its path without an extension, behind a slash that no package begins with: `/lib/client`, `/index`.
 */

import { words } from '../classify/words.ts'
import type { LocalFact } from '../extractor.ts'
import type { RepositoryTree } from '../tree/tree.ts'
import { localModule, nameOf } from './module-lookups.ts'

export type Provenance = LocalFact<'import'>['provenance']

export interface ResolvedModule {
  readonly name: string
  readonly provenance: Provenance
}

const nodeModules =
  words(`assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel
  dns domain events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl
  sqlite stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib`)

/** Names of Node's modules that are global as well, or have two names. */
const same: Readonly<Record<string, string>> = {
  'url.URL': 'URL',
  'url.URLSearchParams': 'URLSearchParams',
  'buffer.Buffer': 'Buffer',
  'timers.setTimeout': 'setTimeout',
  'timers.setInterval': 'setInterval',
}

export class Modules {
  /** The name of the file itself, by which its functions and classes are called. */
  readonly own: string
  readonly #folder: string
  readonly #tree: RepositoryTree
  readonly #names = new Set<string>()
  readonly #known = new Map<string, ResolvedModule>()

  constructor(path: string, tree: RepositoryTree) {
    this.own = nameOf(path)
    this.#folder = path.slice(0, path.lastIndexOf('/') + 1)
    this.#tree = tree
  }

  /** What `import "…"` and `require("…")` mean in this file. */
  resolve(specifier: string): ResolvedModule {
    const known = this.#known.get(specifier) ?? this.#find(specifier)
    this.#known.set(specifier, known)
    this.#names.add(known.name)
    return known
  }

  /** Whether a dotted name is that of a module of the repository, or of something in one. */
  isOwn(dotted: string): boolean {
    return dotted.startsWith('/')
  }

  /** Whether a dotted name is that of a module as a whole, which this file imports. */
  isModule(dotted: string): boolean {
    return this.#names.has(dotted)
  }

  #find(specifier: string): ResolvedModule {
    const written = specifier.replace(/[?#].*$/, '') || specifier
    if (/^\.{1,2}(\/|$)|^\//.test(written))
      return { name: this.#tree.ask(localModule, written, this.#folder), provenance: 'local' }
    // What build tools and package.json name the project's own folders by.
    if (/^([@~]\/|#)/.test(specifier))
      return { name: this.#tree.ask(localModule, specifier.replace(/^[@~#]\/?/, './'), 'src/'), provenance: 'local' }
    if (/^(file|https?):/.test(specifier)) return { name: specifier, provenance: 'external' }
    const bare = specifier.replace(/^(node|npm|jsr):\/?/, '')
    const [top = bare] = bare.split('/')
    if (/^(bun|cloudflare|deno):/.test(bare)) return { name: bare, provenance: 'stdlib' }
    const isBuiltIn = specifier.startsWith('node:') || (nodeModules.has(top) && !specifier.startsWith('npm:'))
    if (isBuiltIn) return { name: bare.replaceAll('/', '.'), provenance: 'stdlib' }
    return { name: bare.replace(/(?<=.)@[\d^~*][^/]*/, ''), provenance: 'external' }
  }
}

/** A name by which the same thing goes everywhere. */
export const canonical = (dotted: string): string => (Object.hasOwn(same, dotted) ? (same[dotted] ?? dotted) : dotted)
