import { durationText } from '../duration'
import { errorWords, Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import { cancelled } from '../wait'
import type { Words } from '../words'
import { judge, keptValues, measuredWords, type Reading } from './judge'
import type { PlanStep, TestPlan } from './plan'
import type { StepResult } from './test-state'
import { isRigFault } from './verdict'
import {
  failedAsItMust,
  notJudged,
  notPassed,
  nothingMeasured,
  passedThough,
  stepFailed,
  testStopped,
} from './words'

/** Carries out one step and gives what it read. Rejects with a Fault where it cannot; ends as soon as the signal says. */
export type Doer = (step: PlanStep, signal: AbortSignal) => Promise<readonly Reading[]>

export interface RunOptions {
  readonly plan: TestPlan
  readonly doer: Doer
  readonly clock: Clock
  /** Stops the test; steps that are always done are done all the same. */
  readonly signal: AbortSignal
  /** What is waited for now; told where a step is out of time. */
  readonly waitsFor?: () => Words | undefined
  readonly onSteps: (steps: readonly StepResult[]) => void
}

const say = (en: string, ja: string): Words => ({ en, ja })

/** Carries out the steps of a plan one after the other and judges what they measure. */
export async function runPlan(options: RunOptions): Promise<readonly StepResult[]> {
  const { plan, signal, onSteps } = options
  const results: StepResult[] = plan.steps.map(waitingStep)
  const tell = (index: number, result: StepResult) => {
    results[index] = result
    onSteps([...results])
  }
  for (const [index, step] of plan.steps.entries()) {
    const skipped = skippedFor(step, results.slice(0, index), plan, signal.aborted)
    if (skipped) tell(index, { ...waitingStep(step), state: 'skipped', ...skipped })
    else await tried(step, options, (result) => tell(index, result))
  }
  return results
}

/** A step whose turn is yet to come. */
export const waitingStep = ({ name, does, title }: PlanStep): StepResult => ({
  name,
  kind: does.kind,
  title,
  state: 'waiting',
  tries: 0,
  ms: 0,
  measured: [],
  words: say('', ''),
})

type Skipped = Pick<StepResult, 'words' | 'excused'>

function skippedFor(
  { needs, always }: PlanStep,
  before: readonly StepResult[],
  { stop, steps }: TestPlan,
  stopped: boolean,
): Skipped | undefined {
  // A step that failed as it had to has passed for the verdict, and ends the case as any failure does.
  const wentWrong = ({ name, state }: StepResult) =>
    state === 'failed' ||
    state === 'error' ||
    (state === 'passed' && steps.some((one) => one.name === name && one.mustFail))
  const missing = needs.find((name) => {
    const found = before.find((one) => one.name === name)
    return found?.state !== 'passed' || wentWrong(found)
  })
  const excused = before.some((one) => one.state === 'passed' && wentWrong(one))
    ? ({ excused: true } as const)
    : {}
  const because = (words: Words) => ({ words, ...excused })
  if (missing !== undefined) return because(notPassed(missing))
  if (always) return undefined
  if (stopped) return { words: testStopped }
  const failed = stop === 'first-failure' ? before.find(wentWrong) : undefined
  if (failed?.state === 'error') return because(notJudged(failed.name))
  return failed && because(stepFailed(failed.name))
}

async function tried(
  step: PlanStep,
  options: RunOptions,
  tell: (result: StepResult) => void,
): Promise<void> {
  const { clock, signal } = options
  const startUs = clock.monotonicUs()
  for (let tries = 1; ; tries++) {
    const ms = () => (clock.monotonicUs() - startUs) / 1000
    tell({ ...waitingStep(step), state: 'running', tries, ms: ms() })
    const end = turned(step, await once(step, options))
    if (end.state !== 'passed' && tries <= step.retries && !signal.aborted) continue
    return tell({ ...waitingStep(step), ...end, tries, ms: ms() })
  }
}

/** With a fault planted, failing is what the step has to do; a rig that failed, and a value that is not told, have shown nothing. */
function turned({ mustFail }: PlanStep, end: Ending): Ending {
  if (!mustFail || end.state === 'error') return end
  const { en, ja } = end.words
  const wrong = end.measured.filter(({ ok }) => !ok)
  if (end.state === 'failed' && wrong.length > 0 && wrong.every(({ value }) => value === null))
    return {
      state: 'error',
      measured: end.measured,
      words: nothingMeasured(en, ja),
    }
  if (end.state === 'failed')
    return {
      state: 'passed',
      measured: end.measured,
      words: failedAsItMust(en, ja),
    }
  return {
    state: 'failed',
    measured: end.measured,
    words: passedThough(en, ja),
  }
}

type Ending = Pick<StepResult, 'state' | 'measured' | 'words'> & { readonly fault?: string }

async function once(
  step: PlanStep,
  { plan, doer, clock, signal: stop, waitsFor }: RunOptions,
): Promise<Ending> {
  const late = new AbortController()
  const unplan = clock.schedule(step.timeoutMs, () =>
    late.abort(new Fault('test-late', lateWords(step.timeoutMs, waitsFor?.()))),
  )
  // What is always done is done after a stop, too.
  const signal = step.always ? late.signal : AbortSignal.any([late.signal, stop])
  try {
    const readings = await untilAborted(doer(step, signal), signal)
    const measured = judge(step.limits, readings)
    const state = measured.every(({ ok }) => ok) ? 'passed' : 'failed'
    const kept = keptValues(measured, plan)
    return { state, measured: kept, words: measuredWords(kept) }
  } catch (error) {
    const why = cancelled(signal) ?? error
    const fault = faultCode(why) ?? 'internal'
    return {
      state: isRigFault(fault) ? 'error' : 'failed',
      measured: [],
      words: errorWords(why),
      fault,
    }
  } finally {
    unplan()
  }
}

function lateWords(ms: number, waiting: Words | undefined): Words {
  const [en, ja] = [durationText(ms), durationText(ms, 'ja')]
  return waiting ? say(`${en}. ${waiting.en}`, `${ja}。${waiting.ja}`) : say(`${en}.`, `${ja}。`)
}

/** A doer that does not hear the signal holds nothing up. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(cancelled(signal) ?? new Fault('at-cancelled'))
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
