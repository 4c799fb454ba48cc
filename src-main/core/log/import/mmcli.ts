import { AtLines, wholeLine } from './at-lines'
import { managerRow } from './manager-says'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'

// $ mmcli -m 0 --command='+CSQ'; the program puts AT in front where it is missing.
const asked = /\bmmcli\b.*\s--command[= ](?:'([^']+)'|"((?:[^"\\]|\\.)+)"|(\S+))/
const answered = /^response: '(.*)$/
const refused = /^error: command failed: .*?ModemManager1?\.Error\.(\w+)\.\w+: (.*?)'?\s*$/

/** A terminal with ModemManager's command line: a command a call, the answer in quotes over several lines, no OK. */
/** What mmcli says of the SIM, where it asks for no command of AT. */
function rowOf(text: string): ImportEvent {
  const row = text.startsWith('error: ') ? managerRow(text) : undefined
  return row ? { kind: 'row', row } : { kind: 'text', text }
}

class MmcliParser implements LogParser {
  readonly #lines = new AtLines()
  #inside = false

  line(text: string): ImportEvent[] {
    const [, single, double, bare] = asked.exec(text) ?? []
    const command = single ?? double?.replace(/\\(["\\])/g, '$1') ?? bare
    if (command !== undefined) {
      this.#inside = false
      return [this.#lines.typed(/^at/i.test(command) ? command : `AT${command}`)]
    }
    const first = answered.exec(text)?.[1]
    if (first !== undefined) return this.#answer(first)
    if (this.#inside) return this.#answer(text)
    const [, domain = '', words = ''] = refused.exec(text) ?? []
    if (words === '') return [rowOf(text)]
    // What ModemManager names an error of the mobile equipment came as +CME ERROR.
    const line = { MobileEquipment: `+CME ERROR: ${words}`, Message: `+CMS ERROR: ${words}` }[
      domain
    ]
    return line === undefined
      ? [{ kind: 'text', text }]
      : [{ kind: 'text', text }, wholeLine('rx', line, true)]
  }
  finish(): ImportEvent[] {
    return []
  }

  #answer(text: string): ImportEvent[] {
    this.#inside = !text.endsWith("'")
    const line = text.replace(/'$/, '').trim()
    return line === '' ? [] : [wholeLine('rx', line, true)]
  }
}

export const mmcli: LogFormat = {
  id: 'mmcli',
  name: { en: 'terminal with mmcli', ja: 'mmcli を使ったターミナル' },
  detect: (lines) => 6 * matching(lines, asked),
  parser: () => new MmcliParser(),
}
