import { ref, shallowRef } from 'vue'
import type { CallError } from '@contract'
import { errorOf } from './notices'

/**
 * Asking for something, as a form or a dialog does: whether an answer is waited for, why the last one did not come, and, where a slot is
 * looked at, nothing of what another one says meanwhile.
 */
export function useAsking() {
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let turn = 0

  /** Another slot is looked at: what is still under way is no longer waited for. */
  function leave(): void {
    turn++
    error.value = null
    busy.value = false
  }
  /** What came of it; undefined where it failed (why is in `error`), or another slot is looked at by now. */
  async function asked<T>(work: () => Promise<T>): Promise<T | undefined> {
    const mine = turn
    busy.value = true
    error.value = null
    try {
      const value = await work()
      return mine === turn ? value : undefined
    } catch (reason) {
      if (mine === turn) error.value = errorOf(reason)
      return undefined
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { error, busy, leave, asked }
}
