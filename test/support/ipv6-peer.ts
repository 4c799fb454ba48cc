import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { concat } from '@core/bytes'
import { IpHost } from '@core/ip/host'
import { linkLocalOf } from '@core/ip/ipv6-address'
import { nodeChance as chance, nodeClock as clock } from '@platform/clock/node-clock'
import { because, findProgram, installedHere, root } from './needs'

const programs = ['unshare', 'ip', 'python3', 'radvd', 'dnsmasq']

/** What set-up cannot bring: a tun device, and a network of its own, which only root may have. */
function systemLacks(): string | undefined {
  if (process.getuid?.() !== 0) return 'a network of its own needs root'
  if (!existsSync('/dev/net/tun')) return 'no /dev/net/tun'
  const own = spawnSync('unshare', ['-n', 'true']).status === 0
  return own ? undefined : 'this container may have no network of its own'
}

/**
 * `test` where radvd and dnsmasq may run on a tun device; elsewhere it is skipped, and why is told. Under CI, where a skip is a
 * hole that set-up left, it is not there at all where the system itself does not let it.
 */
export function ipv6PeerTest(name: string, run: () => Promise<void>): void {
  const system = systemLacks()
  if (system !== undefined && installedHere) return
  const missing = programs.filter((program) => findProgram(program) === undefined)
  const reason = system ?? `not on this computer: ${missing.join(', ')}`
  test.skipIf(because(system !== undefined || missing.length > 0, reason))(name, run)
}

export interface Ipv6Peer {
  readonly host: IpHost
  /** Resolves when the host knows that of itself. */
  until(ready: (host: IpHost) => boolean): Promise<void>
  remove(): Promise<void>
}

/** Our host on a link whose other end is the kernel, with radvd and dnsmasq on it. Name servers come by RDNSS, or by DHCPv6. */
export function ipv6Peer(dns: 'rdnss' | 'dhcpv6'): Ipv6Peer {
  const script = join(root, 'test/support/ipv6-peer.py')
  const child = spawn('unshare', ['-n', 'python3', script, dns], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const watches = new Set<() => void>()
  const host: IpHost = new IpHost({
    clock,
    chance,
    address: null,
    linkLocal: linkLocalOf(Uint8Array.of(2, 0, 0, 0, 0, 0, 0xca, 0xfe)),
    mtu: 1500,
    dns: [],
    onIpv6: () => watches.forEach((watch) => watch()),
    send: (packet) => {
      const { length } = packet
      child.stdin.write(concat([Uint8Array.of(length >> 8, length & 0xff), packet]))
    },
  })
  let rest: Uint8Array = new Uint8Array()
  child.stdout.on('data', (bytes: Uint8Array) => {
    rest = concat([rest, bytes])
    for (;;) {
      const length = rest.length < 2 ? Infinity : ((rest[0] ?? 0) << 8) | (rest[1] ?? 0)
      if (rest.length < 2 + length) return
      host.receive(rest.slice(2, 2 + length))
      rest = rest.slice(2 + length)
    }
  })
  return {
    host,
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
