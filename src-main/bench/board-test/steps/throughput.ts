import { z } from 'zod'
import { throughput, tooShort } from '@core/ip/throughput'
import { time } from '@contract'
import { say, url } from './parts'
import { stepKind } from './step-kind'

/** How much passes in a time, ended also when its budget is used up. */
export default stepKind({
  key: 'throughput',
  title: say('Throughput', 'スループット'),
  settings: z.strictObject({
    url,
    direction: z.enum(['down', 'up']).default('down'),
    for: time(1_000, 3_600_000).prefault(10),
    /** Octets that it may cost. */
    budget: z.number().int().min(10_000).max(10_000_000_000).default(10_000_000),
    min: z.number().min(0),
  }),
  usualMs: (given) => given.for + 60_000,
  limits: ({ min }) => [
    { key: 'mbps', title: say('Throughput', 'スループット'), unit: 'Mbit/s', min },
  ],
  needs: () => 'link',
  read: ({ url: from, direction, for: forMs, budget }, { tools, signal }) =>
    tools.overLink('throughput', signal, async (over, options) => {
      const result = await throughput(tools.clock, over, {
        ...options,
        url: from,
        direction,
        seconds: forMs / 1000,
        budgetBytes: budget,
      })
      const { mbps, bytes, requests } = result
      return [
        {
          key: 'mbps',
          value: mbps,
          ...(tooShort(result) ? { note: short(bytes / requests) } : {}),
        },
      ]
    }),
})

/** Between requests the line stands still. */
const short = (octets: number) =>
  say(
    `the page has only ${Math.round(octets)} octets, too few to fill the line`,
    `ページが ${Math.round(octets)} オクテットしかなく、回線を満たせません`,
  )
