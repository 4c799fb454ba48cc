import {
  getCurrentInstance,
  onActivated,
  onDeactivated,
  onScopeDispose,
  shallowRef,
  type ShallowRef,
} from 'vue'

const tickMs = 1000
/** For what stands on screen all day: five seconds are soon enough for an age, and for a curve of ten minutes less than a pixel. */
export const calmSeconds = 5
const ticks = new Set<(count: number) => void>()
let timer: number | undefined
let count = 0

function add(tick: (count: number) => void): void {
  ticks.add(tick)
  timer ??= window.setInterval(() => {
    count++
    for (const one of [...ticks]) one(count)
  }, tickMs)
}
function remove(tick: (count: number) => void): void {
  ticks.delete(tick)
  if (ticks.size > 0) return
  window.clearInterval(timer)
  timer = undefined
}

/**
 * The time of day, moved on every so many seconds for all ages on screen together: each step draws what it moves anew. A page
 * that is not looked at stands still.
 */
export function useNow(everySeconds = 1): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now())
  const tick = (ticked: number) => {
    if (ticked % everySeconds === 0) now.value = Date.now()
  }
  add(tick)
  if (getCurrentInstance()) {
    onDeactivated(() => remove(tick))
    onActivated(() => {
      now.value = Date.now()
      add(tick)
    })
  }
  onScopeDispose(() => remove(tick))
  return now
}
