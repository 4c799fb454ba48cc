import { bytesOf, fromHex, hexOf } from '../../bytes'
import { septetsOf, textOfSeptets } from '../../sms/alphabet'
import { ucs2Octets, ucs2Text } from '../../sms/ucs2'

/** AT+CSCS: how texts travel between modem and host (27.007, 5.5). The order is that of the setting's numbers. */
export const characterSets = ['IRA', 'GSM', 'UCS2'] as const
export type CharacterSet = (typeof characterSets)[number]

/** A text as it is written to the host. */
export function written(text: string, set: CharacterSet): string {
  switch (set) {
    case 'IRA':
      return text.replace(/[^\n\r\x20-\x7e]/g, '?')
    case 'GSM':
      return String.fromCharCode(...septetsOf(text))
    case 'UCS2':
      return hexOf(ucs2Octets(text)).toUpperCase()
  }
}

/** What the host wrote, as a text; undefined: not in that character set. */
export function understood(line: string, set: CharacterSet): string | undefined {
  switch (set) {
    case 'IRA':
      return /^[\n\r\x20-\x7e]*$/.test(line) ? line : undefined
    case 'GSM':
      return [...bytesOf(line)].every((octet) => octet < 0x80)
        ? textOfSeptets(bytesOf(line))
        : undefined
    case 'UCS2': {
      const octets = line.length % 4 === 0 ? fromHex(line) : undefined
      return octets && ucs2Text(octets)
    }
  }
}
