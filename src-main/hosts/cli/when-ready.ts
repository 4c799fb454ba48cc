import { faultCode, type FaultCode } from '@contract'
import { pause } from './pause'

const againMs = 2_000

/** Asks again while what hinders passes by itself: a modem that is still looking for its network has sent nothing. */
export async function whenReady<T>(
  passing: readonly FaultCode[],
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal },
  ask: () => Promise<T>,
): Promise<T> {
  const endMs = Date.now() + waitMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const code = faultCode(error)
      const passes = code !== undefined && passing.includes(code)
      if (!passes || Date.now() + againMs > endMs) throw error
      await pause(againMs, signal)
    }
  }
}
