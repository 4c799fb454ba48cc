import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour, CommandEntry } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import type { Technology } from '../persona'
import { numberSetting } from './setting'
import { tuple } from './tuple'

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

/** `(2-AUTOMATIC),(13-GSM ONLY)…`, without what the modem lacks. */
function modesOf({ persona }: ModemParts): readonly string[] {
  const only = Object.entries(modes)
    .filter(([, [technology]]) => technology && persona.technologies.includes(technology))
    .map(([mode, [technology]]) => `(${mode}-${technology?.toUpperCase()} ONLY)`)
  return ['(2-AUTOMATIC)', ...only]
}

/** The order of +CNAOP: LTE, WCDMA, GSM (SIMCom AT manual, 5.13). */
const order: CommandEntry = {
  name: '+CNAOP',
  test: () => ok('+CNAOP: (7),(9,5,3)'),
  read: ({ modem }) => ok(`+CNAOP: ${(modem.kept.get('+CNAOP') ?? [7, 9, 5, 3]).join(',')}`),
  set: ({ modem, values }) => {
    const numbers = values.map((value) => numberIn(value, 2, 11)).filter((one) => one !== undefined)
    if (numbers.length !== values.length || numbers[0] !== 7 || values.length > 8) return wrong
    modem.kept.set('+CNAOP', numbers)
    return {}
  },
}

const systemModes = { gsm: 1, wcdma: 4, lte: 8 } as const

export const networkMode: Behaviour = [
  order,
  tuple('+CEMODE', [[0, 3]], [1]),
  tuple('+CPLS', [[0, 2]], [0]),
  {
    name: '+CNMP',
    test: ({ modem }) => ok(`+CNMP: (${modesOf(modem).join(',')})`),
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
