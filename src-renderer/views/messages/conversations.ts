import type { ShortMessage } from '@contract'
import { sameSubscriber } from '@contract'

/** All messages with one number, oldest first. */
export interface Conversation {
  readonly number: string
  readonly messages: readonly ShortMessage[]
  readonly unread: number
}

/** By number, the newest conversation first; a message without a time stands where it was listed. */
export function conversationsOf(messages: readonly ShortMessage[]): readonly Conversation[] {
  const groups: { number: string; messages: ShortMessage[] }[] = []
  for (const message of messages) {
    const { number } = message
    const group = groups.find((one) => one.number === number || sameSubscriber(one.number, number))
    if (group) group.messages.push(message)
    else groups.push({ number, messages: [message] })
  }
  const timeOf = (message: ShortMessage | undefined) => message?.at?.atMs ?? 0
  return groups
    .map(({ number, messages }) => ({
      number,
      messages: [...messages].sort((a, b) => timeOf(a) - timeOf(b)),
      unread: messages.filter(({ unread }) => unread).length,
    }))
    .sort((a, b) => timeOf(b.messages.at(-1)) - timeOf(a.messages.at(-1)))
}
