import type { Words } from '../words'

/** What a device can be on USB. */
export interface UsbChoice {
  /** As it is chosen: `9011`, `1`. */
  readonly id: string
  /** `MBIM`, `RNDIS`. */
  readonly name: string
  /** What it gives the computer, and what it costs. */
  readonly gives: Words
  /** An AT port remains; without one this program, or anybody, could not switch back over USB. */
  readonly at: boolean
}

/** How a family of modems is told what to be on USB. Adding a family is adding a row to the catalogue. */
export interface UsbFamily {
  readonly id: string
  readonly name: string
  /** The manuals, and the public answers, that the shapes are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  matches(identity: string): boolean
  readonly command: string
  /** The id of the present composition; undefined: the answer is of no known shape. */
  read(lines: readonly string[]): string | undefined
  readonly choices: readonly UsbChoice[]
  /** The commands for a choice; behind the last one the device leaves the bus and comes back. */
  write(id: string): readonly string[]
}
