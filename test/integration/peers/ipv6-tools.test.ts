import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bufferbloatTool } from '@core/ip/tools/bufferbloat'
import { coapTool } from '@core/ip/tools/coap'
import { dnsTool } from '@core/ip/tools/dns'
import { httpTool } from '@core/ip/tools/http'
import { iperf3Tool } from '@core/ip/tools/iperf3'
import { mqttTool } from '@core/ip/tools/mqtt'
import { mtuTool } from '@core/ip/tools/mtu'
import { natTimeoutTool } from '@core/ip/tools/nat-timeout'
import { ntpTool } from '@core/ip/tools/ntp'
import { pingTool } from '@core/ip/tools/ping'
import { resolversTool } from '@core/ip/tools/resolvers'
import { throughputTool } from '@core/ip/tools/throughput'
import { tlsTool } from '@core/ip/tools/tls'
import { traceTool } from '@core/ip/tools/traceroute'
import { udpEchoTool } from '@core/ip/tools/udp-echo'
import { nodeChance as chance, nodeClock as clock } from '@platform/clock/node-clock'
import { mqttBy } from '@platform/mqtt/run-mqtt'
import { jsonLines } from '../../support/cli'
import { runCli } from '../../support/command'
import { chronyd, ipv6Peer, ipv6PeerTests, type Ipv6Peer } from '../../support/ipv6-peer'
import { certificate } from '../../support/tls-peers'
import { pem } from '../../support/tls-server'
import { patient } from '../../support/patience'

/** The kernel of the peer, with Debian's servers on it. */
const families = [
  {
    ...{ name: 'IPv6', family: 'ipv6' as const, there: '2001:db8::10', url: '[2001:db8::10]' },
    ...{ far: '2001:db8:99::2', said: ' over IPv6', own: '2001:db8:64:1:200::cafe' },
  },
  {
    ...{ name: 'IPv4', family: 'ipv4' as const, there: '192.0.2.10', url: '192.0.2.10' },
    ...{ far: '192.0.2.98', said: '', own: '10.64.64.65' },
  },
] as const
const [six, four] = families
const servers = [
  ...['iperf3', 'mosquitto', 'openssl', 'coap-server-notls', 'xinetd', 'turnserver', chronyd],
]
const stun = ['-n', '-S', '--no-tls', '--no-dtls', '--no-cli', '-l', 'stdout']
const ports = { echo: 7, tls: 443, mqtt: 1883, ntp: 123, stun: 3478, iperf3: 5201, coap: 5683 }

/** RFC 862, by xinetd itself: a service for each family. */
const echoService = `defaults
{
}
${families.map(echoOf).join('')}`
function echoOf({ name, there }: (typeof families)[number]): string {
  return `service echo
{
  type = INTERNAL
  id = echo-dgram-${name}
  socket_type = dgram
  protocol = udp
  wait = yes
  user = root
  flags = ${name}
  bind = ${there}
  disable = no
}
`
}

// The servers below need root and a tun device: where there is none, this is left.
test.each([
  ['mtu', { linkMtu: 1500, pathMtu: 1500, by: 'icmp' }],
  ['traceroute', { reached: true, address: '2001:db8::6' }],
])('%s over the IPv6 of a simulated modem', async (tool, facts) => {
  const port = 'sim:sim7672?speed=fast&pdp-type=both'
  const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  const asked = [...account, '--pdp-type', 'IPV4V6', '--ipv6', '--json']
  const { out, code } = await runCli([tool, port, 'six.example', ...asked])
  expect(code).toBe(0)
  expect(jsonLines(out).at(-1)).toMatchObject({ ok: true, facts })
})

