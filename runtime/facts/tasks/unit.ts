/** What a systemd service starts, and as whom. */
import { dialects, lineSettings } from '../configuration/lines.ts'
import { type MappedText, MappedTextBuilder } from '../mapped-text.ts'

export interface Service {
  /** `undefined` where it cannot be told: a user of the service's own, or a template's. */
  readonly user: string | undefined
  readonly commands: readonly MappedText[]
}

const starting = /^Service\.Exec(Start|StartPre|StartPost|Reload|Stop|StopPost|Condition)$/

/** Without `User=` the service of the system runs as root. */
export function serviceIn(text: string): Service {
  const { settings } = lineSettings(text, dialects.unit)
  const last = (key: string) => settings.findLast((setting) => setting.key === key)?.value
  const isDynamic = /^(yes|true|on|1)$/i.test(String(last('Service.DynamicUser') ?? ''))
  const named = last('Service.User')
  const user = named === undefined || named === '' ? (isDynamic ? undefined : 'root') : String(named)
  const commands = settings.filter(({ key }) => starting.test(key)).map(({ start, end }) => commandAt(text, start, end))
  return { user: user !== undefined && /^[\w.-]+$/.test(user) ? user : undefined, commands }
}

/** Behind the sign and the marks before the program; the lines that it goes on over are joined as a shell does. */
function commandAt(text: string, start: number, end: number): MappedText {
  const written = text.slice(start, end)
  const from = /^[^=]*=\s*[-@:+!|]*/.exec(written)?.[0].length ?? 0
  const builder = new MappedTextBuilder()
  builder.add(written.slice(from), start + from)
  return builder.build()
}
