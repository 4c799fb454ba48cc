import { z } from 'zod'
import { runUdpEcho } from '@core/ip/udp-echo'
import { time } from '@contract'
import { host, say } from './parts'
import { stepKind } from './step-kind'

/** Datagrams to an echo server and back over the modem: how many are lost, and how long they take. */
export default stepKind({
  key: 'udpEcho',
  title: say('UDP echo', 'UDP エコー'),
  settings: z.strictObject({
    host,
    port: z.number().int().min(1).max(65_535).default(7),
    count: z.number().int().min(1).max(10_000).default(10),
    every: time(20, 3_600_000).prefault(1),
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
  read: ({ host: to, port, count, every }, { tools, signal }) =>
    tools.overLink('udpEcho', signal, async (over, options) => {
      const parts = { clock: tools.clock, chance: over.chance, host: over }
      const asked = { ...options, host: to, port, count, intervalMs: every }
      const { received, avgMs } = await runUdpEcho(parts, asked)
      return [
        { key: 'loss', value: (100 * (count - received)) / count },
        { key: 'ms', value: avgMs },
      ]
    }),
})
