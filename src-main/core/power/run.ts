import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import type { GpioLine } from '../ports/gpio-line'
import { sleep } from '../wait'
import { abilitiesOf, type BoardProfile, type Proof } from './board'
import type { Evidence } from './evidence'
import { next } from './next'
import {
  newSequence,
  type PowerAction,
  type PowerEntry,
  type PowerResult,
  type PressLine,
  type SequenceEffect,
  type SequenceInput,
} from './sequence'
import { quoted } from '../words'

/** What a sequence reaches the modem through. Each part may be missing. */
export interface PowerPorts {
  readonly lines: {
    readonly power?: GpioLine
    readonly reset?: GpioLine
    readonly cut?: GpioLine
    readonly status?: GpioLine
  }
  readonly at?: {
    /** True when AT is answered, or a link shows that the modem runs; undefined when nobody may ask now. */
    answers(signal: AbortSignal): Promise<boolean | undefined>
    /** Sends a command for an orderly way down, leaving data mode first. */
    soft(command: string, signal: AbortSignal): Promise<SoftAnswer>
  }
  readonly usb?: { present(): Promise<boolean | undefined> }
}
export interface SoftAnswer {
  readonly accepted: boolean
  readonly seen: readonly string[]
}

export interface RunPowerOptions {
  readonly board: BoardProfile
  readonly action: PowerAction
  readonly ports: PowerPorts
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly insist?: boolean
  /** The board's own number when absent. */
  readonly tries?: number | 'forever'
  readonly offForMs?: number
  readonly onEntry?: (entry: PowerEntry) => void
}

/** An answer to an effect, before its moment is known. */
type Answer = SequenceInput extends infer I ? (I extends unknown ? Omit<I, 'atUs'> : never) : never

/**
 * Carries out a power sequence. Never rejects: what a modem or an adapter does is in the result. Aborting releases the line
 * at once.
 */
export async function runPower(options: RunPowerOptions): Promise<PowerResult> {
  const { clock, ports } = options
  const run = new Run(options)
  const stop = ports.lines.status?.watch?.((active) =>
    run.take({ kind: 'edge', status: active ? 'on' : 'off' }),
  )
  try {
    return await run.toEnd(clock)
  } finally {
    stop?.()
  }
}

class Run {
  readonly #options: RunPowerOptions
  #state
  #effects: SequenceEffect[] = []
  constructor(options: RunPowerOptions) {
    this.#options = options
    const { board, action, insist = false, tries, offForMs } = options
    this.#state = newSequence(
      {
        action,
        board,
        can: abilitiesOf(board, wiredOf(options.ports)),
        insist,
        tries: tries ?? board.tries,
        ...(offForMs === undefined ? {} : { offForMs }),
      },
      options.clock.monotonicUs(),
    )
  }

  async toEnd(clock: Clock): Promise<PowerResult> {
    this.take({ kind: 'start' })
    for (;;) {
      const effect = this.#effects.shift()
      if (!effect) return this.#broken()
      if (effect.do === 'end') return effect.result
      if (effect.do !== 'tell') this.take(await this.#answerOf(effect, clock))
    }
  }

  /** Hands an input to the machine; entries are told at once, the rest waits its turn. */
  take(answer: Answer): void {
    const input = { ...answer, atUs: this.#options.clock.monotonicUs() } as SequenceInput
    const step = next(this.#state, input)
    this.#state = step.state
    for (const effect of step.effects) {
      if (effect.do === 'tell') this.#options.onEntry?.(effect.entry)
      else this.#effects.push(effect)
    }
  }

  async #answerOf(
    effect: Exclude<SequenceEffect, { do: 'tell' } | { do: 'end' }>,
    clock: Clock,
  ): Promise<Answer> {
    const { ports, signal } = this.#options
    if (signal.aborted) return { kind: 'cancelled' }
    try {
      switch (effect.do) {
        case 'look':
          return { kind: 'seen', evidence: await this.#look(effect.at) }
        case 'rest':
          await sleep(clock, effect.ms, signal)
          return { kind: 'rested' }
        case 'press':
          return { kind: 'pressed', ...(await this.#press(effect.line, effect.ms)) }
        case 'soft': {
          const { accepted, seen } = (await ports.at?.soft(effect.command, signal)) ?? {
            accepted: false,
            seen: [],
          }
          return { kind: 'softly', result: accepted ? 'accepted' : 'refused', seen }
        }
      }
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled' }
      return {
        kind: 'failed',
        code: faultCode(error) ?? 'adapter-failed',
        detail: error instanceof Fault ? error.said : quoted(String(error)),
      }
    }
  }

  async #look(askAt: boolean): Promise<Evidence> {
    const { ports, signal, board } = this.#options
    const counts = (proof: Proof) => board.proof.includes(proof)
    const status = counts('status') ? await ports.lines.status?.read() : undefined
    const present = counts('usb') ? await ports.usb?.present() : undefined
    const answers = askAt && counts('at') ? await ports.at?.answers(signal) : undefined
    return {
      ...(status === undefined ? {} : { status: status ? 'on' : 'off' }),
      ...(present === undefined ? {} : { usb: present ? 'present' : 'absent' }),
      ...(answers === undefined ? {} : { at: answers ? 'answers' : 'silent' }),
    }
  }

  #press(line: PressLine, ms: number) {
    const found = this.#options.ports.lines[line]
    // The plan offers only lines that are wired.
    if (!found) throw new Error(`${line} is not wired`)
    return found.pulse(ms, this.#options.signal)
  }

  #broken(): PowerResult {
    const { phase } = this.#state
    if (phase.kind === 'ended') return phase.result
    throw new Error(`the power sequence stopped while ${phase.kind}`)
  }
}

function wiredOf({ lines }: PowerPorts) {
  return {
    ...(lines.power ? { power: 0 } : {}),
    ...(lines.reset ? { reset: 0 } : {}),
    ...(lines.cut ? { cut: 0 } : {}),
    ...(lines.status ? { status: 0 } : {}),
  }
}
