import { ok, wrong } from '../answer'
import type { Behaviour } from '../behaviour'
import { tuple } from './tuple'

const TIME = /^\d\d\/\d\d\/\d\d,\d\d:\d\d:\d\d[+-]\d\d$/
/** Japan: 36 quarters of an hour east of UTC. */
const QUARTERS = 36

/** `26/01/01,09:00:00+36`, local time of the network (27.007, 8.15). */
function text(nowMs: number): string {
  const local = new Date(nowMs + QUARTERS * 15 * 60_000).toISOString()
  return `${local.slice(2, 10).replaceAll('-', '/')},${local.slice(11, 19)}+${QUARTERS}`
}

export const wallClock: Behaviour = [
  {
    name: '+CCLK',
    test: () => ok(),
    read: ({ modem }) => ok(`+CCLK: "${text(modem.clock.nowMs())}"`),
    set: ({ values }) => (TIME.test(values[0]?.text ?? '') ? {} : wrong),
  },
  tuple('+CTZU', [[0, 1]], [1]),
  tuple('+CTZR', [[0, 1]], [0]),
]
