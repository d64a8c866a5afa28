/** What people call kinds, fields, scopes and severities who know other tools. */

export const kindSynonyms: Readonly<Record<string, string>> = {
  ...{ website: 'url', address: 'url', endpoint: 'url', uri: 'url', href: 'url', host: 'url' },
  ...{ request: 'connection', http_request: 'connection', http_call: 'connection', socket: 'connection' },
  ...{ log: 'output', print: 'output', logging: 'output', logger: 'output', stdout: 'output' },
  ...{ exec: 'process', subprocess: 'process', shell: 'process', spawn: 'process' },
  ...{ sql: 'query', sql_query: 'query', statement: 'query', shell_script: 'script', bash_script: 'script' },
  ...{ package: 'dependency', library: 'dependency', module: 'import', heading: 'section', chapter: 'section' },
  ...{ password: 'secret', credential: 'secret', token: 'secret', api_key: 'secret', key: 'secret' },
  ...{ config: 'setting', configuration: 'setting', option: 'setting', variable: 'assignment', method: 'function' },
  ...{ action: 'workflow_step', github_action: 'workflow_step', uses: 'workflow_step' },
  ...{ rule: 'wazuh_rule', job: 'workflow_job', step: 'workflow_step', exception: 'raise', catch: 'handler' },
  ...{ directory: 'path', folder: 'path', mode: 'permission', chmod: 'permission', function_call: 'call' },
  ...{ repo: 'repository', except: 'handler', throw: 'raise', lockfile: 'manifest', text: 'string', literal: 'string' },
}

export const fieldSynonyms: Readonly<Record<string, string>> = {
  ...{ permission: 'mode', perm: 'mode', chmod: 'mode', protocol: 'scheme', hostname: 'host', domain: 'host' },
}

export const scopeSynonyms: Readonly<Record<string, string>> = {
  ...{ doc: 'documentation', docs: 'documentation', readme: 'documentation', documents: 'documentation' },
  ...{ source: 'code', sources: 'code', config: 'configuration', conf: 'configuration' },
  ...{
    settings: 'configuration',
    shell_script: 'scripts',
    script: 'scripts',
    bash: 'shell',
    sh: 'shell',
    py: 'python',
  },
  ...{ js: 'javascript', ts: 'typescript', md: 'markdown', yml: 'yaml', test: 'tests', vendor: 'vendored' },
  ...{ third_party: 'vendored', docker: 'dockerfile' },
}

export const severitySynonyms: Readonly<Record<string, string>> = {
  ...{ blocker: 'critical', fatal: 'critical', severe: 'critical', error: 'high', major: 'high', important: 'high' },
  ...{ warning: 'medium', warn: 'medium', moderate: 'medium', normal: 'medium', minor: 'low', trivial: 'low' },
  ...{ note: 'info', notice: 'info', informational: 'info', information: 'info', none: 'info' },
  ...{ certain: 'high', sure: 'high', tentative: 'low' },
}
