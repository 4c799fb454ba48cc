import type { Words } from '../../words'
import type { RowDraft } from '../draft'
import { isDial } from '../summary-opening'
import { isFinal } from './line-kinds'

/** What chat(8) says of itself: the time-out it was given, what it sent, what it waits for. */
export class Chat {
  #seconds: number | undefined
  #sent = ''
  #wanted = ''
  #answered = false

  /** The row of the alarm by which chat gives up; nothing for other lines. */
  line(content: string): RowDraft | undefined {
    const seconds = /^timeout set to (\d{1,5}) seconds/.exec(content)?.[1]
    if (seconds !== undefined) this.#seconds = Number(seconds)
    const sent = /^send \((.*?)(?:\^[MJ])*\)$/.exec(content)?.[1]
    if (sent !== undefined) {
      this.#sent = sent
      this.#answered = false
    }
    // A result that the script does not look for.
    this.#answered ||= isFinal(content.replace(/(?:\^[MJ])+|  ?-- \w+.*$/g, '').trim())
    this.#wanted = /^expect \((.*)\)$/.exec(content)?.[1] ?? this.#wanted
    if (content.trim() !== 'alarm' || this.#wanted === '' || this.#answered) return undefined
    return isDial(this.#sent) && /^CONNECT/.test(this.#wanted)
      ? this.#noConnect()
      : row('no answer', {}, 'warning', this.#words())
  }

  #noConnect(): RowDraft {
    const facts = { rung: 'ppp', state: 'failure', cause: 'dial-no-answer' }
    return row('pppd', facts, 'failure', this.#words())
  }

  /** What stands in a script may be a password: only what was waited for is said again. */
  #words(): Words {
    const { en, ja } = within(this.#seconds)
    const wanted = this.#wanted
    return {
      en: `chat gave up${en}: “${wanted}” did not come (time-out of expect).`,
      ja: `chat が待つのをやめました${ja}。「${wanted}」が届いていません（expect のタイムアウト）。`,
    }
  }
}

function within(seconds: number | undefined): Words {
  if (seconds === undefined) return { en: '', ja: '' }
  return { en: ` after ${seconds} s`, ja: `（${seconds} 秒）` }
}

function row(
  name: string,
  facts: { readonly [name: string]: string },
  severity: 'failure' | 'warning',
  words: Words,
): RowDraft {
  const kind = name === 'pppd' ? 'ppp' : 'note'
  return {
    dir: 'note',
    kind,
    text: 'alarm',
    explanation: { name, facts, words, severity, secrets: [] },
  }
}
