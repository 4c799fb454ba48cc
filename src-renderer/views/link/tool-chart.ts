import type { ToolProgress } from '@contract'

export interface ChartPart {
  readonly part: ToolProgress['part']
  /** Of the width of 400. */
  readonly from: number
  readonly to: number
}

/** A chart of 400 by 84, as paths of SVG. */
export interface DrawnChart {
  readonly value: string
  /** How much each value differs from the one before. */
  readonly jitter: string
  readonly parts: readonly ChartPart[]
  /** What the upper edge stands for. */
  readonly top: string
  readonly lost: number
}

const [width, height] = [400, 84]
/** More would not be seen apart. */
const mostShown = 400

/** The latest values of a tool, with gaps where nothing came back. */
export function chartOf(progress: readonly ToolProgress[], withJitter: boolean): DrawnChart {
  const shown = progress.slice(-mostShown)
  const values = shown.map(({ value }) => value)
  const most = Math.max(...values.map((value) => value ?? 0), 0.001)
  const across = (index: number) => (index / Math.max(1, shown.length - 1)) * width
  const steps = values.map((value, i) => {
    const before = values[i - 1]
    return value === null || before === null || before === undefined
      ? null
      : Math.abs(value - before)
  })
  const path = (list: readonly (number | null)[]) => pathOf(list, across, most)
  return {
    value: path(values),
    jitter: withJitter ? path(steps) : '',
    parts: partsOf(shown, across),
    top: most < 10 ? most.toFixed(2) : most.toFixed(0),
    lost: values.filter((value) => value === null).length,
  }
}

function pathOf(
  list: readonly (number | null)[],
  across: (index: number) => number,
  most: number,
): string {
  let pen = 'M'
  return list
    .flatMap((value, index) => {
      if (value === null) {
        pen = 'M'
        return []
      }
      const point = `${pen}${across(index).toFixed(1)} ${(height - 2 - (value / most) * (height - 6)).toFixed(1)}`
      pen = 'L'
      return point
    })
    .join('')
}

function partsOf(
  shown: readonly ToolProgress[],
  across: (index: number) => number,
): readonly ChartPart[] {
  const parts: ChartPart[] = []
  for (const [index, { part }] of shown.entries()) {
    const last = parts.at(-1)
    const to = across(index + 1)
    if (last && last.part === part) parts.splice(-1, 1, { ...last, to: Math.min(width, to) })
    else parts.push({ part, from: across(index), to: Math.min(width, to) })
  }
  return parts
}
