/** Numbers with a unit, digits in groups or another base, as the plain number that they stand for. */

/** A field counts bytes and seconds, so that these are what a unit is turned into. */
const units: Readonly<Record<string, number>> = {
  ...{ b: 1, byte: 1, bytes: 1, k: 1000, kb: 1000, m: 1000 ** 2, mb: 1000 ** 2, g: 1000 ** 3, gb: 1000 ** 3 },
  ...{ kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 },
  ...{ s: 1, sec: 1, second: 1, seconds: 1, min: 60, minute: 60, minutes: 60, h: 3600, hour: 3600, hours: 3600 },
}

/** Undefined where nobody can tell: `90%`, `10 apples`. */
export function plainNumber(written: string): number | undefined {
  const text = written.trim().replaceAll(/(?<=\d)[_,](?=\d{3}(?!\d))/g, '')
  if (/^0x[\da-f]+$/i.test(text)) return Number.parseInt(text, 16)
  if (/^0o?[0-7]+$/i.test(text)) return undefined
  const [, digits, unit] = /^(-?\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text) ?? []
  if (digits === undefined || unit === undefined) return undefined
  const name = unit.toLowerCase()
  const factor = unit === '' ? 1 : Object.hasOwn(units, name) ? units[name] : undefined
  return factor === undefined ? undefined : Number(digits) * factor
}
