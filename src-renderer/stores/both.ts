import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'
import type { AtAnswer, CallError, LogRow, RowKind, SlotName } from '@contract'
import { client } from '../api/client'
import { useLog } from './log'
import { errorOf } from './notices'
import { useTyped } from './typed'

/** Of what follows a command in the log; the list of all commands (AT+CLAC) has some hundreds. */
const mostLines = 2000

/** What one modem made of a command; neither answer nor error while it is on its way. */
export interface SideAnswer {
  readonly answer?: AtAnswer
  readonly error?: CallError
}

/** One command sent to both modems at once, with the answers next to each other. */
export const useBoth = defineStore('both', () => {
  const command = shallowRef<string | null>(null)
  /** The newest line of each slot before it was sent: its answer is below. */
  const after = shallowReactive<Record<SlotName, number>>({ a: -1, b: -1 })
  const sides = shallowReactive<Record<SlotName, SideAnswer>>({ a: {}, b: {} })
  let sent = 0

  /** Neither waits for the other: each answer is shown when it comes. */
  async function send(text: string): Promise<void> {
    const number = ++sent
    command.value = text
    await Promise.all(
      (['a', 'b'] as const).map(async (slot) => {
        sides[slot] = {}
        useTyped().send(slot, text)
        after[slot] = useLog().rowsOf(slot).at(-1)?.id ?? -1
        const side = await answerOf(slot, text)
        if (number === sent) sides[slot] = side
      }),
    )
  }
  const parts = new Set<RowKind>(['answer', 'final', 'unknown', 'prompt'])
  /** The lines that answer it, as the log has them: explained, with what is secret in them. */
  function linesOf(slot: SlotName): readonly LogRow[] {
    const rows = useLog().rowsOf(slot)
    const first = rows.findIndex(({ id }) => id > after[slot])
    if (first < 0) return []
    return rows
      .slice(first, first + mostLines)
      .filter((row) => row.command === command.value && parts.has(row.kind))
  }
  function dismiss(): void {
    command.value = null
  }
  return { command, sides, linesOf, send, dismiss }
})

async function answerOf(slot: SlotName, text: string): Promise<SideAnswer> {
  try {
    return { answer: await client().call('at.send', { slot, text }) }
  } catch (reason) {
    return { error: errorOf(reason) }
  }
}
