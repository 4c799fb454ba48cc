import { bytesOf, hexOf } from '../../bytes'
import { packed, septetsOf } from '../../sms/alphabet'
import { ucs2Octets } from '../../sms/ucs2'
import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { withCard } from '../behaviour'
import { cme } from '../answer'
import { balance } from './words'
import { numberIn } from '../parameters'
import { understood } from '../sms/character-set'
import { characterSetOf, quoted } from '../sms/message-lines'

/** The network answers a service code after this long. */
const NETWORK_MS = [600, 2_000] as const
/** <m> of 27.007, 7.15. */
const [DONE, ASKS, ENDED, ELSEWHERE, UNSUPPORTED, TIME_OUT] = [0, 1, 2, 3, 4, 5]
/** Codings of 23.038, 5: the GSM alphabet, octets, UCS2. */
const [GSM, OCTETS, UCS2] = [15, 68, 72]

interface Reply {
  readonly m: number
  readonly text?: string
  /** The text as it stands between the quotes, where the modem does not write it in its character set. */
  readonly hex?: string
  readonly dcs?: number
}
const inHex = (octets: Uint8Array): string => hexOf(octets).toUpperCase()

/** Codes whose answers are written as some firmware writes them, or that end as a dialogue may. */
const codes: Readonly<Record<string, Reply>> = {
  '*101#': { m: DONE, hex: inHex(ucs2Octets(balance.ja)), dcs: UCS2 },
  '*102#': { m: DONE, hex: inHex(packed(septetsOf(balance.en))), dcs: GSM },
  '*103#': { m: DONE, hex: inHex(bytesOf('OK 500')), dcs: OCTETS },
  '*105#': { m: TIME_OUT },
  '*106#': { m: ELSEWHERE },
  '*107#': { m: DONE, text: 'Service centre\ncall 090-1234-5678' },
}
/** The network never answers this one. */
const SILENT = '*104#'

/** A small service menu, as a network offers it. */
function replyTo(code: string, inMenu: boolean, number: string | undefined): Reply {
  if (inMenu) {
    if (code === '1') return { m: DONE, text: `Your number is ${number ?? 'not stored'}.` }
    if (code === '2') return { m: DONE, text: balance.en }
    return { m: ENDED, text: 'No such choice.' }
  }
  if (code === '*100#') return { m: ASKS, text: 'Menu\n1 My number\n2 Balance' }
  if (code === '*#100#') return { m: DONE, text: `Your number is ${number ?? 'not stored'}.` }
  return codes[code] ?? { m: UNSUPPORTED }
}

function send(asked: Asked, code: string): Outcome {
  const { modem, channel } = asked
  if (modem.radio.state.kind !== 'registered') return cme(30)
  const menu = modem.kept.get('+CUSD menu') !== undefined
  if (code === SILENT) return {}
  return {
    after: () =>
      modem.later(modem.pick(NETWORK_MS), () => {
        const { m, text, hex, dcs = GSM } = replyTo(code, menu, modem.card.data?.number)
        if (m === ASKS) modem.kept.set('+CUSD menu', [])
        else modem.kept.delete('+CUSD menu')
        const said = hex === undefined ? text && quoted(channel, text) : `"${hex}"`
        channel.unsolicited(`+CUSD: ${m}${said === undefined ? '' : `,${said},${dcs}`}`)
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
