import type { RawLine, Wrapping } from './wrapping'

/** `1.  VISA Write ("ASRL5::INSTR (COM5)", "AT+CSQ.", 7, 7)`, `viRead (ASRL5::INSTR (0x…), "..OK..", 256, 6)` */
const call =
  /^\d{1,9}\. {1,4}(?:VISA|vi|Formatted |IVI-)? ?(Write|Read|Printf|Scanf|Query)[A-Za-z ]{0,12} ?\((.{0,120}?), "(.{0,4000})"(?:, [^"]{0,80})?\)\s*$/i
const started = /^Start Time: (\d\d:\d\d:\d\d\.\d{1,6})/
const fewest = 2

/** The trace of calls to instruments (NI I/O Trace): what cannot be printed is a dot. The time of a call stands below it. */
export const niTrace: Wrapping = {
  open(lines) {
    if (lines.filter((line) => call.test(line)).length < fewest) return undefined
    let held: readonly RawLine[] = []
    const told = (time: string): RawLine[] => {
      const lines = held.map(([line, end]): RawLine => [`${time}${line}`, end])
      held = []
      return lines
    }
    return {
      line(text, end) {
        const [, what = '', , said] = call.exec(text) ?? []
        if (said === undefined) {
          const time = started.exec(text)?.[1]
          return time === undefined ? [[text, end]] : [...told(`${time} `), [text, end]]
        }
        const before = told('')
        const side = /^(?:read|scanf)$/i.test(what) ? 'RX' : 'TX'
        const pieces = side === 'TX' ? [said.replace(/\.{1,2}$/, '')] : said.split(/\.{2,}/)
        held = pieces.filter((one) => one !== '').map((one): RawLine => [`${side}: ${one}`, end])
        return before
      },
      finish: () => told(''),
    }
  },
}
