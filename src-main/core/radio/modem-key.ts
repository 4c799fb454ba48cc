import { sha256 } from '@noble/hashes/sha2.js'
import { utf8Bytes } from '../utf8'

/** Stands for a modem in a file without telling its IMEI to whoever reads the file. */
export function modemKey(imei: string): string {
  const digest = sha256(utf8Bytes(`modem ${imei}`))
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
/** The IMEI in the answer to AT+CGSN; undefined: there is none. */
export function imeiIn(lines: readonly string[]): string | undefined {
  const found = lines.map((line) => /^(?:\+CGSN: *)?"?(\d{14,16})"?$/.exec(line.trim())?.[1])
  return found.find((one) => one !== undefined)
}
