import { afterEach } from 'vitest'
import { CallFailed, type CallName, type Input, type Output } from '@contract'
import { benchFixture, type Surroundings } from './bench-fixture'

const opened = new Set<Awaited<ReturnType<typeof benchFixture>>>()
afterEach(async () => {
  for (const bench of [...opened]) await bench.end()
  opened.clear()
})

/**
 * A bench with a simulated modem in slot A that has been asked AT and had its time; it ends with the test. `files`: what an
 * earlier one kept; `instead`: surroundings of the test's own.
 */
export async function openedBench(
  path: string,
  files: Record<string, string> = {},
  instead: Surroundings = {},
) {
  const bench = await benchFixture(1, files, instead)
  opened.add(bench)
  const { ask, clock } = bench
  /** Asks and lets the time go on that it takes. */
  const done = <N extends CallName>(...call: [N, Input<N>]): Promise<Output<N>> =>
    clock.until(ask<N>(...(call as Parameters<typeof ask<N>>)), 600_000)
  const at = (text: string) => done('at.send', { slot: 'a', text })
  await ask('port.open', { slot: 'a', path })
  await at('AT')
  await clock.advance(60_000)
  return { ...bench, done, at }
}

/** Why a call was refused: the code of the fault and what was seen. */
export const refusal = (error: unknown) =>
  error instanceof CallFailed ? `${error.error.code} ${error.error.detail}` : String(error)
