/** How the rows of the log are shown. */
export interface LogLook {
  readonly polls: boolean
  readonly frames: boolean
  readonly hex: boolean
  readonly controls: boolean
  /** Only rows that match the search are shown; otherwise it goes from one match to the next. */
  readonly matches: boolean
}

export const firstLook: LogLook = {
  polls: false,
  frames: false,
  hex: false,
  controls: false,
  matches: true,
}
