import type { TroubleCause } from '../modem/family-command'
import type { Words } from '../words'
import type { SocketTry } from './socket-try'

/** Over whose TCP/IP stack: the one inside the modem, or the console's own over PPP. */
export type SocketStack = 'modem' | 'console'

export type SocketStepId =
  | 'registration'
  | 'context'
  | 'dns'
  | 'ping'
  | 'open'
  | 'send'
  | 'receive'
  | 'close'
  | 'tls'
  | 'begin'
  | 'get'
  | 'read'
  | 'start'
  | 'connect'
  | 'subscribe'
  | 'publish'

export interface SocketStep {
  readonly id: SocketStepId
  readonly ok: boolean
  /** From the command to its true result. */
  readonly ms: number
  /** What came of it, in the words of the modem or of the network: an address, a result line. */
  readonly seen: string
}

/** What made TLS fail, shown by a second attempt that differed in this alone. */
export type TlsFinding = 'sni-off' | 'ca-missing' | 'ca-wrong'

export interface SocketTrouble {
  readonly cause: TroubleCause
  readonly seen: string
  readonly meaning: Words
  readonly finding: TlsFinding | null
}

/** One try over one stack. */
export interface SocketOutcome {
  readonly over: SocketStack
  readonly what: SocketTry
  readonly target: string
  readonly atMs: number
  readonly ok: boolean
  /** From sending to what came back: the echo, the answer, the mean of the pings; null where that does not apply. */
  readonly ms: number | null
  readonly steps: readonly SocketStep[]
  readonly words: Words
  /** Null: it worked. */
  readonly trouble: SocketTrouble | null
}
