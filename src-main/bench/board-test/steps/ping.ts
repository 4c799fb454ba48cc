import { z } from 'zod'
import { time } from '@contract'
import { host, say } from './parts'
import { stepKind } from './step-kind'

/** Echoes over the modem: how many are lost, and how long they take. */
export default stepKind({
  key: 'ping',
  title: say('Ping', 'ping'),
  settings: z.strictObject({
    host,
    count: z.number().int().min(1).max(10_000).default(10),
    every: time(200, 3_600_000).prefault(1),
    maxLoss: z.number().min(0).max(100).default(0),
    maxTime: time(1, 3_600_000).optional(),
  }),
  usualMs: ({ count, every }) => count * every + 60_000,
  limits: ({ maxLoss, maxTime }) => [
    { key: 'loss', title: say('Loss', '損失'), unit: '%', max: maxLoss },
    ...(maxTime === undefined
      ? []
      : [{ key: 'ms', title: say('Mean', '平均'), unit: 'ms', max: maxTime }]),
  ],
  needs: () => 'link',
  read: ({ host: to, count, every }, { tools, signal }) =>
    tools.overLink('ping', signal, async (over, options) => {
      const { sent, received, avgMs } = await over.ping(to, {
        ...options,
        count,
        intervalMs: every,
      })
      // A link that ends takes the echoes with it that could not be sent any more.
      const note = {
        en: `the link ended after ${sent} of ${count}`,
        ja: `${count} 回中 ${sent} 回で接続が切れました`,
      }
      return [
        {
          key: 'loss',
          value: (100 * (count - received)) / count,
          ...(sent < count ? { note } : {}),
        },
        { key: 'ms', value: avgMs },
      ]
    }),
})
