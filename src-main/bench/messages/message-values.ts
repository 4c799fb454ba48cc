import type { Facts, FactValue } from '@core/at/knowledge'
import { fromHex } from '@core/bytes'
import { errorWords, Fault } from '@core/fault'
import { isPhoneNumber } from '@core/sms/address'
import { ucs2Text } from '@core/sms/ucs2'
import type { Words } from '@core/words'
import { storageIn } from './message-line'
import { partsWentOut } from './words'

/** What people write between digits is left out. Throws `sms-number`. */
export function plainNumber(text: string): string {
  const number = text.replace(/[\s()./-]/g, '')
  // The letters a to c of 24.011 are digits to a network, and a mistake of whoever types them.
  if (!isPhoneNumber(number) || /[a-c]/i.test(number)) throw new Fault('sms-number')
  return number
}

/** The memories that are read, where the modem has them; "MT" is both of the first. */
const wanted = ['SM', 'ME', 'SR']

/** Which memories are read: the usual ones that the modem offers, and the one it reads now. */
export function namesOf(offered: Facts | undefined, now: Facts): readonly string[] {
  const own = storageIn(now['mem1'])?.name
  const list = offered?.['mem1']
  const names = Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
  const usual = wanted.filter((name) => names.includes(name))
  if (own === undefined || usual.includes(own)) return usual
  // "MT" holds what the others hold.
  return own === 'MT' && usual.some((name) => name !== 'SR') ? usual : [own, ...usual]
}

export function rowsOf(value: FactValue | undefined): readonly Facts[] {
  if (!Array.isArray(value)) return []
  return value.filter((row): row is Facts => typeof row === 'object' && row !== null)
}
export const textIn = (value: FactValue | undefined): string =>
  typeof value === 'string' ? value : ''
export const numberIn = (value: FactValue | undefined): number =>
  typeof value === 'number' ? value : 0

/** A number as the modem says it; in hex where AT+CSCS is "UCS2" (27.007, 5.5). */
export function numberText(value: FactValue | undefined): string {
  const text = textIn(value)
  return isUcs2Number(text) ? ucs2In(text) : text
}
/** `002B00380031…`: AT+CSCS is "UCS2", and texts are said so, too. */
export const isUcs2Number = (text: string): boolean => /^(00[23][0-9AB])+$/i.test(text)
/** The text of such hex; as it is where it is none. */
export function ucs2In(text: string): string {
  const octets = text.length % 4 === 0 ? fromHex(text) : undefined
  return octets ? ucs2Text(octets) : text
}

export function partly(done: number, parts: number, error: unknown): Words {
  const why = errorWords(error)
  return partsWentOut(done, parts, why)
}
