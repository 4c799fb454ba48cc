import type { Chart, Plugin } from 'chart.js'
import type { Band, Mark } from './chart-parts'

/** What stands behind the lines of a chart. */
export interface Behind {
  readonly bands: readonly Band[]
  readonly marks: readonly Mark[]
  /** The colour of a design token, `#rrggbb`. */
  readonly colour: (token: string) => string
  readonly onMark: (id: number) => void
}

/** So near the pointer must be to a mark, which is one pixel wide. */
const reachPx = 6

/**
 * Quality bands and marks behind the lines, drawn as they are now. chartjs-plugin-annotation resolves some thirty options of each
 * mark anew at each drawing: with eighty marks in nine charts that was more than all the rest of a zoom.
 */
export function backdrop(behind: () => Behind): Plugin<'line'> {
  return {
    id: 'backdrop',
    beforeDraw: (chart) => drawBands(chart, behind()),
    beforeDatasetsDraw: (chart) => drawMarks(chart, behind()),
    afterEvent: (chart, { event, inChartArea }) => {
      if (event.type !== 'click' || !inChartArea || event.x === null) return
      const { marks, onMark } = behind()
      const mark = nearest(marks, event.x, (atMs) => xOf(chart, atMs))
      if (mark) onMark(mark.id)
    },
  }
}

/** The mark under the pointer, or next to it. */
export function nearest(
  marks: readonly Mark[],
  x: number,
  placeOf: (atMs: number) => number,
): Mark | undefined {
  let best: Mark | undefined
  let bestPx = reachPx
  for (const mark of marks) {
    const px = Math.abs(placeOf(mark.atMs) - x)
    if (px <= bestPx) [best, bestPx] = [mark, px]
  }
  return best
}

const xOf = ({ scales }: Chart, atMs: number): number => scales['x']?.getPixelForValue(atMs) ?? NaN

function drawBands(chart: Chart, { bands, colour }: Behind): void {
  const { ctx, chartArea, scales } = chart
  const y = scales['y']
  if (!y || !chartArea) return
  const { left, right, top, bottom } = chartArea
  const inside = (value: number) => Math.min(bottom, Math.max(top, y.getPixelForValue(value)))
  ctx.save()
  for (const { from, to, colour: token } of bands) {
    const high = to === undefined ? top : inside(to)
    const low = from === undefined ? bottom : inside(from)
    // Tokens are six hexadecimal digits; two more make them faint.
    ctx.fillStyle = `${colour(token)}16`
    ctx.fillRect(left, high, right - left, low - high)
  }
  ctx.restore()
}

function drawMarks(chart: Chart, { marks, colour }: Behind): void {
  const { ctx, chartArea } = chart
  if (!chartArea) return
  const { left, right, top, bottom } = chartArea
  ctx.save()
  ctx.lineWidth = 1
  ctx.setLineDash([2, 3])
  for (const { atMs, colour: token } of marks) {
    const x = xOf(chart, atMs)
    if (!(x >= left && x <= right)) continue
    ctx.strokeStyle = colour(token)
    ctx.beginPath()
    ctx.moveTo(x, top)
    ctx.lineTo(x, bottom)
    ctx.stroke()
  }
  ctx.restore()
}
