import type { Point } from './series'

/** The width of the numbers beside each chart, and the margin to its right: what the cursor line is laid over. */
export const axisWidth = 44
export const rightMargin = 8

export interface Line {
  readonly label: string
  /** The name of the design token of its colour. */
  readonly colour: string
  /** Slot B is dashed: told apart without colour. */
  readonly dashed: boolean
  readonly stepped?: boolean
  readonly points: readonly Point[]
}

/** A stretch of values with one meaning; an open end reaches the edge. */
export interface Band {
  readonly from?: number
  readonly to?: number
  readonly colour: string
}

/** A moment, drawn through every chart. */
export interface Mark {
  readonly id: number
  readonly atMs: number
  readonly colour: string
}
