import type { Mode, SlotState } from '@contract'

/** What a person can do about the mode of a slot now. */
export interface ModeWays {
  /** The ladder back to command mode has something to do. */
  readonly back: boolean
  /** The escape alone: AT while the call is held. */
  readonly pause: boolean
  /** ATO: the call is held. */
  readonly resume: boolean
  /** Commands are refused; why is worth a sentence. */
  readonly refused: boolean
}

/** The mode as the texts name it: one that an earlier program left is not the same as ours. */
export function modeKey({ mode, at }: SlotState): Mode | 'dataFound' | 'cmuxFound' | 'dataBeside' {
  if (mode === 'data' && at.through === 'second') return 'dataBeside'
  if (!at.found) return mode
  return mode === 'data' ? 'dataFound' : mode === 'cmux' ? 'cmuxFound' : mode
}

export function modeWays({ port, mode, at, back, unresponsive }: SlotState): ModeWays {
  const open = port?.state === 'open'
  const idle = open && back?.running !== true
  return {
    back: idle && (mode !== 'command' || at.held || unresponsive),
    pause: idle && mode === 'data' && !at.found,
    resume: idle && at.held,
    refused: open && at.through === null,
  }
}
