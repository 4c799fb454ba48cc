export const ruleColours = ['blue', 'green', 'amber', 'red', 'violet'] as const
export type RuleColour = (typeof ruleColours)[number]

/** A colour rule as a row shows it: its number stands beside the colour, which alone would tell nothing to some. */
export interface RuleShown {
  readonly number: number
  readonly colour: RuleColour
  readonly text: string
}
