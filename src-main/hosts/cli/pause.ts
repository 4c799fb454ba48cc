import { setTimeout as sleep } from 'node:timers/promises'

/** Waits. Rejects with what ended the command, where Node would say no more than that it was aborted. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw error
  })
