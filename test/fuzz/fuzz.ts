import fc from 'fast-check'
import { spoilt } from './mutate'
import type { Target } from './target'

export interface Failure {
  readonly target: string
  readonly bytes: Uint8Array
  readonly error: string
}

/** No input of some kilobytes takes a quarter of this; it is CPU, so that a busy computer changes nothing. */
const mostCpuMs = 2_000

/** How one input went; undefined: well. */
export async function failureOf(target: Target, bytes: Uint8Array): Promise<string | undefined> {
  const before = process.cpuUsage()
  try {
    const running = target.run(bytes)
    if (running instanceof Promise) await running
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const { user } = process.cpuUsage(before)
  return user > mostCpuMs * 1000 ? `took ${Math.round(user / 1000)} ms of CPU` : undefined
}

/** Feeds a target with so many spoilt inputs; the first failure is made as small as it goes. */
export async function fuzz(
  target: Target,
  inputs: number,
  seed: number,
): Promise<Failure | undefined> {
  const property = fc.asyncProperty(spoilt(target.corpus), async (bytes) => {
    const failure = await failureOf(target, bytes)
    if (failure !== undefined) throw new Error(failure)
  })
  const { counterexample } = await fc.check(property, { numRuns: inputs, seed })
  if (!counterexample) return undefined
  const bytes = await smallest(target, counterexample[0])
  return { target: target.name, bytes, error: (await failureOf(target, bytes)) ?? 'not repeatable' }
}

/** Takes away halves, quarters and so on down to octets, as long as it still fails. */
async function smallest(target: Target, failing: Uint8Array): Promise<Uint8Array> {
  let bytes = failing
  for (let size = bytes.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < bytes.length;) {
      const shorter = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + size)])
      if ((await failureOf(target, shorter)) === undefined) at += size
      else bytes = shorter
    }
  return bytes
}

/** How many inputs each target gets of all. */
export function shares(targets: readonly Target[], inputs: number): readonly number[] {
  const all = targets.reduce((sum, { share = 1 }) => sum + share, 0)
  return targets.map(({ share = 1 }) => Math.max(1, Math.round((inputs * share) / all)))
}
