import type { SocketTry } from '@core/sockets/socket-try'

/** How a broker is met; no user is sent where it is empty. */
export interface BrokerLogin {
  readonly clientId: string
  readonly topic: string
  readonly user: string
  readonly password: string
}

/** What is to be tried, over either stack. */
export interface Trial {
  readonly what: SocketTry
  readonly target: string
  /** What is sent over a socket; none: it is opened and closed. */
  readonly octets: Uint8Array
  /** Which of the modem's TLS contexts https and mqtts use. */
  readonly tlsContext: number
  /** For a broker. */
  readonly login: BrokerLogin
}
