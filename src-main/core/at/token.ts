import type { Words } from '../words'
import type { Final } from './final'
import type { NoteKind } from './note-words'
import type { UnsolicitedRow } from './unsolicited'

/** The command a token belongs to. */
export interface Owner {
  readonly commandId?: number
  readonly command?: string
  /** The command's parameters must not be shown. */
  readonly secret?: true
  /** It came after its command had been given up. */
  readonly late?: true
  /** How long after the sending of that command. */
  readonly lateMs?: number
}

/** What every token has. */
interface Base extends Owner {
  /** One character an octet, without line ends and NULs. */
  readonly text: string
  /** The octets themselves with blank ones before and the line end: all tokens together are the stream. Empty for notes. */
  readonly raw: Uint8Array
  /** When it was complete, on the monotonic clock. */
  readonly atUs: number
  /** No command is there that it could belong to. */
  readonly orphan?: true
}

/** One stretch of what came from the modem, told apart; every octet outside data mode is in exactly one. Notes are ours. */
export type Token =
  | (Base & { readonly kind: 'echo'; readonly second?: true; readonly payloadEcho?: true })
  | (Base & { readonly kind: 'answer'; readonly secondPhase?: true })
  | (Base & { readonly kind: 'final'; readonly final: Final })
  | (Base & {
      readonly kind: 'unsolicited'
      readonly row: UnsolicitedRow
      /** The header this line follows (SMS text after +CMT). */
      readonly header?: string
      /** The modem said that it started: echo, CMEE and contexts are what they are after power-on. */
      readonly restart?: true
    })
  | (Base & {
      readonly kind: 'unknown'
      /** A line longer than 4096 comes in pieces. */
      readonly piece?: 'first' | 'middle' | 'last'
      /** The echo of this command, with letters that were broken on the way; parameters of a secret one are left out. */
      readonly brokenEcho?: string
    })
  | (Base & { readonly kind: 'prompt' })
  | (Base & { readonly kind: 'payload'; readonly payload: Uint8Array; readonly header: string })
  | (Base & { readonly kind: 'note'; readonly note: NoteKind; readonly words: Words })

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A token without its time, which the engine adds. */
export type Draft = Without<Token, 'atUs'>
