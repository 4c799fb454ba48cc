import type { EndingsOf } from '../../at/endings'
import { AtLines, isAnswer, isFinal } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { prefixStamp } from './prefix-stamp'

/** `*Mar  1 00:12:11.003: CHAT0/0/0: Sending string: ATDT*99#` */
const said = /\bCHAT\d+(?:\/\d+){0,3}: (.*)$/
const sends = /^Sending string: (.+)$/
const came = /^Completed match for expect: (.+)$/

/** The chat script of a Cisco router (`debug chat`): what was sent, and which of the words waited for came. */
class CiscoChatParser implements LogParser {
  readonly #lines: AtLines
  #stamp: Stamp | undefined

  constructor(endings?: EndingsOf) {
    this.#lines = new AtLines(endings)
  }

  line(text: string): ImportEvent[] {
    const content = said.exec(text)?.[1]?.trimEnd()
    this.#stamp = (content === undefined ? undefined : prefixStamp(text)) ?? this.#stamp
    const stamp = this.#stamp
    const events = content === undefined ? this.#lines.line(text) : this.#said(content, text)
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
  finish(): ImportEvent[] {
    return []
  }

  #said(content: string, text: string): ImportEvent[] {
    const sent = sends.exec(content)?.[1]
    if (sent !== undefined) return [this.#lines.typed(sent.replace(/\\[rn]$/, ''))]
    const word = came.exec(content)?.[1] ?? ''
    return isFinal(word) || isAnswer(word) ? this.#lines.line(word) : [{ kind: 'text', text }]
  }
}

export const ciscoChat: LogFormat = {
  id: 'cisco-chat',
  name: { en: 'debug chat of a Cisco router', ja: 'Cisco ルーターの debug chat' },
  detect: (lines) =>
    3 * matching(lines, /\bCHAT\d+(?:\/\d+){0,3}: (?:Sending string|Completed match for expect): /),
  parser: (endings) => new CiscoChatParser(endings),
}
