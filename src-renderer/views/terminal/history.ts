import { opensSomething, type SlotName } from '@contract'

const keep = 200
const keyOf = (slot: SlotName) => `modem-bench-history-${slot}`

/** Commands typed in earlier sessions, oldest first. Anything unreadable counts as none. */
export function readHistory(slot: SlotName, store: Storage = localStorage): readonly string[] {
  const text = store.getItem(keyOf(slot))
  if (text === null) return []
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Adds a command as the newest; an earlier one of the same text moves. */
export function addHistory(history: readonly string[], command: string): readonly string[] {
  return [...history.filter((one) => one !== command), command].slice(-keep)
}

/** PINs, passwords and keys must not lie on the disk of a shared bench computer. */
export function writeHistory(
  slot: SlotName,
  history: readonly string[],
  store: Storage = localStorage,
): void {
  const safe = history.filter((command) => !opensSomething(command))
  store.setItem(keyOf(slot), JSON.stringify(safe))
}
