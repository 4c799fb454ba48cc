import type { EventName } from '@contract'

/** What a call of a script is refused with, in the language of the command. */
export interface ToldFault {
  /** The kind of fault, the same in every language. */
  readonly code: string
  readonly title: string
  /** What was seen. */
  readonly detail: string
  /** What to try. */
  readonly tries: readonly string[]
}

/** What a script tells the command that runs it. */
export type FromScript =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
    }
  | { readonly kind: 'hear'; readonly name: EventName; readonly on: boolean }
  | { readonly kind: 'print'; readonly to: 'out' | 'err'; readonly text: string }
  /** It ended by an error: what it says, where it was thrown and who called there. */
  | { readonly kind: 'failed'; readonly said: string }

/** What the command tells its script. */
export type ToScript =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly fault: ToldFault }
  | { readonly kind: 'event'; readonly name: EventName; readonly value: unknown }
  /** It is to end; a moment later it is ended. */
  | { readonly kind: 'stop'; readonly why: string }

/** What a worker is started with. */
export interface ScriptStart {
  /** Its absolute path. */
  readonly path: string
  /** Octets that were printed and are not written yet: the script waits above `mostUnwritten`. */
  readonly unwritten: SharedArrayBuffer
}

export const mostUnwritten = 1 << 20

/** Calls of a script that may be under way at once: one that forgets `await` in a loop is told. */
export const mostCalls = 64
