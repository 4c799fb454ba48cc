import { z } from 'zod'
import { time } from '@contract'
import { Fault } from '@core/fault'
import { woken } from '@bench/board-test/sleeping'
import { modemWasAwake } from '@bench/board-test/words'
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
  async read({ by, psm }, { tools, signal }) {
    const since = tools.watch()
    if (by === 'power-key') {
      const { outcome } = await tools.press('on', signal)
      if (outcome === 'already') throw new Fault('test-expect', modemWasAwake)
    }
    await woken(tools, signal)
    const value = since()
    if (psm === 'off' && tools.putToSleep) {
      await tools.send('AT+CPSMS=0', signal)
      tools.putToSleep = false
    }
    return [{ key: 'seconds', value }]
  },
})
