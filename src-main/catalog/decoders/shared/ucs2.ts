import type { Asked } from '@core/at/decoder'
import type { FactValue } from '@core/at/knowledge'

/**
 * Text sent as UCS2 hex (AT+CSCS="UCS2"), decoded. Without a declared character set only what can hardly be
 * anything else is taken: four hex digits a character, all of them printable Latin, kana or kanji.
 */
export function ucs2(value: FactValue | undefined, charset: Asked['charset']): string | undefined {
  if (typeof value !== 'string' || value.length === 0 || value.length % 4 !== 0) return undefined
  if (/[^0-9a-f]/i.test(value)) return undefined
  const units = value.match(/.{4}/g)?.map((unit) => parseInt(unit, 16)) ?? []
  if (charset !== 'UCS2' && (charset !== undefined || !obvious(units))) return undefined
  return String.fromCharCode(...units)
}

function obvious(units: readonly number[]): boolean {
  return (
    units.length >= 2 &&
    units.every((unit) => isLatin(unit) || isJapanese(unit)) &&
    units.some((unit) => isLatin(unit) || isKana(unit))
  )
}

function isLatin(unit: number): boolean {
  return (unit >= 0x20 && unit <= 0x7e) || (unit >= 0xa0 && unit <= 0xff)
}

function isKana(unit: number): boolean {
  return unit >= 0x3040 && unit <= 0x30ff
}

function isJapanese(unit: number): boolean {
  return isKana(unit) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xffef)
}

/** `{ <name>_decoded: text }` for each of the fields that is UCS2 hex. */
export function decodedFields(
  facts: { readonly [name: string]: FactValue | undefined },
  names: readonly string[],
  charset: Asked['charset'],
): Record<string, string> {
  const decoded: Record<string, string> = {}
  for (const name of names) {
    const text = ucs2(facts[name], charset)
    if (text !== undefined) decoded[`${name}_decoded`] = text
  }
  return decoded
}
