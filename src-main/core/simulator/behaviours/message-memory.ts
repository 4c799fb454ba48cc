import { cms, ok } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import { isTextMode, listLines, messageLines, statusNames } from '../sms/message-lines'
import { memoryOf } from '../sms/message-store'
import type { Memory, MessageStatus } from '../sms/message-store'
import { withMessages } from './messages'

const ALL = 4
const places = ({ modem }: Asked, memory: Memory) =>
  `${modem.messages.store.used(memory)},${modem.messages.store.size(memory)}`

/** `"ME"` and `"MT"` are one memory; "SR" is for reading only, as +CPMS=? says. */
function choose(asked: Asked): Outcome {
  const { modem, values } = asked
  const [read, write, receive] = modem.messages.memories
  const named = values.map(({ text }) => memoryOf(text))
  if (values.length === 0 || values.length > 3 || named.includes(undefined)) return cms(302)
  if (named[1] === 'SR' || named[2] === 'SR' || values[2]?.text === 'MT') return cms(302)
  modem.messages.memories = [named[0] ?? read, named[1] ?? write, named[2] ?? receive]
  return ok(`+CPMS: ${modem.messages.memories.map((memory) => places(asked, memory)).join(',')}`)
}

/** <stat> of +CMGL: a word in text mode, a number in PDU mode; unread messages without it. */
function wantedStatus({ channel, values }: Asked): number | undefined {
  if (values.length === 0) return 0
  if (!isTextMode(channel)) return numberIn(values[0], 0, ALL)
  const index = statusNames.findIndex((name) => name === values[0]?.text.toUpperCase())
  return index < 0 ? undefined : index
}

function list(asked: Asked): Outcome {
  const { modem, channel, values } = asked
  const status = wantedStatus(asked)
  if (status === undefined || values.length > 2) return cms(isTextMode(channel) ? 305 : 304)
  const { store, memories } = modem.messages
  const [memory] = memories
  const found = store
    .all(memory)
    .filter(([, message]) => status === ALL || message.status === status)
  const lines = found.flatMap(([index, message]) => listLines(index, message, channel))
  // <mode> 1 of some hosts: leave what is unread as it is.
  if (values[1]?.text !== '1')
    for (const [index, message] of found) if (message.status === 0) store.mark(memory, index, 1)
  return ok(...lines)
}

function read(asked: Asked): Outcome {
  const { modem, channel, command, values } = asked
  const { store, memories } = modem.messages
  const [memory] = memories
  const index = numberIn(values[0], 1, store.size(memory))
  if (index === undefined) return cms(321)
  const message = store.get(memory, index)
  // An empty place is answered with OK alone, as Qualcomm's firmware does.
  if (!message) return ok()
  const lines = messageLines(command.name, message, channel)
  if (command.name === '+CMGRD') store.delete(memory, index)
  else if (message.status === 0) store.mark(memory, index, 1)
  return ok(...lines)
}

/** What <delflag> 1 to 4 deletes. */
const deletes: readonly (readonly MessageStatus[])[] = [[], [1], [1, 3], [1, 3, 2], [0, 1, 2, 3]]

function remove({ modem, values }: Asked): Outcome {
  const { store, memories } = modem.messages
  const [memory] = memories
  const flag = values[1]?.text ? numberIn(values[1], 0, 4) : 0
  if (flag === undefined || values.length > 2) return cms(302)
  if (flag > 0) {
    for (const [index, message] of store.all(memory))
      if (deletes[flag]?.includes(message.status)) store.delete(memory, index)
  } else {
    const index = numberIn(values[0], 1, store.size(memory))
    if (index === undefined) return cms(321)
    store.delete(memory, index)
  }
  return { after: () => modem.messages.ask() }
}

/** Memories and what is in them (27.005, 3.2.2, 3.4, 3.5.4). */
export const messageMemory: Behaviour = [
  {
    name: '+CPMS',
    test: () => ok('+CPMS: ("ME","MT","SM","SR"),("ME","MT","SM"),("ME","SM")'),
    read: withMessages((asked) => {
      const { memories } = asked.modem.messages
      return ok(
        `+CPMS: ${memories.map((memory) => `"${memory}",${places(asked, memory)}`).join(',')}`,
      )
    }),
    set: withMessages(choose),
  },
  {
    name: '+CMGL',
    test: ({ channel }) =>
      ok(
        isTextMode(channel)
          ? `+CMGL: (${statusNames.map((name) => `"${name}"`).join(',')})`
          : '+CMGL: (0-4)',
      ),
    execute: withMessages(list),
    set: withMessages(list),
  },
  { name: '+CMGR', test: () => ok(), set: withMessages(read) },
  { name: '+CMGRD', test: () => ok(), set: withMessages(read) },
  {
    name: '+CMGD',
    test: ({ modem }) => {
      const [memory] = modem.messages.memories
      return ok(`+CMGD: (1-${modem.messages.store.size(memory)}),(0-4)`)
    },
    set: withMessages(remove),
  },
]
