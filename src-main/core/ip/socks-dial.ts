import { Fault, type FaultCode } from '../fault'
import { familyFor } from './family'
import type { IpHost } from './host'
import { socksReplies, type SocksReply } from './socks5'

/** One connection over the modem, as the proxy sees it; a `TcpConnection` is one. */
export interface DialledStream {
  /** The next octets; undefined at the end. Rejects when the connection broke. */
  read(signal?: AbortSignal): Promise<Uint8Array | undefined>
  /** Resolves when there is room for more. */
  write(bytes: Uint8Array, signal?: AbortSignal): Promise<void>
  /** No more octets from here; reading goes on. */
  end(): void
  abort(): void
  /** Octets over the modem so far, headers included. */
  billed(): { readonly rx: number; readonly tx: number }
}

/** Opens a connection; names are looked up by the far side of the link. Rejects with a Fault. */
export type Dial = (host: string, port: number, signal: AbortSignal) => Promise<DialledStream>

/** Dials over whatever link is up at the moment. */
export function dialOver(host: () => IpHost): Dial {
  return async (name, port, signal) => {
    const connection = await host().connect(name, port, { signal })
    const { counters, remote } = connection
    // IP and TCP headers without options.
    const headerBytes = familyFor(remote.address).headerOctets + 20
    return {
      read: (stop) => connection.read(stop),
      write: (bytes, stop) => connection.write(bytes, stop),
      end: () => connection.end(),
      abort: () => connection.abort(),
      billed: () => ({
        rx: counters.bytesIn + counters.segmentsIn * headerBytes,
        tx: counters.bytesOut + counters.segmentsOut * headerBytes,
      }),
    }
  }
}

const replies: Partial<Readonly<Record<FaultCode, SocksReply>>> = {
  'net-not-connected': socksReplies.networkUnreachable,
  'ip-closed': socksReplies.networkUnreachable,
  'link-down': socksReplies.networkUnreachable,
  'ip-unreachable': socksReplies.hostUnreachable,
  'ip-no-family': socksReplies.networkUnreachable,
  'dns-no-server': socksReplies.hostUnreachable,
  'dns-no-answer': socksReplies.hostUnreachable,
  'dns-no-such-name': socksReplies.hostUnreachable,
  'dns-failed': socksReplies.hostUnreachable,
  'tcp-refused': socksReplies.refused,
  'tcp-reset': socksReplies.refused,
  'tcp-timeout': socksReplies.timedOut,
}

/** How a failure is told to the client of the proxy. */
export function socksReplyFor(error: unknown): SocksReply {
  if (!(error instanceof Fault)) return socksReplies.failed
  return replies[error.code] ?? socksReplies.failed
}
