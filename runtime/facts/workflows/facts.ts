/** What a workflow is made of, as facts. */
import type { Node } from 'yaml'
import type { Place } from '../../../compiler/index.ts'
import type { Extraction, FileInput, Gap, LocalFact } from '../extractor.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'
import { embeddedShellFacts } from '../shell/embedded.ts'
import type { Mapping } from './nodes.ts'
import { scalarText } from './scalar-text.ts'

/** So much of the commands of a step is shown. */
const longestRun = 2_000

export function workflowFacts(input: FileInput, workflow: Mapping): Extraction {
  const facts = new WorkflowFacts(input, workflow)
  for (const { key, keyNode, value, mapping } of workflow.mapping('jobs').entries)
    facts.job(key, keyNode, value, mapping)
  // The steps of an action belong to no job of their own: they are one.
  const runs = workflow.mapping('runs')
  if (runs.exists) facts.job('runs', workflow.node('runs')!, workflow.node('runs')!, runs)
  const { workflow_job, workflow_step, command, permission, undecided } = facts
  return { facts: { workflow_job, workflow_step, command, permission }, undecided }
}

class WorkflowFacts {
  readonly workflow_job: LocalFact<'workflow_job'>[] = []
  readonly workflow_step: LocalFact<'workflow_step'>[] = []
  readonly command: LocalFact<'command'>[] = []
  readonly permission: LocalFact<'permission'>[] = []
  readonly undecided: Gap[] = []
  readonly #input: FileInput
  readonly #workflow: Mapping

  constructor(input: FileInput, workflow: Mapping) {
    this.#input = input
    this.#workflow = workflow
  }

  job(name: string, keyNode: Node, value: Node | null, job: Mapping): void {
    const stating = [job, this.#workflow].find(statesGrants)
    this.workflow_job.push({
      at: this.#placeOf(keyNode),
      name,
      ...actionOf(job.text('uses')),
      grants: stating === undefined ? [] : grantsOf(stating),
      grants_stated: stating !== undefined,
      secret_names: secretsIn(this.#textOf(value)),
    })
    const index = this.workflow_job.length - 1
    for (const { node, mapping } of job.members('steps')) this.#step(node, mapping, job, index)
  }

  #step(node: Node, step: Mapping, job: Mapping, index: number): void {
    const run = step.scalar('run')
    const name = step.text('name')
    const at = this.#placeOf(step.scalar('uses') ?? run ?? node)
    this.workflow_step.push({
      at,
      ...(name === undefined ? {} : { name }),
      ...actionOf(step.text('uses')),
      ...(run === undefined ? {} : { run: String(run.value).slice(0, longestRun) }),
      secret_names: secretsIn(this.#textOf(node)),
      job: index,
    })
    if (run === undefined) return
    const { command, permission, undecided } = embeddedShellFacts(
      this.#input,
      withoutExpressions(scalarText(this.#input.text, run)),
      { found_in: 'workflow', shell: shellOf(step, job, this.#workflow) },
    )
    this.command.push(...command)
    this.permission.push(...permission)
    this.undecided.push(...undecided)
  }

  #textOf(node: Node | null): string {
    const [start, end] = node?.range ?? [0, 0]
    return this.#input.text.slice(start, end)
  }

  /** The first line of a node. */
  #placeOf(node: Node): Place {
    const [start, end] = node.range ?? [0, 0]
    const line = this.#input.text.slice(start, end).split('\n', 1)[0] ?? ''
    return this.#input.lines.placeOf(start, start + line.trimEnd().length)
  }
}

/** `permissions: {}` states that nothing is granted; the key alone, without a value, states nothing. */
const statesGrants = (around: Mapping): boolean =>
  around.text('permissions') !== undefined || around.mapping('permissions').exists

/** `permissions: read-all`, or what is granted of each thing. */
function grantsOf(around: Mapping): readonly string[] {
  const all = around.text('permissions')
  if (all !== undefined) return [all]
  return around.mapping('permissions').entries.map(({ key, value }) => `${key}: ${String(value ?? '')}`)
}

type Action = Pick<LocalFact<'workflow_step'>, 'uses' | 'reference' | 'pinned'>

/** `owner/action@reference`, `./path`, `docker://image:tag`. A step or a job without one has nothing that could move. */
function actionOf(uses: string | undefined): Action {
  if (uses === undefined) return { pinned: true }
  const at = uses.lastIndexOf('@')
  const [name, reference] = at < 0 ? [uses, undefined] : [uses.slice(0, at), uses.slice(at + 1)]
  const isLocal = name.startsWith('./')
  const isWhole = reference !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/.test(reference)
  return { uses: name, ...(reference === undefined ? {} : { reference }), pinned: isLocal || isWhole }
}

/** `secrets.NAME`, `secrets['NAME']`, and all of them where they are inherited. */
function secretsIn(text: string): readonly string[] {
  const named = Array.from(
    text.matchAll(/\bsecrets(?:\.([A-Za-z_][\w-]*)|\[['"]([^'"\]]+)['"]\])/g),
    (match) => match[1] ?? match[2]!,
  )
  const inherited = /^\s*secrets:\s*inherit\b/m.test(text) ? ['inherit'] : []
  return [...new Set([...named, ...inherited])]
}

/** Of the step, else of its job, else of the workflow, else what the runner has. */
function shellOf(step: Mapping, job: Mapping, workflow: Mapping): string {
  const given = [step, ...[job, workflow].map((around) => around.mapping('defaults').mapping('run'))]
  const named = given.map((around) => around.text('shell')).find((shell) => shell !== undefined)
  return named ?? (/windows/i.test(String(job.node('runs-on') ?? '')) ? 'pwsh' : 'bash')
}

/** `${{ … }}` is filled in before the shell sees it: a variable of which nothing is known, as long as it is. */
function withoutExpressions(text: MappedText): MappedText {
  const filled = text.text.replace(/\$\{\{[\s\S]*?\}\}/g, (written) => `$${'_'.repeat(written.length - 1)}`)
  const builder = new MappedTextBuilder()
  builder.add(filled, 0, text.text)
  return builder.build(text)
}
