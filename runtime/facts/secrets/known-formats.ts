/** Credentials that tell by their form what they are. */
import { isPlaceholder } from '../placeholder.ts'
import { isDefaultPair } from './defaults.ts'
import type { FoundSecret } from './found-secret.ts'
import { ruleReportsIn } from './rules.ts'

/** How the providers write themselves. Rules that are not here find what gives access to anything. */
const providers: Readonly<Record<string, string>> = {
  '1password': '1Password',
  anthropic: 'Anthropic',
  aws: 'AWS',
  cloudflare: 'Cloudflare',
  databricks: 'Databricks',
  docker: 'Docker',
  figma: 'Figma',
  gcp: 'Google Cloud',
  github: 'GitHub',
  gitlab: 'GitLab',
  grafana: 'Grafana',
  groq: 'Groq',
  'hashicorp-vault': 'HashiCorp Vault',
  huggingface: 'Hugging Face',
  linear: 'Linear',
  notion: 'Notion',
  npm: 'npm',
  openai: 'OpenAI',
  sendgrid: 'SendGrid',
  shopify: 'Shopify',
  slack: 'Slack',
  stripe: 'Stripe',
  tailscale: 'Tailscale',
  vercel: 'Vercel',
}

/** The number of an account names somebody, and gives no access. */
const harmless = 'AWSAccountID'

export async function knownFormatsIn(text: string): Promise<readonly FoundSecret[]> {
  const reports = (await ruleReportsIn(text)).filter(({ message }) => message !== harmless)
  return reports.map(({ rule, start, end }) => {
    const value = text.slice(start, end)
    const provider = providers[rule] ?? 'generic'
    return inAddress(value, start) ?? { detector: rule, provider, placeholder: isFake(value), start, end }
  })
}

/** Real keys hold neither a mask nor the word "example". */
const isFake = (value: string): boolean =>
  /example|x{6,}|\*{3,}|\.{3}|(.)\1{9,}|your|dummy|fake|placeholder/i.test(value) || isPlaceholder(value)

/** Name and password in an address: `https://admin:admin@host`. */
function inAddress(text: string, start: number): FoundSecret | undefined {
  const found = /^([a-z][\w+.-]*:\/\/)([^\s:@/]*):([^\s@]*)@([^\s/?#]*)/i.exec(text)
  if (found === null) return undefined
  const [, scheme = '', user = '', password = '', host = ''] = found
  const from = start + scheme.length + user.length + 1
  const place = { start: from, end: from + password.length }
  if (isDefaultPair(user, password) && !isPlaceholder(host))
    return { detector: 'default-password', provider: 'generic', placeholder: false, ...place }
  const placeholder = isPlaceholder(password) || isPlaceholder(host) || /^pass(word|wd)?$/i.test(password)
  return { detector: 'password-in-address', provider: 'generic', placeholder, ...place }
}
