import { finalLine } from '../at/final'
import type { AtReply } from '../at/reply'
import type { Words } from '../words'

/** Why something a modem was asked for did not come about, as far as its own words tell. */
export type TroubleCause =
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'context'
  | 'tls'
  | 'certificate'
  | 'closed'
  | 'login'
  | 'full'
  | 'missing'
  | 'exists'
  | 'other'

/** What a modem said in the place of a result: as it was seen, and what its manual says it means. */
export interface Trouble {
  readonly trouble: TroubleCause
  readonly seen: string
  /** Null: its manual does not say. */
  readonly meaning: Words | null
}

/** Everything that came for a command: its lines, those behind the OK, and the final result last. */
export interface FamilyAnswer {
  readonly ok: boolean
  readonly lines: readonly string[]
  /** Octets that the answer counted. */
  readonly octets: Uint8Array | undefined
}

/** A command of one family of modems, and how its answer is read. */
export interface FamilyCommand<T> {
  readonly command: string
  /** What it asks for with a prompt, as it is. */
  readonly payload?: Uint8Array
  /** The true result comes in a line behind the OK. */
  readonly later?: true
  /** Where it may take longer than the table of commands says. */
  readonly timeoutMs?: number
  /** A header of its answer begins so; its last number counts the octets that follow. */
  readonly counted?: string
  /** Undefined: neither a result nor a refusal that is known. */
  readonly read: (answer: FamilyAnswer) => T | Trouble | undefined
}

/** By what one firmware of a model is told from another: a line of its answer to a command. */
export interface FamilyMark {
  readonly command: string
  readonly answer: RegExp
}

export function isTrouble<T>(read: T | Trouble | undefined): read is Trouble {
  return typeof read === 'object' && read !== null && 'trouble' in read
}

export function answerOf(reply: AtReply): FamilyAnswer {
  const { ok, lines, secondPhase, secondLines = [], final, payload } = reply
  const later =
    secondLines.length > 0 ? secondLines : secondPhase === undefined ? [] : [secondPhase]
  return { ok, lines: [...lines, ...later, finalLine(final)], octets: payload }
}