// Servers of others on the kernel's IPv6, behind our PPP server and our PPP client: one link for all.
ipv6PeerTests('with servers of others', servers, () => {
  let peer: Ipv6Peer
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-ipv6-'))
    const broker = join(folder, 'mosquitto.conf')
    writeFileSync(broker, `user root\nlistener ${ports.mqtt}\nallow_anonymous true\n`)
    const echo = join(folder, 'xinetd.conf')
    writeFileSync(echo, echoService)
    const time = join(folder, 'chrony.conf')
    writeFileSync(
      time,
      `local stratum 8\nallow all\ncmdport 0\npidfile ${join(folder, 'chrony.pid')}\n`,
    )
    const key = ['-cert', certificate('good.pem'), '-key', certificate('server.key')]
    peer = ipv6Peer({
      dns: 'rdnss',
      ppp: true,
      far: true,
      ports: Object.values(ports),
      run: [
        // Bound to one address each: a wildcard would answer UDP from that of the link.
        ['iperf3', '-s', '-B', six.there],
        ['iperf3', '-s', '-B', four.there],
        ['mosquitto', '-c', broker],
        ['openssl', 's_server', '-accept', String(ports.tls), ...key, '-www'],
        ['coap-server-notls', '-A', '::'],
        ['xinetd', '-dontfork', '-f', echo, '-pidfile', join(folder, 'xinetd.pid')],
        [chronyd, '-x', '-d', '-u', 'root', '-f', time],
        [
          'turnserver',
          ...stun,
          '-L',
          six.there,
          '-L',
          four.there,
          '--pidfile',
          join(folder, 'turn.pid'),
        ],
      ],
    })
    await peer.until(({ ipv6, dns }) => ipv6?.address !== null && dns.length > 0)
  })
  afterAll(async () => {
    await peer?.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const parts = () => ({ clock, chance, host: peer.host })

  describe.each(families)('over $name', ({ family, there, url, far, said, own }) => {
    test('UDP echo of xinetd', async () => {
      // It says nothing when it listens.
      const one = { host: 'both.example', family, count: 1, timeoutMs: 500 }
      const listens = async () => (await udpEchoTool(parts(), one)).facts.received
      await expect.poll(listens, patient).toBe(1)
      const { facts, words } = await udpEchoTool(parts(), {
        host: 'both.example',
        family,
        count: 20,
        intervalMs: 20,
        timeoutMs: 10_000,
      })
      expect(facts).toMatchObject({ address: there, sent: 20, altered: 0 })
      // Nobody sends a datagram again: a server that has to wait for the processor may lose one.
      expect(facts.received).toBeGreaterThanOrEqual(18)
      expect(words.en).toContain(`${said}: ${facts.received} of 20`)
    })

    test('CoAP ping and resources of libcoap', async () => {
      const { ok, facts, lines } = await coapTool(parts(), {
        url: `coap://${url}`,
        count: 3,
        // libcoap leaves pings out that come faster than four a second.
        intervalMs: 300,
      })
      expect(ok).toBe(true)
      expect(facts.ping.received).toBe(3)
      expect(facts.response).toMatchObject({ code: '2.05', format: 40 })
      expect(lines).toContainEqual(expect.stringContaining('</time>'))
    })

    test('in fragments, both ways: echoes that are longer than the link carries', async () => {
      const long = { count: 2, intervalMs: 20, size: 6000 }
      expect((await peer.host.ping(there, long)).received).toBe(2)
      // The host behind the narrow link: its pieces are as long as every link must carry.
      expect((await peer.host.ping(far, long)).received).toBe(2)
    })

    test.for([
      ['tcp', 'down'],
      ['tcp', 'up'],
      ['udp', 'down'],
      ['udp', 'up'],
    ] as const)('iperf3 by %s, %s', async ([protocol, direction]) => {
      const what = { protocol, direction, seconds: 1, bitsPerSecond: 400_000 }
      const { ok, facts } = await iperf3Tool(parts(), { host: there, port: 5201, ...what })
      expect([ok, facts.address]).toEqual([true, there])
    })

    test('throughput and bufferbloat', async () => {
      const page = `http://${url}/bytes/20000000`
      const { facts } = await throughputTool(clock, peer.host, {
        url: page,
        direction: 'down',
        seconds: 1,
      })
      expect(facts.bytes).toBeGreaterThan(100_000)
      const load = await bufferbloatTool(clock, peer.host, {
        url: page,
        ways: ['down'],
        idleSeconds: 1,
        seconds: 1,
      })
      expect(load.facts).toMatchObject({ address: there, by: 'icmp' })
      expect(load.facts.phases.map(({ phase }) => phase)).toEqual(['idle', 'down'])
    })

    test('mtu: the router of the narrow link says 1280', async () => {
      const { facts } = await mtuTool(clock, peer.host, { host: far })
      expect(facts).toMatchObject({ pathMtu: 1280, by: 'icmp', silent: false })
      expect(facts.toldBy).toMatchObject({ mtu: 1280 })
      expect((await traceTool(peer.host, { host: far })).facts.hops).toHaveLength(2)
    })

    test('TLS of OpenSSL', async () => {
      const { ok, facts } = await tlsTool(peer.host, {
        host: there,
        port: ports.tls,
        serverName: 'server.test',
        ca: pem('ca.pem'),
      })
      expect([ok, facts.trouble]).toEqual([true, null])
    })

    test('MQTT of mosquitto', async () => {
      const { ok, facts } = await mqttTool(peer.host, mqttBy(clock, chance), {
        url: `mqtt://${url}`,
        version: 5,
        clientId: 'bench',
        topic: `modem-bench/${family}`,
        qos: 1,
        count: 5,
        intervalMs: 20,
        timeoutMs: 20_000,
      })
      expect([ok, facts.returned]).toEqual([true, 5])
    })

    test('name servers: that of the link, and another address of it', async () => {
      const { facts } = await resolversTool(clock, peer.host, {
        names: ['both.example'],
        type: family === 'ipv6' ? 'AAAA' : 'A',
        servers: [there],
        rounds: 1,
      })
      expect(facts.rows.map(({ ours }) => ours).toSorted()).toEqual([false, true])
      expect(facts.rows.map(({ answered }) => answered)).toEqual([1, 1])
      expect(facts.names).toMatchObject([{ answers: [{ said: [there] }] }])
    })

    test('no NAT is seen by the STUN of coturn', async () => {
      const { facts, words } = await natTimeoutTool(parts(), {
        protocols: ['udp'],
        stunHost: there,
        tcpHost: there,
        mostSeconds: 15,
      })
      expect(facts.timeouts).toMatchObject([{ nat: 'none' }])
      expect(words.en).toMatch(/^UDP: no NAT/)
    })

    test('ping and traceroute to a name, DNS of dnsmasq, a page of the kernel’s TCP', async () => {
      const { ok, facts } = await pingTool(peer.host, { host: 'both.example', family, count: 2 })
      expect([ok, facts.address, facts.received]).toEqual([true, there, 2])
      const way = await traceTool(peer.host, { host: 'both.example', family })
      expect(way.facts).toMatchObject({ address: there, reached: true })
      const type = family === 'ipv6' ? 'AAAA' : 'A'
      const asked = await dnsTool(peer.host, { name: 'both.example', type })
      expect(asked.facts.answers).toMatchObject([{ data: there }])
      const page = await httpTool(peer.host, { url: `http://${url}/` })
      expect(page.facts).toMatchObject({ status: 200, text: own })
    })

    test('NTP of chrony', async () => {
      const { ok, facts } = await ntpTool(peer.host, { host: 'pool.ntp.org', family })
      expect(ok).toBe(true)
      expect(facts).toMatchObject({ stratum: 8 })
    })

    test('a certificate that only this computer’s clock makes invalid is told by chrony’s time', async () => {
      peer.setClock(Date.parse('2015-01-01T00:00:00Z'))
      onTestFinished(() => peer.setClock(undefined))
      const wish = { host: there, port: ports.tls, serverName: 'server.test', ca: pem('ca.pem') }
      const { facts, words, lines } = await tlsTool(peer.host, wish)
      expect(facts.trouble).toBe('tls-clock')
      expect(words.ja).toContain('時計がずれている')
      expect(JSON.stringify(lines)).toContain('2015-01-01')
    })
  })
})
