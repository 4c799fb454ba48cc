import { z } from 'zod'
import { time } from '@contract'
import { Fault } from '@core/fault'
import { inTime } from '@bench/board-test/in-time'
import { woken } from '@bench/board-test/sleeping'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** A modem that sleeps answers again: by its power key, or by AT or its own clock. */
export default stepKind({
  key: 'wake',
  title: say('Wake', 'スリープ復帰'),
  settings: z.strictObject({
    by: z.enum(['power-key', 'at']).default('power-key'),
    within: time(100, 86_400_000).prefault(30),
    /** Whether the PSM that a step sleep asked for stays. */
    psm: z.enum(['off', 'keep']).default('off'),
  }),
  usualMs: ({ within }) => within + 60_000 + margin,
  limits: ({ within }) => [seconds(within, say('Awake after', '復帰まで'))],
  needs: ({ by = 'power-key' }) => (by === 'power-key' ? 'board' : undefined),
  link: 'ends',
  async read({ by, within, psm }, { tools, signal }) {
    const since = tools.watch()
    if (by === 'power-key') {
      const { outcome } = await tools.press('on', signal)
      if (outcome === 'already') throw new Fault('test-was-awake')
    }
    const late = () => new Fault('test-asleep', tools.lateWords(within))
    const left = Math.max(0, within - since() * 1000)
    await inTime(tools.clock, left, signal, late, (stop) => woken(tools, stop))
    const value = since()
    if (psm === 'off' && tools.putToSleep) {
      await tools.send('AT+CPSMS=0', signal)
      tools.putToSleep = false
    }
    return [{ key: 'seconds', value }]
  },
})
