import type { EndingsOf } from '../../at/endings'
import { AtLines, isFinal } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'

// [admin@MikroTik] > /interface lte at-chat lte1 input="AT+QCFG=\"band\"" wait=yes
const asked = /(?:^|[\s/])at-chat\b.*?\sinput=(?:"((?:[^"\\]|\\.)*)"|([^\s\]]+))/
const prompt = /^\[[^\]\s@]+@[^\]]+\]\s?[^>]*>/
const output = /^\s*(?:output(?:: ?|=))?/

/** A terminal of RouterOS: the answer behind `output:` and indented below it, up to the result or the next prompt. */
class ChatParser implements LogParser {
  readonly #lines: AtLines
  #inside = false

  constructor(endings?: EndingsOf) {
    this.#lines = new AtLines(endings)
  }

  line(text: string, end: string): ImportEvent[] {
    const [, quoted, bare] = asked.exec(text) ?? []
    const command = quoted?.replace(/\\(["\\])/g, '$1') ?? bare
    if (command !== undefined) {
      this.#inside = true
      return [this.#lines.typed(command)]
    }
    if (prompt.test(text)) this.#inside = false
    if (!this.#inside) return [{ kind: 'text', text }]
    const said = text.replace(output, '').trimEnd()
    if (said === '') return []
    if (isFinal(said)) this.#inside = false
    return this.#lines.line(said, end)
  }

  finish(): ImportEvent[] {
    return []
  }
}

export const routerOsChat: LogFormat = {
  id: 'router-os-chat',
  name: { en: 'terminal of RouterOS with at-chat', ja: 'at-chat を使った RouterOS のターミナル' },
  detect: (lines) => 6 * matching(lines, asked),
  parser: (endings) => new ChatParser(endings),
}
