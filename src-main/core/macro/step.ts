import type { SlotName } from '../modem/slot-names'
import type { Words } from '../words'
import type { Condition } from './condition'

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
  | {
      readonly kind: 'if'
      readonly line: number
      readonly text: string
      readonly condition: Condition
      readonly then: readonly MacroStep[]
      readonly otherwise: readonly MacroStep[]
    }
  | {
      readonly kind: 'repeat'
      readonly line: number
      readonly text: string
      /** The most rounds. */
      readonly times: number
      /** Looked at behind each round; a loop with one that never holds ends the macro. */
      readonly until?: Condition
      readonly body: readonly MacroStep[]
    }
  /** `{name}` is what the pattern's group holds in a line that came since the last command. */
  | {
      readonly kind: 'capture'
      readonly line: number
      readonly name: string
      readonly pattern: string
    }
  /** A person is asked; without `name` "no" ends the macro. */
  | {
      readonly kind: 'ask'
      readonly line: number
      readonly question: string
      readonly name?: string
    }
  | { readonly kind: 'beep'; readonly line: number }
  /** What follows is for this slot. */
  | { readonly kind: 'slot'; readonly line: number; readonly slot: SlotName }

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

/** Every step, also those inside of others, as they stand in the text. */
export const flattened = (steps: readonly MacroStep[]): readonly MacroStep[] =>
  steps.flatMap((step) => {
    if (step.kind === 'if') return [step, ...flattened(step.then), ...flattened(step.otherwise)]
    return step.kind === 'repeat' ? [step, ...flattened(step.body)] : [step]
  })

/** Names that a step gives a value to: whether it has been there when they are used is seen in the run. */
export const namedBy = (step: MacroStep): readonly string[] =>
  (step.kind === 'capture' || step.kind === 'ask') && step.name !== undefined ? [step.name] : []
