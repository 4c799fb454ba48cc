import type { LineConfig, LineDrive } from '../ports/gpio-adapter'
import type { Words } from '../words'

/**
 * What the lines of a board are for. `cut` interrupts the supply while active: a relay in the supply, wired through its
 * normally closed contact so that a dead computer leaves the modem powered.
 */
export const boardLineNames = ['power', 'reset', 'status', 'ri', 'cut'] as const
export type BoardLineName = (typeof boardLineNames)[number]

/** A line as the board has it; which pin it is on belongs to the person's wiring. */
export interface BoardLine {
  readonly dir: 'in' | 'out'
  readonly activeLow: boolean
  /** How an output must be driven. `open-drain` may also be a contact, which is the same to the board. */
  readonly drive: LineDrive
  readonly bias?: 'up' | 'down' | 'none'
  readonly title: Words
}

/** Pins the board's maker wired or jumpers choose. */
export interface PinSet {
  readonly id: string
  readonly title: Words
  readonly pins: { readonly [line in BoardLineName]?: number | string }
}

/** What can tell that the modem is on, the surest first. */
export type Proof = 'status' | 'usb' | 'at'

/** A board as data: adding one is adding a file to catalog/boards. */
export interface BoardProfile {
  readonly id: string
  readonly name: string
  /** The modem on it, as people call it. */
  readonly modem: string
  /** The persona of the simulator that behaves like it. */
  readonly persona?: string
  readonly lines: { readonly [line in BoardLineName]?: BoardLine }
  readonly pinSets: readonly PinSet[]
  readonly pulse: {
    readonly onMs: number
    readonly offMs: number
    /** Absent where there is no reset line. */
    readonly resetMs?: number
    /** How long the supply is interrupted; capacitors need time to empty. */
    readonly cutMs?: number
  }
  readonly wait: {
    /** From the press to STATUS on, at the longest. A press that comes earlier turns a slow modem the other way. */
    readonly onMs: number
    readonly offMs: number
    /** From reset to STATUS on again, at the longest. */
    readonly resetMs: number
    /** From STATUS on to the first answer of AT, at the longest. */
    readonly bootMs: number
    /** A modem that has just gone off takes no press for that long. */
    readonly offToOnMs: number
    readonly pollMs: number
  }
  /** Commands for an orderly way down, tried before the key when AT is there. */
  readonly soft?: { readonly off?: string; readonly reset?: string }
  /** How often the key is pressed at most; `forever` repeats until STATUS agrees. */
  readonly tries: number | 'forever'
  readonly proof: readonly Proof[]
  /** USB ids of the modem while it is on. */
  readonly usb?: readonly string[]
  /** Adapters that suit, the best first. */
  readonly adapters: readonly string[]
  readonly warnings: readonly Words[]
}

/** Which pin of the adapter each line is on. */
export type Wiring = { readonly [line in BoardLineName]?: number | string | undefined }

/** A board, its adapter and its pins. */
export interface BoardPlace {
  readonly board: string
  readonly adapter: string
  readonly lines: Wiring
}
/** What both slots sit on, chosen in one step. */
export interface BoardPreset {
  readonly id: string
  readonly title: Words
  readonly what: Words
  readonly slots: { readonly a: BoardPlace; readonly b: BoardPlace }
}

/** The longest any output of a board stays active by intent, with room for a person who holds a button. */
function longestMs(board: BoardProfile): number {
  const { onMs, offMs, resetMs = 0, cutMs = 0 } = board.pulse
  return Math.max(onMs, offMs, resetMs, cutMs) + 10_000
}

/** The lines of a board on the pins they are wired to, for an adapter to open; lines without a pin are left out. */
export function linesOn(
  board: BoardProfile,
  wiring: Wiring,
  options: { readonly contacts?: boolean } = {},
): readonly LineConfig[] {
  return boardLineNames.flatMap((name): LineConfig[] => {
    const line = board.lines[name]
    const pin = wiring[name]
    if (!line || pin === undefined) return []
    // A relay's contact pulls the key like an open drain does, and knows no voltage.
    const contact = options.contacts === true && line.dir === 'out'
    return [
      {
        name,
        pin,
        dir: line.dir,
        activeLow: contact ? false : line.activeLow,
        drive: contact ? 'contact' : line.drive,
        onOpen: 'inactive',
        ...(line.bias === undefined ? {} : { bias: line.bias }),
        ...(line.dir === 'out' ? { maxActiveMs: longestMs(board) } : {}),
      },
    ]
  })
}

/** What a board on this wiring can be asked to do. */
export function abilitiesOf(board: BoardProfile, wiring: Wiring) {
  const has = (name: BoardLineName) => board.lines[name] !== undefined && wiring[name] !== undefined
  return {
    on: has('power'),
    off: has('power') || board.soft?.off !== undefined,
    reset: has('reset') || board.soft?.reset !== undefined,
    resetLine: has('reset'),
    cut: has('cut') && board.pulse.cutMs !== undefined,
    status: has('status'),
  }
}
export type BoardAbilities = ReturnType<typeof abilitiesOf>
