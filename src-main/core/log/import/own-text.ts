import { lineBytes } from './at-lines'
import { type ImportEvent, type LogFormat, type LogParser, matching, type Stamp } from './format'
import { takeStamp } from './stamps'

const comment = /^# (?:([\d:.+]+) )?(?:([AB]) )?(?:\[(\d+)\] )?([→←·])(?: (.*))?$/

/** The annotated text this program writes: the arrow in each comment tells whose line comes next. */
class OwnTextParser implements LogParser {
  #next: { dir: 'rx' | 'tx'; port: string; stamp?: Stamp } | undefined

  line(text: string): ImportEvent[] {
    const match = comment.exec(text)
    if (match) return this.#comment(match)
    const next = this.#next
    this.#next = undefined
    if (next) {
      const bytes = lineBytes(`${text}${next.dir === 'tx' ? '\r' : '\r\n'}`)
      return [{ kind: 'bytes', ...next, bytes }]
    }
    return text === '' ? [] : [{ kind: 'text', text }]
  }
  finish(): ImportEvent[] {
    return []
  }

  #comment([text, time, slot = '', channel = '', arrow]: RegExpExecArray): ImportEvent[] {
    const stamp = time === undefined ? undefined : takeStamp(`${time.replace(/^\+/, '')} `).stamp
    // Notes and dividers were made from the log once, and are made again or shown as they are.
    if (arrow === '·') return [{ kind: 'text', text }]
    this.#next = {
      dir: arrow === '→' ? 'tx' : 'rx',
      port: `${slot}${channel}`,
      ...(stamp ? { stamp } : {}),
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
