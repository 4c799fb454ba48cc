import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'
import type { Technology } from '../persona'
import { numberSetting } from './setting'

const modes: Record<number, readonly Technology[]> = { 13: ['gsm'], 14: ['wcdma'], 38: ['lte'] }

/** SIMCom's choice of technology; kept over power cycles. */
function set({ modem, values }: Asked): Outcome {
  const mode = numberIn(values[0], 2, 38)
  const wanted = mode === 2 ? modem.persona.technologies : modes[mode ?? 0]
  const able = wanted?.filter((one) => modem.persona.technologies.includes(one)) ?? []
  if (mode === undefined || able.length === 0) return wrong
  return {
    waitMs: 300,
    then: () => {
      modem.stored.networkMode = mode
      modem.radio.setTechnologies(able)
      return {}
    },
  }
}

const systemModes = { gsm: 1, wcdma: 4, lte: 8 } as const

export const networkMode: Behaviour = [
  {
    name: '+CNMP',
    test: () => ok('+CNMP: ((2-AUTOMATIC),(13-GSM ONLY),(14-WCDMA ONLY),(38-LTE ONLY))'),
    read: ({ modem }) => ok(`+CNMP: ${modem.stored.networkMode}`),
    set,
  },
  {
    ...numberSetting('+CNSMOD', 1),
    read: ({ modem, channel }) => {
      const cell = modem.radio.serving()?.cell
      return ok(
        `+CNSMOD: ${channel.settings['+CNSMOD']},${cell ? systemModes[cell.technology] : 0}`,
      )
    },
  },
]
