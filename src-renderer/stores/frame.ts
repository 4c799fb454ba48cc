/** Drawing may take this part of the time, so that a person's own clicks find the window free. */
const share = 1 / 3
/** What takes no longer than a frame needs no pause. */
const frameMs = 16
const longestPauseMs = 500

let paced = false

/** From now on a draw that took long makes the next one wait: said once, by the window itself. */
export function paceFrames(): void {
  paced = true
}

/** The pause after work that took so long. */
export function pauseAfter(tookMs: number): number {
  return tookMs <= frameMs ? 0 : Math.min(tookMs / share - tookMs, longestPauseMs)
}

/**
 * Runs a task once at the next frame however often it is asked for, and still now and then while the window is hidden.
 * When the task and what it made the page draw took long, the next one waits: whatever arrives, the window stays free.
 */
export function oncePerFrame(task: () => void): () => void {
  let asked = false
  let notBefore = 0

  function run(): void {
    asked = false
    const began = performance.now()
    task()
    // A timer comes after the frame that the task caused has been laid out and painted.
    if (paced)
      window.setTimeout(() => {
        notBefore = performance.now() + pauseAfter(performance.now() - began)
      })
  }
  function atFrame(): void {
    // A hidden window gets no frames, but what arrives must not pile up.
    if (document.hidden) window.setTimeout(run, 250)
    else requestAnimationFrame(run)
  }
  return () => {
    if (asked) return
    asked = true
    const waitMs = notBefore - performance.now()
    if (waitMs > 0) window.setTimeout(atFrame, waitMs)
    else atFrame()
  }
}
