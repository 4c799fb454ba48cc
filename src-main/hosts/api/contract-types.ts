/** A JSON Schema (draft 2020-12), as far as types need it. */
export interface Schema {
  readonly [key: string]: unknown
}

/** Comments on the fields of an input, as they nest. */
export interface Comments {
  readonly comment?: string
  readonly fields?: { readonly [name: string]: Comments }
}

export interface CallType {
  readonly comment: string
  readonly fields?: Comments
  /** Undefined: it answers nothing. */
  readonly answer?: Schema
}

export interface EventType {
  readonly comment: string
  readonly value: Schema
}

/** What zod does not know of the contract: what calls answer, what events carry, and the comments beside both. */
export interface ContractTypes {
  readonly calls: { readonly [name: string]: CallType }
  readonly events: { readonly [name: string]: EventType }
  /** Types with a name, referred to as `#/components/schemas/NAME`. */
  readonly named: { readonly [name: string]: Schema }
}
