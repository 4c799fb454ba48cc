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

  #comment([
    text,
    time,
    slot = '',
    channel = '',
    arrow,
    said = '',
  ]: RegExpExecArray): ImportEvent[] {
    if (arrow === '·') return [noteOf(text, said, { slot, channel, ...(time ? { time } : {}) })]
    this.#next = {
      dir: arrow === '→' ? 'tx' : 'rx',
      slot,
      channel,
      ...(time === undefined ? {} : { time }),
    }
    return []
  }
}

/** A divider is one again; other notes were made from the log once, and are made again or shown as they are. */
function noteOf(
  text: string,
  said: string,
  place: { slot: string; channel: string; time?: string },
): ImportEvent {
  const divider = /^── (.*) ──$/.exec(said)?.[1]
  return divider === undefined
    ? { kind: 'text', text }
    : ownEvent({ ...place, dir: 'note', kind: 'divider', text: divider })
}

export const ownText: LogFormat = {
  id: 'annotated',
  name: { en: 'annotated text of this program', ja: '本プログラムの注釈付きテキスト' },
  detect: (lines) => 4 * matching(lines, comment),
  parser: () => new OwnTextParser(),
}
