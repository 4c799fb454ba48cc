import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { characterSets } from '../sms/character-set'
import { characterSetOf } from '../sms/message-lines'

/** AT+CSCS: the character set of texts on this channel (27.007, 5.5). */
export const characterSet: Behaviour = [
  {
    name: '+CSCS',
    test: () => ok(`+CSCS: (${characterSets.map((name) => `"${name}"`).join(',')})`),
    read: ({ channel }) => ok(`+CSCS: "${characterSetOf(channel)}"`),
    execute: ({ channel }) => {
      channel.settings['+CSCS'] = 0
      return {}
    },
    set: ({ channel, values }) => {
      const name = values[0]?.text.toUpperCase()
      const index = characterSets.findIndex((one) => one === name)
      if (index < 0 || values.length !== 1) return wrong
      channel.settings['+CSCS'] = index
      return {}
    },
  },
]
