import { bytesOf } from '../../bytes'
import { literal, ownRegExp, type Pattern } from '../../regexp'
import { wholeLine } from './at-lines'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { listed, unwrapped } from './line-core'
import { prefixStamp } from './prefix-stamp'

/** What stands before a line that was sent or received, as a person told it; `*` is anything. */
export interface HandMarks {
  readonly sent?: string
  readonly received?: string
}

function formOf(mark: string): Pattern {
  return ownRegExp(mark.split('*').map(literal).join('.*?'))
}

/** What stands before a line of one direction; the first that fits counts. */
export type DirectionForm = readonly [dir: 'tx' | 'rx', form: Pattern]

export class HandParser implements LogParser {
  readonly #forms: readonly DirectionForm[]

  constructor(forms: readonly DirectionForm[]) {
    this.#forms = forms
  }

  line(text: string): ImportEvent[] {
    const stamp = prefixStamp(text)
    const events = this.#events(text)
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
  finish(): ImportEvent[] {
    return []
  }

  #events(text: string): ImportEvent[] {
    for (const [dir, form] of this.#forms) {
      const found = form.find(text)
      if (!found) continue
      const content = text.slice(found.to).trim()
      const lines = listed(content)
      if (lines)
        return lines.filter((line) => line !== '').map((line) => wholeLine(dir, line, true))
      const [, open = '', rest = ''] = /^(["'[]?)(.*)$/.exec(content) ?? []
      const { text: plain, escaped } = unwrapped(rest, open)
      if (escaped) return [{ kind: 'bytes', dir, bytes: bytesOf(plain) }]
      return plain === '' ? [] : [wholeLine(dir, plain, true)]
    }
    return [{ kind: 'text', text }]
  }
}

function formsOf({ sent, received }: HandMarks): DirectionForm[] {
  return [
    ...(sent === undefined ? [] : [['tx', formOf(sent)] as const]),
    ...(received === undefined ? [] : [['rx', formOf(received)] as const]),
  ]
}

/** The format of a log whose directions a person marked by hand. */
export function byHand(marks: HandMarks): LogFormat {
  return handFormat(() => new HandParser(formsOf(marks)))
}

export function handFormat(parser: LogFormat['parser']): LogFormat {
  return {
    id: 'by-hand',
    name: { en: 'directions marked by hand', ja: '送受信を手動で指定したログ' },
    detect: () => 0,
    parser,
  }
}
