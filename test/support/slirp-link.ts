import { IpHost } from '@core/ip/host'
import type { BytePort } from '@core/ports/byte-port'
import { PppLink, type LinkEvent, type LinkUp } from '@core/ppp/link'
import { nodeChance as chance, nodeClock } from '@platform/clock/node-clock'
import { openPort } from '@platform/serial/open'
import { tlsBy, type OnSecret } from '@platform/tls/open-tls'
import { slirpPeer, type SlirpPeer } from './slirp'
import { unlessClosed } from './still-open'

export interface SlirpLink {
  readonly link: PppLink
  readonly host: IpHost
  readonly up: LinkUp
  readonly port: BytePort
  /** Ends PPP, the port and slirp. */
  remove(): Promise<void>
}

/** A PPP link to slirp over a pty, with our IP host on it. */
export async function slirpLink({
  onSecret,
  hear,
}: {
  readonly onSecret?: OnSecret | undefined
  /** Takes what passes on the port. */
  readonly hear?: (dir: 'rx' | 'tx') => (bytes: Uint8Array) => void
} = {}): Promise<SlirpLink> {
  const peer: SlirpPeer = await slirpPeer()
  const port = await openPort(peer.path)
  const [sent, received] = [hear?.('tx'), hear?.('rx')]
  const link = new PppLink({
    role: 'client',
    clock: nodeClock,
    chance,
    write: (bytes) => {
      sent?.(bytes)
      void unlessClosed(port.write(bytes))
    },
  })
  if (received) port.onBytes(received)
  port.onBytes((bytes) => link.feed(bytes))
  const up = await new Promise<LinkUp>((resolve, reject) => {
    link.on((event: LinkEvent) => {
      if (event.kind === 'up') resolve(event)
      if (event.kind === 'down') reject(new Error(`${event.code}: ${event.seen}`))
    })
    link.open()
  })
  const { address, mtu, dns } = up
  const send = (packet: Uint8Array) => link.sendIp(packet)
  const openTls = tlsBy(nodeClock, onSecret)
  const host: IpHost = new IpHost({ clock: nodeClock, chance, address, mtu, dns, send, openTls })
  link.on((event) => {
    if (event.kind === 'ip') host.receive(event.packet)
  })
  return {
    link,
    host,
    up,
    port,
    async remove() {
      host.close()
      await link.close()
      await port.close()
      await peer.remove()
    },
  }
}
