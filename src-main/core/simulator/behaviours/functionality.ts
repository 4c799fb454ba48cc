import { ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import { numberIn } from '../parameters'

const settable = [0, 1, 4, 7] as const

/** The radio on, off, or the whole modem again (27.007, 8.2). Sometimes the OK comes seconds late, as in the log. */
function set({ modem, values }: Asked): Outcome {
  const asked = numberIn(values[0], 0, 7)
  const reset = numberIn(values[1], 0, 1)
  if (values.length > 2 || (values.length === 2 && reset === undefined)) return wrong
  if (asked === 6 || (reset === 1 && asked === 1)) return { after: () => modem.startAnew(300) }
  const value = settable.find((one) => one === asked)
  if (value === undefined) return wrong
  const { slowChance, slowCfunMs, cfunMs } = modem.persona.timing
  const changes = value !== modem.radio.functionality
  const slow = changes && modem.chance.next() < slowChance
  const waitMs = changes ? modem.pick(slow ? slowCfunMs : cfunMs) : 10
  return {
    waitMs,
    then: () => {
      modem.radio.setFunctionality(value)
      return {}
    },
  }
}

export const functionality: Behaviour = [
  {
    name: '+CFUN',
    test: () => ok('+CFUN: (0,1,4,6,7),(0-1)'),
    read: ({ modem }) => ok(`+CFUN: ${modem.radio.functionality}`),
    set,
  },
]
