import type { ImportEvent } from './format'
import { isFinal } from './line-kinds'

/** A text behind a prompt (27.005, 3.5.1), with what a program puts before it; a second mark alone is the echo of the first. */
const promptedText = /^[^>]{0,60}>{1,2} ?[^\s>]/
/** What ends a message: its reference, or a result. */
const taken = /^\+CMG[SWC]:/
const anotherMark = /^[^>]{0,60}>/
/** Lines of one text. */
const mostLines = 10

/**
 * A log of answers alone may begin with the text behind a prompt, of which no line before it says that one came: what follows
 * it does. Takes the events of a log in their order, and holds back the first lines until that is known.
 */
export class FirstPrompt {
  #held: ImportEvent[] | undefined = []

  take(event: ImportEvent): readonly ImportEvent[] {
    const held = this.#held
    if (!held) return [event]
    if (event.kind === 'text' && held.length < mostLines) {
      // Empty lines before all others say nothing.
      if (held.length === 0 && event.text.trim() === '') return [event]
      if (held.length === 0 ? promptedText.test(event.text) : !anotherMark.test(event.text)) {
        held.push(event)
        return []
      }
    }
    this.#held = undefined
    return [...(endsText(event) ? held.map(received) : held), event]
  }

  /** All that was held back. */
  finish(): readonly ImportEvent[] {
    const held = this.#held ?? []
    this.#held = undefined
    return held
  }
}

function endsText(event: ImportEvent): boolean {
  return (
    event.kind === 'line' && event.dir === 'rx' && (taken.test(event.text) || isFinal(event.text))
  )
}

function received(event: ImportEvent): ImportEvent {
  if (event.kind !== 'text' || event.text.trim() === '') return event
  return { ...event, kind: 'row', row: { dir: 'rx', kind: 'unknown', text: event.text } }
}
