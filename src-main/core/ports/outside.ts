import type { ByteStream } from './stream'

/** A connection of this computer, as one of the simulated network is joined to it. */
export type OutsideStream = Pick<ByteStream, 'read' | 'write' | 'end' | 'abort'>

/** Datagrams between one port of ours and one of this computer. */
export interface OutsideTalk {
  send(data: Uint8Array): void
  close(): void
}

/** What of this computer a simulated modem reaches, where somebody asked for it: the ports of its loopback address. */
export interface Outside {
  /** A TCP connection. Rejects with Fault('tcp-refused') where nothing listens. */
  connect(port: number): Promise<OutsideStream>
  /** Talks with a UDP port; `take` has each datagram that comes back. */
  talk(port: number, take: (data: Uint8Array) => void): OutsideTalk
}
