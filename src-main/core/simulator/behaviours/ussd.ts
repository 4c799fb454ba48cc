import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import { cme } from '../answer'
import { numberIn } from '../parameters'
import { understood } from '../sms/character-set'
import { characterSetOf, quoted } from '../sms/message-lines'

/** The network answers a service code after this long. */
const NETWORK_MS = [600, 2_000] as const
/** <m> of 27.007, 7.15: done, an answer is expected, ended, not supported. */
const [DONE, ASKS, ENDED, UNSUPPORTED] = [0, 1, 2, 4]

interface Reply {
  readonly m: number
  readonly text?: string
}

/** A small service menu, as a network offers it. */
function replyTo(code: string, inMenu: boolean, number: string | undefined): Reply {
  if (inMenu) {
    if (code === '1') return { m: DONE, text: `Your number is ${number ?? 'not stored'}.` }
    if (code === '2') return { m: DONE, text: 'Balance: 500 yen' }
    return { m: ENDED, text: 'No such choice.' }
  }
  if (code === '*100#') return { m: ASKS, text: 'Menu\n1 My number\n2 Balance' }
  if (code === '*#100#') return { m: DONE, text: `Your number is ${number ?? 'not stored'}.` }
  return { m: UNSUPPORTED }
}

function send(asked: Asked, code: string): Outcome {
  const { modem, channel } = asked
  if (modem.radio.state.kind !== 'registered') return cme(30)
  const menu = modem.kept.get('+CUSD menu') !== undefined
  return {
    after: () =>
      modem.later(modem.pick(NETWORK_MS), () => {
        const { m, text } = replyTo(code, menu, modem.card.data?.number)
        if (m === ASKS) modem.kept.set('+CUSD menu', [])
        else modem.kept.delete('+CUSD menu')
        const words = text === undefined ? '' : `,${quoted(channel, text)},15`
        channel.unsolicited(`+CUSD: ${m}${words}`)
      }),
  }
}

/** `AT+CUSD=n[,"code"[,dcs]]`: service codes of the network; 2 ends what was begun (27.007, 7.15). */
export const ussd: Behaviour = [
  {
    name: '+CUSD',
    test: () => ok('+CUSD: (0-2)'),
    read: ({ channel }) => ok(`+CUSD: ${channel.settings['+CUSD']}`),
    execute: ({ channel }) => {
      channel.settings['+CUSD'] = 0
      return {}
    },
    set: withCard((asked) => {
      const { modem, channel, values } = asked
      const n = numberIn(values[0], 0, 2)
      const code = values[1] && understood(values[1].text, characterSetOf(channel))
      if (n === undefined || values.length > 3 || (values[1] && code === undefined)) return wrong
      if (n === 2) modem.kept.delete('+CUSD menu')
      else channel.settings['+CUSD'] = n
      return code === undefined || n === 2 ? {} : send(asked, code)
    }),
  },
]
