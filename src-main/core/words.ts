/** A sentence for a person, in the two languages of the product. */
export interface Words {
  readonly en: string
  readonly ja: string
}

export type Language = keyof Words

/** How much a line or a value asks for attention. */
export type Severity = 'fine' | 'notice' | 'warning' | 'failure'
