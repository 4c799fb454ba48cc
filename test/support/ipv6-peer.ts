import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { concat } from '@core/bytes'
import { IpHost } from '@core/ip/host'
import { linkLocalOf } from '@core/ip/ipv6-address'
import type { Clock } from '@core/ports/clock'
import { nodeChance as chance, nodeClock } from '@platform/clock/node-clock'
import { tlsBy } from '@platform/tls/open-tls'
import { PppLink, type PppLinkOptions } from '@core/ppp/link'
import { because, findProgram, installedHere, root } from './needs'

const programs = ['unshare', 'ip', 'python3', 'radvd', 'dnsmasq']

/** Unpacked by set-up and not installed, since its package would take over this computer's clock. */
const unpackedChrony = join(root, '.cache/peers/chrony/usr/sbin/chronyd')
export const chronyd = findProgram('chronyd') ?? unpackedChrony

/** What set-up cannot bring: a tun device, and a network of its own, which only root may have. */
function systemLacks(): string | undefined {
  if (process.getuid?.() !== 0) return 'a network of its own needs root'
  if (!existsSync('/dev/net/tun')) return 'no /dev/net/tun'
  const own = spawnSync('unshare', ['-n', 'true']).status === 0
  return own ? undefined : 'this container may have no network of its own'
}

/** What keeps such tests from running here, told for the end of `npm test`; undefined under CI where the system does not let them. */
function peerLacks(more: readonly string[]): boolean | undefined {
  const system = systemLacks()
  if (system !== undefined && installedHere) return undefined
  const missing = [...programs, ...more].filter(
    (program) => findProgram(program) === undefined && !existsSync(program),
  )
  const reason = system ?? `not on this computer: ${missing.join(', ')}`
  return because(system !== undefined || missing.length > 0, reason)
}

/**
 * `test` where radvd and dnsmasq may run on a tun device; elsewhere it is skipped, and why is told. Under CI, where a skip is a
 * hole that set-up left, it is not there at all where the system itself does not let it.
 */
export function ipv6PeerTest(name: string, run: () => Promise<void>): void {
  const lacking = peerLacks([])
  if (lacking !== undefined) test.skipIf(lacking)(name, run)
}

/** The same for tests that share one peer, on which these programs run, too. */
export function ipv6PeerTests(name: string, more: readonly string[], tests: () => void): void {
  const lacking = peerLacks(more)
  if (lacking !== undefined) describe.skipIf(lacking)(name, tests)
}

export interface Ipv6Peer {
  readonly host: IpHost
  /** Sets the host's clock to this time, where it stands still; undefined: it is right again. */
  setClock(ms: number | undefined): void
  /** Resolves when the host knows that of itself. */
  until(ready: (host: IpHost) => boolean): Promise<void>
  remove(): Promise<void>
}

export interface Ipv6PeerOptions {
  /** How name servers are told; `lease`: by DHCPv6, which lends the address, too. */
  readonly dns: 'rdnss' | 'dhcpv6' | 'lease'
  /** Commands that run at the other end, each until the peer is removed. */
  readonly run?: readonly (readonly string[])[]
  /** Where they listen, by TCP or UDP: no packet passes before they do. */
  readonly ports?: readonly number[]
  /** A host 2001:db8:99::2 and 192.0.2.98 behind a router whose link carries 1280 octets. */
  readonly far?: boolean
  /** Carries packets as they are to the host, or by PPP between our client and our server. */
  readonly ppp?: boolean
}

/** Our host on a link whose other end is the kernel, with radvd and dnsmasq on it. */
export function ipv6Peer({
  dns,
  run = [],
  ports = [],
  ppp = false,
  far = false,
}: Ipv6PeerOptions): Ipv6Peer {
  const script = join(root, 'test/support/ipv6-peer.py')
  const child = spawn(
    'unshare',
    ['-n', 'python3', script, JSON.stringify({ dns, run, ports, far })],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const watches = new Set<() => void>()
  let wrongMs: number | undefined
  const clock: Clock = { ...nodeClock, nowMs: () => wrongMs ?? nodeClock.nowMs() }
  const toKernel = (packet: Uint8Array) => {
    const { length } = packet
    child.stdin.write(concat([Uint8Array.of(length >> 8, length & 0xff), packet]))
  }
  const link = ppp ? pppBetween(toKernel, (packet) => host.receive(packet)) : undefined
  const host: IpHost = new IpHost({
    clock,
    chance,
    // Packets that are passed as they are have IPv6 alone.
    address: ppp ? '10.64.64.65' : null,
    linkLocal: linkLocalOf(identifier),
    mtu: 1500,
    dns: [],
    openTls: tlsBy(clock),
    onIpv6: () => watches.forEach((watch) => watch()),
    send: (packet) => (link ? link.client.sendIp(packet) : toKernel(packet)),
  })
  let rest: Uint8Array = new Uint8Array()
  child.stdout.on('data', (bytes: Uint8Array) => {
    rest = concat([rest, bytes])
    for (;;) {
      const length = rest.length < 2 ? Infinity : ((rest[0] ?? 0) << 8) | (rest[1] ?? 0)
      if (rest.length < 2 + length) return
      const packet = rest.slice(2, 2 + length)
      if (link) link.server.sendIp(packet)
      else host.receive(packet)
      rest = rest.slice(2 + length)
    }
  })
  return {
    host,
    setClock: (ms) => (wrongMs = ms),
    until: (ready) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          if (!ready(host)) return
          watches.delete(watch)
          resolve()
        }
        watches.add(watch)
        void gone.then(() => reject(new Error(`the peer ended: ${said}`)))
        watch()
      }),
    async remove() {
      host.close()
      child.stdin.end()
      await gone
    },
  }
}

/** Ours, as the kernel's prefix makes an address of it. */
const identifier = Uint8Array.of(2, 0, 0, 0, 0, 0, 0xca, 0xfe)

/** Our PPP server between the kernel and our PPP client, with both families. */
function pppBetween(toKernel: (packet: Uint8Array) => void, toHost: (packet: Uint8Array) => void) {
  const shared = { clock: nodeClock, chance, families: ['ipv4', 'ipv6'] } as const
  const later = (deliver: (bytes: Uint8Array) => void) => (bytes: Uint8Array) => {
    const copy = bytes.slice()
    setImmediate(() => deliver(copy))
  }
  const client: PppLink = new PppLink({
    ...shared,
    role: 'client',
    write: later((bytes) => server.feed(bytes)),
  })
  const server: PppLink = new PppLink({
    ...shared,
    role: 'server',
    write: later((bytes) => client.feed(bytes)),
    server: {
      require: 'none',
      check: () => true,
      secretOf: () => undefined,
      address: '10.64.64.64',
      clientAddress: '10.64.64.65',
      dns: [],
      ipv6: { identifier: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1), clientIdentifier: identifier },
    } satisfies PppLinkOptions['server'],
  })
  client.on((event) => {
    if (event.kind === 'ip') toHost(event.packet)
  })
  server.on((event) => {
    if (event.kind === 'ip') toKernel(event.packet)
  })
  server.open()
  client.open()
  return { client, server }
}
