/**
 * What a reader of the page would miss: text that is cut off, and controls that lie over each other. Runs in the page, so it is
 * one function. What may scroll and what is only for screen readers is left out; a line that ends in "…" is a cut one.
 */
export function overflowsIn(part = 'main'): string[] {
  const found: string[] = []
  const name = (element: Element) => {
    const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
    return `${id} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text}`
  }
  const root = document.querySelector(part)
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

  /** The part of it that is in sight: what is scrolled away lies under nothing. */
  function shownOf(element: HTMLElement): {
    left: number
    right: number
    top: number
    bottom: number
  } {
    let { left, right, top, bottom } = element.getBoundingClientRect()
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (getComputedStyle(up).overflowY === 'visible') continue
      const outer = up.getBoundingClientRect()
      left = Math.max(left, outer.left)
      right = Math.min(right, outer.right)
      top = Math.max(top, outer.top)
      bottom = Math.min(bottom, outer.bottom)
    }
    return { left, right, top, bottom }
  }
  const controls = [
    ...root.querySelectorAll<HTMLElement>('button, a, input, select, textarea, [role=tab]'),
  ].filter(seen)
  /** The bar that stays where the rest is scrolled: what lies under it is scrolled away. */
  function barOf(element: HTMLElement): HTMLElement | undefined {
    for (let up: HTMLElement | null = element; up && up !== root; up = up.parentElement)
      if (getComputedStyle(up).position === 'sticky') return up
    return undefined
  }
  const boxes = controls.map((element) => ({
    element,
    box: shownOf(element),
    bar: barOf(element),
  }))
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue
      if (one.bar !== other.bar) continue
      // The arrow of a field with a list and the button of a search stand in their fields.
      if (one.element.parentElement?.matches('.chooser, .search')) continue
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (wide > 1 && high > 1) found.push(`over: ${name(one.element)} and ${name(other.element)}`)
    }
  return found
}

/** Controls of the page that no scrolling brings whole between its edges; a wider one must at least begin there. */
export function unreachableIn(part = 'main'): string[] {
  const found: string[] = []
  const root = document.querySelector(part)
  if (!root) return ['no page']
  for (const element of root.querySelectorAll<HTMLElement>('button, a, input, select, textarea')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    if (element.closest('.seen-by-readers')) continue
    element.scrollIntoView({ block: 'center', inline: 'nearest' })
    const { left, right, top, bottom, width } = element.getBoundingClientRect()
    const x = Math.min(left + width / 2, left + 20)
    const hit = document.elementFromPoint(x, (top + bottom) / 2)
    const isHit = hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element))
    if (isHit && left >= -1 && right <= innerWidth + 1) continue
    const id = element.dataset['testid'] ?? element.getAttribute('aria-label') ?? ''
    const text = (element.textContent ?? '').trim().slice(0, 40)
    found.push(
      `${id} ${text} ${Math.round(left)}..${Math.round(right)} at ${Math.round(top)}, there: ${hit?.outerHTML.slice(0, 160) ?? ''}`,
    )
  }
  return found
}

/**
 * Text of the page that is cut off on its way down or to the right, where nothing scrolls: what cannot be read however one
 * turns the wheel. A line that ends in "…" is not meant.
 */
export function cutIn(part = 'main'): string[] {
  const found: string[] = []
  const root = document.querySelector(part)
  if (!root) return ['no page']
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (element.closest('.seen-by-readers, [aria-hidden=true], canvas, svg, .clip')) continue
    if (element.matches('input, select, textarea') || element.clientHeight <= 1) continue
    const { overflowX, overflowY } = getComputedStyle(element)
    const down = overflowY === 'hidden' || overflowY === 'clip'
    const right = overflowX === 'hidden' || overflowX === 'clip'
    const low = down && element.scrollHeight > element.clientHeight + 2
    const wide = right && element.scrollWidth > element.clientWidth + 2
    if (low || wide)
      found.push(
        `${element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`,
      )
  }
  return found
}
