import { fromHex, hexOf } from '../bytes'
import type { ApduFunction, CardRequest } from '../ports/lpac'

const forms: readonly (readonly [ApduFunction, RegExp])[] = [
  ['logic_channel_open', /^AT\+CCHO="([0-9A-F]+)"$/i],
  ['transmit', /^AT\+CGLA=\d+,\d+,"([0-9A-F]+)"$/i],
  ['logic_channel_close', /^AT\+CCHC=\d+()$/i],
]
/** What a command of lpac's back-end `at` asks of the card; null: of the modem alone, which says OK. */
export function atRequest(line: string): CardRequest | null {
  for (const [func, form] of forms) {
    const octets = fromHex(form.exec(line)?.[1] ?? '?')
    if (octets) return { func, octets }
  }
  return null
}

/** The answer to such a command, as a modem says it. lpac knows no error but ERROR. */
export function atResponse(func: ApduFunction, ecode: number, data?: Uint8Array): string {
  if (ecode < 0) return 'ERROR\r\n'
  if (func === 'logic_channel_open') return `+CCHO: ${ecode}\r\nOK\r\n`
  if (func !== 'transmit' || !data) return 'OK\r\n'
  return `+CGLA: ${data.length * 2},"${hexOf(data).toUpperCase()}"\r\nOK\r\n`
}
