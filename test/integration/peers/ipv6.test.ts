import { latin1 } from '@core/bytes'
import { PppLink, type LinkUp } from '@core/ppp/link'
import { nodeChance as chance, nodeClock as clock } from '@platform/clock/node-clock'
import { openPort } from '@platform/serial/open'
import { expect, test } from 'vitest'
import { jsonLines, runCli } from '../../support/cli'
import { ipv6Peer, ipv6PeerTest } from '../../support/ipv6-peer'
import { pppdPeer, pppdTest } from '../../support/pppd'
import { unlessClosed } from '../../support/still-open'

const own = '2001:db8:64:1:200::cafe'

// The peers below need root and a tun device, and pppd a kernel with PPP: where there is none of them, this is left.
test('the command reaches a host by IPv6 over a simulated modem, and says by which family', async () => {
  const port = 'sim:sim7672?speed=fast&pdp-type=both'
  const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  const asked = ['--pdp-type', 'IPV4V6', '--ipv6', '--count', '2', '--interval', '0.2', '--json']
  const { out, code } = await runCli(['ping', port, 'six.example', ...account, ...asked])
  expect(code).toBe(0)
  const [answer] = jsonLines(out)
  expect(answer).toMatchObject({ ok: true, facts: { received: 2 } })
  expect(JSON.stringify(answer)).toContain('2001:db8:')
})

ipv6PeerTest('an address from radvd, names from dnsmasq, pages from the kernel’s TCP', async () => {
  const peer = ipv6Peer({ dns: 'rdnss' })
  try {
    const { host } = peer
    await peer.until(({ ipv6, dns }) => ipv6?.address === own && dns.length > 0)
    expect(host.ipv6).toMatchObject({
      prefix: '2001:db8:64:1::/64',
      router: 'fe80::1',
      dns: ['2001:db8:64:1::1'],
      dnsFrom: 'router',
      progress: 'ready',
    })
    const ping = await host.ping('both.example', { count: 2, intervalMs: 50 })
    expect(ping).toMatchObject({ address: '2001:db8::10', received: 2 })
    expect((await host.ping('fe80::1', { count: 1 })).received).toBe(1)
    const { hops, reached } = await host.traceroute('2001:db8::10')
    expect([hops.length, reached]).toEqual([1, true])
    const page = await host.http('http://both.example/long')
    expect(page.status).toBe(200)
    expect(latin1(page.body)).toBe(own.repeat(2000))
    await expect(host.connect('2001:db8::10', 81)).rejects.toMatchObject({ code: 'tcp-refused' })
  } finally {
    await peer.remove()
  }
})

ipv6PeerTest('name servers by DHCPv6 where radvd says O', async () => {
  const peer = ipv6Peer({ dns: 'dhcpv6' })
  try {
    await peer.until(({ dns }) => dns.length > 0)
    expect(peer.host.ipv6).toMatchObject({
      address: own,
      dns: ['2001:db8:64:1::1'],
      dnsFrom: 'dhcpv6',
    })
    const { answers } = await peer.host.resolve('both.example', { type: 'AAAA' })
    expect(answers).toMatchObject([{ data: '2001:db8::10' }])
  } finally {
    await peer.remove()
  }
})

ipv6PeerTest('an address lent by DHCPv6 where radvd says M', async () => {
  const peer = ipv6Peer({ dns: 'lease' })
  try {
    await peer.until(({ ipv6, dns }) => ipv6?.address !== null && dns.length > 0)
    expect(peer.host.ipv6).toMatchObject({
      address: expect.stringMatching(/^2001:db8:64:1::1[\da-f]{3}$/),
      prefix: null,
      dnsFrom: 'dhcpv6',
      progress: 'ready',
    })
    const ping = await peer.host.ping('both.example', { count: 2, intervalMs: 50 })
    expect(ping).toMatchObject({ address: '2001:db8::10', received: 2 })
  } finally {
    await peer.remove()
  }
})

// Where there is /dev/ppp: the identifier that pppd gives by Nak is taken, beside the IPv4 address.
pppdTest('IPV6CP with pppd', async () => {
  const peer = await pppdPeer(['::1', '::2'])
  try {
    const port = await openPort(peer.path)
    const link = new PppLink({
      role: 'client',
      clock,
      chance,
      families: ['ipv4', 'ipv6'],
      write: (bytes) => void unlessClosed(port.write(bytes)),
    })
    port.onBytes((bytes) => link.feed(bytes))
    const up = await new Promise<LinkUp>((resolve, reject) => {
      link.on((event) => {
        if (event.kind === 'up') resolve(event)
        if (event.kind === 'down') reject(new Error(`${event.code}: ${event.seen}`))
      })
      link.open()
    })
    expect(up).toMatchObject({
      address: '10.64.64.65',
      ipv6: { linkLocal: 'fe80::2', peerLinkLocal: 'fe80::1' },
      missing: null,
    })
    await link.close()
    await port.close()
  } finally {
    await peer.remove()
  }
})
