/** How the rows of the log are shown. */
export interface LogLook {
  readonly polls: boolean
  readonly frames: boolean
  readonly hex: boolean
  readonly controls: boolean
}

export const firstLook: LogLook = { polls: false, frames: false, hex: false, controls: false }
