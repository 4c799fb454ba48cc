import { finalLine } from '../at/final'
import type { AtReply } from '../at/reply'
import type { ReadItem } from './change'
import type { RadioFamily, RadioItem } from './item'
import { edrxItems } from './edrx-item'
import { namedInWords, operatorItem } from './operator'
import { psmItem } from './psm-item'
import { ws46 } from './standard'

/** A setting with what was answered; `read` undefined: it is not of a shape that is known. */
export interface AskedItem {
  readonly item: RadioItem
  readonly read: ReadItem | undefined
  readonly answer: readonly string[]
  /** The modem refused the question: it does not have this setting. */
  readonly refused: boolean
}
type Send = (command: string) => Promise<AtReply>

/** The family's own settings, and what 27.007 has for every modem. */
export function itemsOf(family: RadioFamily | undefined): readonly RadioItem[] {
  const own = family?.items ?? []
  const rat = own.some(({ id }) => id === 'rat') ? [] : [ws46]
  return [...own, ...rat, operatorItem, psmItem, ...edrxItems]
}

/** Asks for settings; each question once, whatever many settings stand in its answer. */
export async function askItems(
  send: Send,
  items: readonly RadioItem[],
): Promise<readonly AskedItem[]> {
  const replies = new Map<string, AtReply>()
  const once = async (command: string): Promise<AtReply> => {
    const reply =
      replies.get(command) ??
      (await (command === operatorItem.command ? operatorBy(send) : send(command)))
    replies.set(command, reply)
    return reply
  }
  const asked: AskedItem[] = []
  for (const item of items) {
    const reply = await once(item.command)
    const answer = reply.lines.length > 0 ? reply.lines : [finalLine(reply.final)]
    if (!reply.ok) {
      asked.push({ item, read: undefined, answer, refused: true })
      continue
    }
    const told = item.test === undefined ? undefined : await once(item.test)
    const test = told?.ok ? told.lines : []
    if (item.offered?.(test) === false) {
      asked.push({ item, read: undefined, answer, refused: true })
      continue
    }
    const value = item.read(reply.lines, test)
    asked.push({
      item,
      read: value && { item, reading: { value, test } },
      answer,
      refused: false,
    })
  }
  return asked
}

/** Which operator was chosen is asked in numbers; the format goes back to what it was. */
async function operatorBy(send: Send): Promise<AtReply> {
  const { command } = operatorItem
  const reply = await send(command)
  const format = reply.ok ? namedInWords(reply.lines) : undefined
  if (format === undefined) return reply
  const set = await send('AT+COPS=3,2')
  if (!set.ok) return reply
  const numeric = await send(command)
  await send(`AT+COPS=3,${format}`)
  return numeric.ok ? numeric : reply
}
