import type { Dial } from './socks-dial'
import type { ProxyState } from './net-state'
import type { SocksCredentials } from './socks5'

export interface SocksOptions {
  readonly dial: Dial
  /** TCP port on loopback; 0 takes a free one. */
  readonly port: number
  /** Octets over the modem, headers included; null for no limit. */
  readonly budgetBytes: number | null
  /** Absent: whoever is on this computer may use it. */
  readonly credentials?: SocksCredentials | undefined
  /** The counters or the connections changed; called often. */
  readonly onChange?: (() => void) | undefined
}

/** A SOCKS5 proxy on this computer's loopback address. */
export interface SocksProxy {
  readonly state: ProxyState
  /** Cuts every connection and stops listening. */
  close(): Promise<void>
}

/** Starts listening. Rejects with Fault('socks-port') when the port cannot be had. */
export type OpenSocks = (options: SocksOptions) => Promise<SocksProxy>
