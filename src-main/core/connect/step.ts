import type { AtReply, SendOptions } from '../at/engine'
import type { Facts, Knowledge, NetworkCause } from '../at/knowledge'
import { Fault, type FaultCode } from '../fault'
import type { ModemProfile } from '../modem/profile'
import type { ModemSession } from '../modem/session'
import type { Clock } from '../ports/clock'
import type { RadioFamily } from '../radio/item'
import type { RadioLimit } from '../radio/limit'
import { quoted, type SeenLine, type Words } from '../words'
import type { ConnectTarget, StepId } from './connect-state'
import type { ConnectPower } from './connect-power'

/** One PDP context as the modem has it stored. */
export interface StoredContext {
  readonly cid: number
  readonly pdpType: string
  readonly apn: string
}
/** The authentication stored for a context; undefined strings are not shown by the modem. */
export interface StoredAuth {
  readonly cid: number
  readonly protocol: number
  readonly user: string | undefined
  readonly password: string | undefined
}

/** What the steps of one run find out and hand on. */
export interface Findings {
  /** The modem has no AT+CGAUTH: credentials travel in PPP only. */
  authUnsupported?: boolean
  context?: StoredContext | undefined
  auth?: StoredAuth | undefined
  /** What differs from the target: empty when nothing has to be written. */
  differences?: readonly Words[]
  registered?: Facts
  pinged?: { host: string; sent: number; received: number; avgMs: number | null }
}

/** What a step may use. Everything that waits inside takes the run's signal and the step's limit. */
export interface StepContext {
  readonly session: ModemSession
  readonly target: ConnectTarget
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly profiles: readonly ModemProfile[]
  readonly signal: AbortSignal
  /** What can be set in a radio, to tell what limits one that finds no network. */
  readonly radioFamilies?: readonly RadioFamily[] | undefined
  /** Absent where no board is set up. */
  readonly power?: ConnectPower
  readonly found: Findings
  /** The lines the step saw, for the verdict. */
  readonly seen: SeenLine[]
  /** Sends a command with the run's priority and cancel; the lines go to `seen`. */
  ask(command: string, options?: SendOptions): Promise<AtReply>
  /** The facts of an answer. */
  read(reply: AtReply): Facts
  /** Says what is going on, while it goes on. */
  progress(words: Words, facts?: Facts): void
  profile(): ModemProfile
}

export interface StepOutcome {
  readonly state: 'ok' | 'skipped'
  readonly words: Words
  readonly facts?: Facts
}

/** One step of a connection. `limitMs` bounds it from outside; a step says its own, better words before that. */
export interface Step {
  readonly id: StepId
  readonly title: Words
  readonly limitMs: number
  run(context: StepContext): Promise<StepOutcome>
}

/** A step that failed; with a meaning and advice of its own where those of the row say too little. */
export class StepFailure extends Fault {
  readonly meaning: Words | undefined
  readonly tries: readonly Words[]
  /** The network's own reason: what it says stands in the place of what is usual. */
  readonly refusal: NetworkCause | undefined
  /** Networks that the SIM forbids, `44020`. */
  readonly forbidden: readonly string[] | undefined
  /** Settings that keep the modem from networks. */
  readonly limits: readonly RadioLimit[] | undefined
  constructor(
    code: FaultCode,
    detail: SeenLine = quoted(''),
    more: {
      meaning?: Words
      tries?: readonly Words[]
      refusal?: NetworkCause | undefined
      forbidden?: readonly string[] | undefined
      limits?: readonly RadioLimit[] | undefined
    } = {},
  ) {
    super(code, detail)
    this.meaning = more.meaning
    this.tries = more.tries ?? []
    this.refusal = more.refusal
    this.forbidden = more.forbidden
    this.limits = more.limits
  }
}

/** The link ended under a step that only used it: the link's own step has failed, and this one has proved nothing. */
export class LinkEnded extends Fault {}

export const ok = (words: Words, facts?: Facts): StepOutcome => ({
  state: 'ok',
  words,
  ...(facts ? { facts } : {}),
})
export const skipped = (words: Words, facts?: Facts): StepOutcome => ({
  state: 'skipped',
  words,
  ...(facts ? { facts } : {}),
})
