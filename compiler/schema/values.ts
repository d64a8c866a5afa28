/** The closed sets of words that choices of the facts schema take their values from. */

export const languages = [
  'python',
  'javascript',
  'typescript',
  'shell',
  'markdown',
  'restructuredtext',
  'xml',
  'json',
  'yaml',
  'toml',
  'ini',
  'dockerfile',
  'text',
  'other',
] as const

/** What a file is for. A file has one role; `vendored` and `generated` are said beside it. */
export const roles = [
  'code',
  'documentation',
  'configuration',
  'script',
  'test',
  'template',
  'installer',
  'other',
] as const

/** The words that may follow `in`, and the roles that each takes in. `tests` and `vendored` open what is left out by default. */
export const roleScopes = {
  code: ['code', 'script', 'installer'],
  documentation: ['documentation'],
  configuration: ['configuration', 'template'],
  scripts: ['script', 'installer'],
  tests: ['test'],
} as const

export const ecosystems = ['pypi', 'npm', 'go', 'cargo', 'gem', 'system', 'other'] as const

export const originForms = [
  'call',
  'response',
  'environment',
  'parameter',
  'command_line',
  'stdin',
  'alert',
  'file',
  'setting',
  'literal',
  'url',
  'traceback',
  'exception',
  'global',
  'attribute',
  'unknown',
] as const

/** What a file is for, as the flow of values shows it. */
export const filePurposes = ['secrets', 'state', 'log', 'temporary', 'other'] as const

/** What a path that gets a mode or an owner is for, as its name and the text around it show. */
export const pathRoles = ['secrets', 'state', 'integration', 'other'] as const

/** Protections of a machine that can be turned off as a whole. */
export const protections = ['selinux', 'firewall'] as const
