import { Fault } from '@core/fault'
import { describe, expect, test } from 'vitest'
import { ran, shortOf } from '../../support/connect-course'

describe('over a link', () => {
  const host = (parts: object = {}) => ({
    address: '10.0.0.2',
    ipv6: null,
    dns: ['9.9.9.9'],
    ...parts,
  })
  const link = { on: () => () => undefined }
  /** A session whose link opens at once. */
  const session = (parts: object = {}) => ({
    mode: 'data',
    port: { onEnd: () => () => undefined },
    dataLine: { link },
    startLink: () => ({
      on: (listener: (event: object) => void) => {
        listener({ kind: 'phase', phase: 'open' })
        return () => undefined
      },
    }),
    upLink: { link, host: host(parts), up: { missing: null, peerAddress: null, mtu: 1500 } },
  })

  test.each([
    [{}, { ip: '10.0.0.2', dns: ['9.9.9.9'], ms: 0 }, 'Connected as 10.0.0.2.'],
    [
      { ipv6: { address: '2001:db8::2' }, dns: [] },
      { ip: '10.0.0.2', ipv6: '2001:db8::2', dns: [], ms: 4000 },
      'Connected as 10.0.0.2, 2001:db8::2.',
    ],
    [
      { address: null, ipv6: { address: '2001:db8::2' }, dns: [] },
      { ipv6: '2001:db8::2', dns: [], ms: 4000 },
      'Connected as 2001:db8::2.',
    ],
  ])('%j', async (parts, addresses, en) => {
    const { end, did } = await ran({ target: { direct: true }, session: session(parts) })
    const { meaning, ...verdict } = end.verdict ?? { meaning: { en: '' } }
    expect(meaning.en).toBe(en)
    expect(verdict).toEqual({
      result: 'connected',
      seen: [],
      tries: [],
      mode: 'data',
      ...addresses,
    })
    expect(shortOf(end)).toEqual([
      'dial skipped',
      'ppp ok',
      'address ok',
      'dns skipped',
      'ping skipped',
      'http skipped',
    ])
    expect(did).toEqual([])
  })

  const target = { direct: true, pingHost: '192.0.2.1' }
  const answered = { sent: 3, received: 2, avgMs: 61.4, address: '192.0.2.1' }
  test('with pings, in the verdict of what connects and of what fails behind it', async () => {
    const ping = { host: '192.0.2.1', sent: 3, received: 2, avgMs: 61.4 }
    const parts = {
      ping: async () => answered,
      http: () => Promise.reject(new Fault('dns-no-answer')),
    }
    const { end } = await ran({ target, session: session(parts) })
    expect(end.verdict).toMatchObject({ result: 'connected', ping })
    const httpUrl = 'http://192.0.2.1/'
    const failed = await ran({ target: { ...target, httpUrl }, session: session(parts) })
    expect(failed.end.verdict).toMatchObject({
      result: 'failed',
      step: 'http',
      reason: 'connect-no-http',
      ip: '10.0.0.2',
      dns: ['9.9.9.9'],
      ping,
      mode: 'data',
    })
    // The link is there: what is under it stays on.
    expect(failed.did).toEqual([])
  })

  test('one that ends under a step which only used it has failed itself', async () => {
    const parts = { ping: () => Promise.reject(new Fault('ip-closed')) }
    const { end } = await ran({ target, session: session(parts) })
    expect(shortOf(end)).toEqual([
      'dial skipped',
      'ppp failed',
      'address ok',
      'dns skipped',
      'ping skipped',
      'http waiting',
    ])
    expect(end.verdict).toMatchObject({ result: 'failed', step: 'ppp', reason: 'link-down' })
    expect(end.steps[4]?.words?.en).toBe('The link ended meanwhile.')
    expect(end.steps[1]?.words).toEqual(end.verdict?.meaning)
  })
})
