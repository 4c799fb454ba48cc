/** Runs a task once at the next frame however often it is asked for, and still now and then while the window is hidden. */
export function oncePerFrame(task: () => void): () => void {
  let asked = false
  const run = () => {
    asked = false
    task()
  }
  return () => {
    if (asked) return
    asked = true
    // A hidden window gets no frames, but what arrives must not pile up.
    if (document.hidden) window.setTimeout(run, 250)
    else requestAnimationFrame(run)
  }
}
