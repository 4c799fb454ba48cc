import { nextTick, ref } from 'vue'

/**
 * The option of a list box that the arrow keys have come to while the keyboard stays in the field beside it: its number, -1 where there
 * is none yet. Option n of the list has the id `${listId}-${n}`.
 */
export function useMarked(listId: string, first = -1) {
  const at = ref(first)

  async function to(option: number): Promise<void> {
    at.value = option
    await nextTick()
    document.getElementById(`${listId}-${option}`)?.scrollIntoView({ block: 'nearest' })
  }
  /** Round and round: behind the last comes the first. */
  async function turn(by: 1 | -1, count: number): Promise<void> {
    if (count === 0) return
    const from = at.value < 0 && by < 0 ? 0 : at.value
    await to((from + by + count) % count)
  }
  return { at, to, turn }
}
