/**
 * What a reader of the page would miss: text that is cut off, and controls that lie over each other. Runs in the page, so it is
 * one function. What may scroll and what is only for screen readers is left out; a line that ends in "…" is a cut one.
 */
export function overflowsIn(): string[] {
  const found: string[] = []
  const name = (element: Element) => {
    const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
    return `${id} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text}`
  }
  const root = document.querySelector('main')
  if (!root) return ['no page']
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.seen-by-readers, [aria-hidden=true], canvas, svg')

  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!seen(element) || element.matches('input, select, textarea')) continue
    const { overflowX } = getComputedStyle(element)
    const scrolls = overflowX === 'auto' || overflowX === 'scroll'
    // What is only for screen readers is one pixel wide.
    if (element.clientWidth > 1 && !scrolls && element.scrollWidth > element.clientWidth + 1)
      found.push(`cut: ${name(element)} ${element.scrollWidth} > ${element.clientWidth}`)
  }

  const controls = [
    ...root.querySelectorAll<HTMLElement>('button, a, input, select, textarea, [role=tab]'),
  ].filter(seen)
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }))
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      // The arrow of a field with a list stands in it.
      if (one.element.parentElement?.matches('.chooser')) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (wide > 1 && high > 1) found.push(`over: ${name(one.element)} and ${name(other.element)}`)
    }
  return found
}
