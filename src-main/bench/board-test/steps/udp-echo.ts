import { z } from 'zod'
import { runUdpEcho } from '@core/ip/udp-echo'
import { echoLimits, echoLoss, echoSettings, echoUsualMs } from './echoes'
import { say } from './parts'
import { stepKind } from './step-kind'

/** Datagrams to an echo server and back over the modem: how many are lost, and how long they take. */
export default stepKind({
  key: 'udpEcho',
  title: say('UDP echo', 'UDP エコー'),
  settings: echoSettings(20, { port: z.number().int().min(1).max(65_535).default(7) }),
  usualMs: echoUsualMs,
  limits: echoLimits,
  needs: () => 'link',
  read: ({ host: to, port, count, every }, { tools, signal }) =>
    tools.overLink('udpEcho', signal, async (over, options) => {
      const parts = { clock: tools.clock, chance: over.chance, host: over }
      const asked = { ...options, host: to, port, count, intervalMs: every }
      const { received, avgMs } = await runUdpEcho(parts, asked)
      return [echoLoss(count, received), { key: 'ms', value: avgMs }]
    }),
})
