import type { Role } from '@contract'

/** A token that was made for somebody or something, without the token itself. */
export interface KeptToken {
  readonly name: string
  readonly role: Role
  readonly madeMs: number
  /** Null: until it is withdrawn. */
  readonly expiresMs: number | null
}
