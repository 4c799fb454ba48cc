import { z } from 'zod'
import { time } from '@contract'
import { Fault } from '@core/fault'
import { activeBits, activeNextTo, tauBits, tausNextTo } from '@core/radio/gprs-timers'
import { inTime } from '@bench/board-test/in-time'
import { askForPsm, fallenAsleep } from '@bench/board-test/sleeping'
import { found, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** The modem falls asleep (PSM), asked to here or by what it has stored. */
export default stepKind({
  key: 'sleep',
  title: say('Sleep', 'スリープ'),
  settings: z.strictObject({
    /** T3324 and the extended T3412 that are asked of the network; absent: as it is set already. */
    psm: z
      .strictObject({
        active: time(2_000, 11_160_000).prefault('20s'),
        tau: time(2_000).prefault('1h'),
      })
      .optional(),
    within: time(1_000, 86_400_000).prefault('3m'),
  }),
  usualMs: ({ within }) => within + 90_000,
  limits: ({ within }) => [seconds(within, say('Asleep after', 'スリープまで'))],
  link: 'ends',
  mistakes: ({ psm }) => {
    if (!psm) return []
    const [active, tau] = [psm.active / 1000, psm.tau / 1000]
    return [
      ...(activeBits(active) === undefined
        ? [timerMistake('active', 'T3324', activeNextTo(active))]
        : []),
      ...(tauBits(tau) === undefined ? [timerMistake('tau', 'T3412', tausNextTo(tau))] : []),
    ]
  },
  async read({ psm, within }, { tools, signal }) {
    await tools.ready(signal)
    if (psm) {
      const wish = { activeSeconds: psm.active / 1000, tauSeconds: psm.tau / 1000 }
      await askForPsm(tools, wish, signal)
      tools.putToSleep = true
    }
    const since = tools.watch()
    const late = () => new Fault('test-awake', tools.lateWords(within))
    await inTime(tools.clock, within, signal, late, (stop) => fallenAsleep(tools, stop))
    return [{ key: 'seconds', value: since() }]
  },
})

/** Timers have few values (24.008, 10.5.7.4a and 10.5.7.3). */
const timerMistake = (key: string, timer: string, next: readonly number[]) =>
  found(
    ['psm', key],
    `${timer} has no such value; next to it are ${next.map((one) => `${one}s`).join(' and ')}`,
    `${timer} では表せない値です。近い値は ${next.map((one) => `${one}s`).join(' と ')} です`,
  )
