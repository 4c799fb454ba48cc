import type { SeenLine } from '../words'
import type { FaultCode } from '../fault'
import type { ControlPacket } from './packet'

/** One side of PAP or CHAP, from the end of LCP until the link goes down. */
export interface Authenticator {
  start(): void
  receive(packet: ControlPacket): void
  stop(): void
}

export interface AuthOutcome {
  send(packet: Uint8Array): void
  passed(message: string): void
  failed(code: FaultCode, seen: SeenLine): void
}

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** Who may come in, as the server sees it. */
export interface AuthCheck {
  check(user: string, password: string): boolean
  /** The secret for CHAP. Left out: every response is taken, as modems do that only pass it on. */
  secretOf?: ((user: string) => string | undefined) | undefined
}
