import { expect, test } from 'vitest'
import { brief, linkPair } from './link-pair'

test.each(['pap', 'chap', 'none'] as const)(
  'comes up with %s and says what it got',
  async (require) => {
    const { clock, client, server, clientEvents, serverEvents } = linkPair({ server: { require } })
    server.open()
    client.open()
    await clock.advance(10_000)
    expect(client.phase).toBe('open')
    expect(server.phase).toBe('open')
    expect(clientEvents.find((event) => event.kind === 'up')).toEqual({
      kind: 'up',
      address: '10.141.26.2',
      peerAddress: '10.64.64.64',
      dns: ['100.100.0.253', '100.100.0.254'],
      ipv6: null,
      missing: null,
      mru: 1500,
      mtu: 1500,
      auth: require,
      framing: { accm: 0, pfc: true, acfc: true },
    })
    expect(brief(clientEvents)).toEqual([
      'phase establish',
      ...(require === 'none' ? [] : ['phase authenticate']),
      'phase network',
      'phase open',
      'up 10.141.26.2',
    ])
    expect(brief(serverEvents).at(-1)).toBe('up 10.64.64.64')
    const packet = Uint8Array.from({ length: 256 }, (_, i) => (i === 0 ? 0x45 : i))
    expect(client.sendIp(packet)).toBe(true)
    await clock.advance(100)
    expect(serverEvents.at(-1)).toEqual({ kind: 'ip', packet })
    const closed = client.close()
    await clock.advance(5_000)
    await closed
    expect(brief(clientEvents).slice(-2)).toEqual(['phase dead', 'down link-closed'])
    expect(brief(serverEvents).slice(-1)).toEqual(['down link-terminated-by-peer'])
    expect(clock.pending).toBe(0)
  },
)
