import type { Words } from '../words'

/** One line of a macro that does something. `line` counts from 1 in the file. Texts still hold their `{variables}`. */
export type MacroStep =
  | {
      readonly kind: 'send'
      readonly line: number
      readonly command: string
      /** The text that goes out after its prompt. */
      readonly payload?: string
    }
  | { readonly kind: 'wait'; readonly line: number; readonly ms: number; readonly text: string }
  | {
      readonly kind: 'expect'
      readonly line: number
      /** As written; see pattern.ts. */
      readonly pattern: string
      /** 0: only what has come since the command before was sent. */
      readonly withinMs: number
      /** The command before is sent again so often. */
      readonly everyMs?: number
    }
  | { readonly kind: 'on error'; readonly line: number; readonly stop: boolean }

/** A value that `{name}` stands for; whoever runs the macro may give another. */
export interface MacroVariable {
  readonly name: string
  readonly value: string
}

export interface MacroScript {
  readonly steps: readonly MacroStep[]
  readonly variables: readonly MacroVariable[]
  /** What the first comment says. */
  readonly about: string
}

/** A line that cannot be understood, and what was expected there. */
export interface MacroProblem {
  readonly line: number
  readonly words: Words
}
