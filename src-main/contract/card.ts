import { z } from 'zod'
import type { CardFileName } from '@core/card/files'
import type { Words } from '@core/words'
import { call } from './call'
import { slotName } from './schema'

/** How often a wrong code may still be entered; null: the modem does not tell. */
export interface CardTries {
  readonly pin: number | null
  readonly puk: number | null
  readonly pin2: number | null
  readonly puk2: number | null
}

/** An elementary file of the card. */
export interface CardFile {
  readonly name: CardFileName
  /** `6F7B`. */
  readonly id: string
  readonly title: Words
  /** `absent`: 6A82 or 9404; `locked`: it wants the PIN first; `refused`: anything else that is no content. */
  readonly state: 'read' | 'absent' | 'locked' | 'refused'
  /** What the octets mean, or what the status word says. */
  readonly words: Words
  /** Its octets in capital hex; empty: not read. */
  readonly hex: string
  /** It identifies somebody or says where they are. */
  readonly secret: boolean
}

/** A SIM as it was read last. */
export interface CardContents {
  /** What AT+CPIN? says: `READY`, `SIM PIN`, `SIM PUK`. */
  readonly state: string
  /** Whether it asks for its PIN at each start; null: the modem does not tell. */
  readonly asksPin: boolean | null
  readonly tries: CardTries
  readonly files: readonly CardFile[]
  readonly readMs: number
}

/** The list of forbidden networks, before and after it was written. */
export interface ForbiddenWritten {
  /** What it held, in hex: written back with `card.restoreForbidden`. */
  readonly before: string
  readonly now: Words
}

const pin = z.string().max(16)
const lastTry = z.boolean().default(false)

export const cardCalls = {
  /** Reads state, counters and files; changes nothing. */
  'card.read': call<CardContents>()(z.object({ slot: slotName })),
  /** Enters the PIN once. With one try left, or an unknown number, only with `lastTry`. */
  'card.enterPin': call<CardContents>()(z.object({ slot: slotName, pin, lastTry })),
  /** Has the card ask for its PIN at each start, or not. */
  'card.askPin': call<CardContents>()(z.object({ slot: slotName, on: z.boolean(), pin, lastTry })),
  /** Changes the PIN of the card. With one try left, or an unknown number, only with `lastTry`. */
  'card.changePin': call<CardContents>()(z.object({ slot: slotName, pin, newPin: pin, lastTry })),
  /** Empties EF FPLMN and reads it back. */
  'card.clearForbidden': call<ForbiddenWritten>()(z.object({ slot: slotName })),
  /** Writes EF FPLMN as it was: its whole content in hex. */
  'card.restoreForbidden': call<ForbiddenWritten>()(
    z.object({ slot: slotName, hex: z.string().max(510) }),
  ),
} as const
