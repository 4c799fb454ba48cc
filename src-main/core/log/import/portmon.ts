import { bytesOf, fromHex } from '../../bytes'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'

// 12 0.00012571 app.exe IRP_MJ_WRITE VCP0 SUCCESS Length 9: AT+CPIN?.
const call =
  /^\d+\s+(\d+\.\d+|\d{1,2}:\d\d:\d\d(?: [AP]M)?)\s+(\S.*?)\s+IRP_MJ_(WRITE|READ)\s+(\S+)\s+\S+\s+Length:? (\d+): ?(.*)$/

/** Portmon of Sysinternals: each call of a Windows program on a serial port; octets in hex, or letters with a dot for others. */
class PortmonParser implements LogParser {
  readonly #several = new Set<string>()

  line(text: string): ImportEvent[] {
    const [, , , way, port = '', length = '0', content = ''] = call.exec(text) ?? []
    if (way === undefined || Number(length) === 0) return [{ kind: 'text', text }]
    this.#several.add(port)
    const bytes = octetsOf(content, Number(length), way === 'WRITE')
    if (bytes.length === 0) return [{ kind: 'text', text }]
    return [{ kind: 'bytes', dir: way === 'WRITE' ? 'tx' : 'rx', bytes, port }]
  }
  finish(): ImportEvent[] {
    return []
  }
}

/** Dots at the edges were line ends; a window that is too small cut the rest off. */
function octetsOf(content: string, length: number, sent: boolean): Uint8Array {
  const text = content.replace(/\s+$/, '')
  const hex = /^(?:[0-9A-F]{2}(?: |$))+$/.test(text) ? fromHex(text.replaceAll(' ', '')) : undefined
  if (hex && (hex.length === length || hex.length > 3)) return hex
  const letters = text
    .replace(/^(\.{2})+/, '\r\n')
    .replace(/\.{2}\.{2}/g, '\r\n')
    .replace(/\.{2}(?=OK|ERROR|[+^]|$)/g, '\r\n')
    .replace(/\.$/, '\r')
  const line = sent ? letters.replace(/[\r\n]+$/, '\r') : letters
  const whole = text.length >= length
  return bytesOf(whole || /[\r\n]$/.test(line) ? line : `${line}${sent ? '\r' : '\r\n'}`)
}

export const portmon: LogFormat = {
  id: 'portmon',
  name: { en: 'Portmon log', ja: 'Portmon のログ' },
  detect: (lines) => 6 * matching(lines, call),
  parser: () => new PortmonParser(),
}
