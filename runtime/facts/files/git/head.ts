/** What is checked out, from `HEAD`, the file of the branch, or `packed-refs`, and where it was cloned from. */
import { isInside } from '../folder.ts'
import { remoteOf } from './configuration.ts'
import { firstLine, type Repository } from './repository.ts'

export interface Head {
  readonly revision?: string
  readonly branch?: string
  readonly remote?: string
}

const longestPackedRefs = 16 << 20
const longestChain = 5

export function readHead(repository: Repository): Head {
  const remote = remoteOf(repository.configuration)
  return { ...checkedOut(repository), ...(remote === undefined ? {} : { remote }) }
}

function checkedOut({ gitDirectory, commonDirectory }: Repository): Head {
  let line = firstLine(gitDirectory, 'HEAD')
  let name: string | undefined
  for (let step = 0; step < longestChain && line?.startsWith('ref: '); step++) {
    name = line.slice('ref: '.length).trim()
    if (!isInside(name) || !name.startsWith('refs/')) return {}
    line = firstLine(commonDirectory, name) ?? packed(name)
  }
  const branch = name?.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : undefined
  return {
    ...(isObjectId(line) ? { revision: line } : {}),
    // A repository that keeps its branches in a reftable has this in place of one.
    ...(branch !== undefined && branch !== '.invalid' ? { branch } : {}),
  }

  function packed(wanted: string): string | undefined {
    const content = commonDirectory.read('packed-refs', longestPackedRefs)
    if (content.kind !== 'bytes') return undefined
    for (const entry of content.bytes.toString('utf8').split('\n')) {
      if (entry.endsWith(` ${wanted}`)) return entry.slice(0, -wanted.length - 1)
    }
    return undefined
  }
}

const isObjectId = (text: string | undefined): text is string =>
  text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
