import { durationMs } from '../duration'
import { errorWords, Fault } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import type { Words } from '../words'
import type { SimulatedModem } from './modem'
import { applyFault, faultKnobs, noSuchFault } from './fault-rows'
import { scenarioLine, textBehindFault, notATime, notAWhen, inLine } from './words'

/** One line of a scenario: a fault, when, and to which modem (all of them when none is named). */
export interface ScenarioStep {
  readonly line: number
  readonly atMs: number
  /** Again and again, as long as the scenario plays. */
  readonly everyMs?: number
  readonly modem?: string
  readonly fault: string
  readonly value?: string
}

/**
 * A scenario is a text with a line for each fault:
 *
 *     # the network cuts A after three hours, and B is deaf for ten minutes
 *     at 3h     sim:sim7672 cut-session
 *     at 4h     sim:sim5320 lose-cells
 *     at 4h10m  sim:sim5320 lose-cells=off
 *     every 45m signal=-115
 *     at 5h     sms=+819012345678: a text goes on to the end of its line
 *
 * `at` counts from the start of the run, `every` begins after its first interval; faults are those of `faultKnobs`.
 * Throws Fault('bad-input') that names every line it cannot read.
 */
export function parseScenario(text: string): readonly ScenarioStep[] {
  const mistakes: Words[] = []
  const steps = text.split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.replace(/(^|\s)#.*$/, '').trim()
    if (line === '') return []
    const step = stepOf(line, index + 1)
    if ('line' in step) return [step]
    mistakes.push(inLine(index + 1, step))
    return []
  })
  if (mistakes.length > 0)
    throw new Fault('bad-input', {
      en: mistakes.map(({ en }) => en).join('; '),
      ja: mistakes.map(({ ja }) => ja).join('　'),
    })
  return steps
}

/** The step, or what is wrong with the line. */
function stepOf(text: string, line: number): ScenarioStep | Words {
  const [when = '', time = '', ...rest] = text.split(/\s+/)
  if (when !== 'at' && when !== 'every') return notAWhen(when)
  const ms = durationMs(time)
  if (ms === undefined || (when === 'every' && ms === 0)) return notATime(time)
  const modem = rest[0]?.startsWith('sim:') ? rest.shift() : undefined
  const [fault = '', word] = (rest[0] ?? '').split('=')
  const known = faultKnobs.find((knob) => knob.id === fault)
  if (!known) return noSuchFault(fault)
  // A text goes on to the end of its line.
  const words = known.kind === 'text' && word !== undefined
  const value = words
    ? rest
        .splice(0)
        .join(' ')
        .slice(fault.length + 1)
    : word
  if (!words) rest.shift()
  if (rest.length > 0) return textBehindFault(rest.join(' '))
  const mistake = known.mistake(value)
  if (mistake !== undefined) return mistake
  return {
    line,
    atMs: ms,
    fault,
    ...(when === 'every' && { everyMs: ms }),
    ...(modem !== undefined && { modem }),
    ...(value !== undefined && { value }),
  }
}

/** The modems a scenario is played on. */
export interface ScenarioBench {
  modem(name: string): SimulatedModem
  modems(): ReadonlyMap<string, SimulatedModem>
}

/** Plays a scenario from now on; `done` is told of each step, with the Fault when it could not be done. Returns the way to stop. */
export function playScenario(
  bench: ScenarioBench,
  clock: Clock,
  steps: readonly ScenarioStep[],
  done?: (step: ScenarioStep, fault: Fault | undefined) => void,
): () => void {
  const waiting = new Map<ScenarioStep, Cancel>()
  const schedule = (step: ScenarioStep, ms: number): void => {
    waiting.set(
      step,
      clock.schedule(ms, () => {
        waiting.delete(step)
        if (step.everyMs !== undefined) schedule(step, step.everyMs)
        done?.(step, perform(bench, step))
      }),
    )
  }
  for (const step of steps) schedule(step, step.atMs)
  return () => {
    for (const cancel of waiting.values()) cancel()
    waiting.clear()
  }
}

function perform(bench: ScenarioBench, step: ScenarioStep): Fault | undefined {
  try {
    const { modem, fault, value } = step
    const all = modem === undefined ? [...bench.modems().values()] : [bench.modem(modem)]
    for (const one of all) applyFault(one, fault, value)
    return undefined
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** A step for the log of the modem it was done to. */
export function played(step: ScenarioStep, fault: Fault | undefined): Words {
  const name = step.value === undefined ? step.fault : `${step.fault}=${step.value}`
  const failed = fault && errorWords(fault)
  return scenarioLine(step.line, name, failed)
}
