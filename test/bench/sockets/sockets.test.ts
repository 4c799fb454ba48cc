import { expect, test } from 'vitest'
import { soracom } from '../../support/connect-bench'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
type Try = 'dns' | 'ping' | 'tcp' | 'udp' | 'http'

const opened = async (path: string) => {
  const bench = await openedBench(path)
  const { done } = bench
  return {
    ...bench,
    read: () => done('sockets.read', { slot }),
    tried: (what: Try, target: string, more: { text?: string; over?: 'modem' | 'console' } = {}) =>
      done('sockets.run', { slot, what, target, ...more }),
  }
}

test('the modem’s own stack resolves, pings and sends back over TCP and UDP, and is left as it was', async () => {
  const { tried, read } = await opened('sim:sim7672')
  expect(await read()).toMatchObject({ family: { id: 'simcom-a76' }, open: false })
  const dns = await tried('dns', 'echo.example')
  expect(dns.outcome).toMatchObject({ ok: true, steps: [{ id: 'context' }, { seen: '192.0.2.7' }] })
  expect((await tried('ping', 'pong.soracom.io')).outcome.words.en).toMatch(/4 of 4 answered/)
  for (const what of ['tcp', 'udp'] as const) {
    const { outcome } = await tried(what, 'echo.example:7', { text: 'Grüße' })
    expect(outcome.words.en).toMatch(/works over the modem’s stack: 7 octets back after .* the same/)
    expect(outcome.steps.map(({ id }) => id)).toEqual([
      ...['context', 'dns', 'open', 'send', 'receive'],
    ])
    expect(outcome.ms).toBeGreaterThan(30)
  }
  expect((await read()).open).toBe(false)
  expect((await read()).outcomes.map(({ what }) => what)).toEqual(['udp', 'tcp', 'ping', 'dns'])
})
