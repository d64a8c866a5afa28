/** Workflows and actions of GitHub: their jobs, their steps, and the commands that these run. */
import type { KindName } from '../../../compiler/index.ts'
import type { Extraction, Extractor, FileInput, ListedFile } from '../extractor.ts'

const kinds: readonly KindName[] = ['workflow_job', 'workflow_step', 'command', 'permission']

export const workflowExtractor: Extractor = {
  name: 'workflows',
  kinds,
  reads: isWorkflow,
  extract,
}

/** An action is described by the same steps, in a file of a fixed name. */
function isWorkflow({ rootPath, name, language }: ListedFile): boolean {
  return language === 'yaml' && (/(^|\/)\.github\/workflows\/[^/]+$/.test(rootPath) || /^action\.ya?ml$/.test(name))
}

/** The parser of YAML is loaded when the first workflow is met. */
async function extract(input: FileInput): Promise<Extraction> {
  const { parseWorkflow } = await import('./parse.ts')
  const workflow = parseWorkflow(input.text)
  if (typeof workflow === 'string') return { facts: {}, undecided: [{ reason: workflow, kinds }] }
  const { workflowFacts } = await import('./facts.ts')
  return workflowFacts(input, workflow)
}
