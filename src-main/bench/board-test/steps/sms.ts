import { z } from 'zod'
import { Fault } from '@core/fault'
import { sleep } from '@core/wait'
import { time } from '@contract'
import { inTime } from '@bench/board-test/in-time'
import { margin, say, seconds } from './parts'
import { stepKind } from './step-kind'

/** A message to the board's own number, and back. It is deleted where it came. */
export default stepKind({
  key: 'sms',
  title: say('SMS loop', 'SMS の折り返し'),
  settings: z.strictObject({
    number: z.string().regex(/^\+?\d{3,20}$/, 'expected a phone number, such as "+819012345678"'),
    within: time(1_000, 3_600_000).prefault(60),
  }),
  usualMs: ({ within }) => within + margin,
  limits: ({ within }) => [seconds(within, say('There and back', '往復'))],
  needs: () => 'target',
  async read({ number, within }, { tools, withinMs, signal }) {
    const { slot, clock } = tools
    const { asked, messages: box } = slot
    await tools.ready(signal)
    await tools.connect('registration', signal, withinMs)
    const text = `Modem Bench ${clock.nowMs().toString(36)} ${tools.nextMessage()}`
    const since = tools.watch()
    await tools.asking(signal, () =>
      asked.work((given) => box.send({ number, text, report: false }, given)),
    )
    const late = () => new Fault('test-sms-lost', tools.lateWords(within))
    return inTime(clock, within, signal, late, async (stop) => {
      for (;;) {
        const { messages } = await tools.asking(stop, () => asked.work((given) => box.list(given)))
        const back = messages.find((one) => one.kind === 'received' && one.text === text)
        if (back) {
          const value = since()
          await asked.work((given) => box.delete([back.id], given))
          return [{ key: 'seconds', value }]
        }
        await sleep(clock, 1000, stop)
      }
    })
  },
})
