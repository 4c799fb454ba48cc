import { type ImportEvent, type LogFormat, type LogParser, matching } from './format'
import { kindOf, ownEvent } from './own-row'

const comment = /^# (?:([\d:.+]+) )?(?:([AB]) )?(?:\[(\d+)\] )?([→←·])(?: (.*))?$/

/** The annotated text this program writes: the arrow in each comment tells whose line comes next. */
class OwnTextParser implements LogParser {
  #next: { dir: 'rx' | 'tx'; slot: string; channel: string; time?: string } | undefined

  line(text: string): ImportEvent[] {
    const match = comment.exec(text)
    if (match) return this.#comment(match)
    const next = this.#next
    this.#next = undefined
    if (next) return [ownEvent({ ...next, kind: kindOf(text), text })]
    return text === '' ? [] : [{ kind: 'text', text }]
  }
  finish(): ImportEvent[] {
    return []
  }

  #comment([text, time, slot = '', channel = '', arrow]: RegExpExecArray): ImportEvent[] {
    // Notes and dividers were made from the log once, and are made again or shown as they are.
    if (arrow === '·') return [{ kind: 'text', text }]
    this.#next = {
      dir: arrow === '→' ? 'tx' : 'rx',
      slot,
      channel,
      ...(time === undefined ? {} : { time }),
    }
    return []
  }
}

export const ownText: LogFormat = {
  id: 'annotated',
  name: { en: 'annotated text of this program', ja: '本プログラムの注釈付きテキスト' },
  detect: (lines) => 4 * matching(lines, comment),
  parser: () => new OwnTextParser(),
}
