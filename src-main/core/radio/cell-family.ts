/** How a family of modems tells which cells it hears. Adding a family is adding a row to the catalogue. */
export interface CellFamily {
  readonly id: string
  readonly name: string
  /** The manuals, and the public answers, that the shapes are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  matches(identity: string): boolean
  /** Questions, in their order; `serving`: the first row is the cell the modem is on, where the answer does not say. */
  readonly questions: readonly { readonly command: string; readonly serving: boolean }[]
  /** What has to be set meanwhile: read by `read`, put back by what `back` makes of its answer. */
  readonly mode?: {
    readonly read: string
    readonly set: string
    back(lines: readonly string[]): string | undefined
  }
  /** The answer comes as a line of this beginning, after OK. */
  readonly later?: string
  /** Each line of an answer is a cell of its own. */
  readonly perLine?: true
  /** It tells the cell it is on, and no others. */
  readonly servingOnly?: true
}
