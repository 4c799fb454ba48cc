import { sleep } from '@core/wait'
import type { StepDoing } from '@bench/board-test/steps/step-kind'

interface Sampling {
  readonly during: 'rest' | 'attach'
  readonly everyMs: number
  /** One reading; undefined: none was told. */
  readonly read: () => Promise<number | undefined>
  /** At rest: whether these are all that is wanted. */
  readonly enough: (readings: readonly number[]) => boolean
}

/** Readings at rest, or again and again for as long as the modem takes to register. */
export async function sampled(
  { tools, withinMs, signal }: Pick<StepDoing, 'tools' | 'withinMs' | 'signal'>,
  { during, everyMs, read, enough }: Sampling,
): Promise<readonly number[]> {
  const readings: number[] = []
  let attaching = during === 'attach'
  const attached = attaching
    ? tools.connect('registration', signal, withinMs).finally(() => (attaching = false))
    : Promise.resolve()
  // It is waited for below; a rejection meanwhile is not lost.
  attached.catch(() => undefined)
  do {
    const told = await read()
    if (told !== undefined) readings.push(told)
    await sleep(tools.clock, everyMs, signal)
  } while (attaching || (during === 'rest' && !enough(readings)))
  await attached
  return readings
}
