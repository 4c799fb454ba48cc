import type { SocketTry } from '@core/sockets/target'

/** What is to be tried, over either stack. */
export interface Trial {
  readonly what: SocketTry
  readonly target: string
  /** What is sent over a socket; none: it is opened and closed. */
  readonly octets: Uint8Array
  /** Which of the modem's TLS contexts https uses. */
  readonly tlsContext: number
}
