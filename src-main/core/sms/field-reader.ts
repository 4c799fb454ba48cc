import type { Words } from '../words'
import { endsIn, leftOver, type FieldName } from './words'

/** Reads one octet string after the other, and keeps the first thing that was wrong. */
export class FieldReader {
  #at = 0
  readonly #octets: Uint8Array
  damage: Words | undefined

  constructor(octets: Uint8Array) {
    this.#octets = octets
  }
  take(count: number, field: FieldName): Uint8Array {
    const taken = this.#octets.slice(this.#at, this.#at + count)
    this.#at += count
    if (taken.length < count) this.refuse(endsIn(field, this.#octets.length))
    return taken
  }
  octet(field: FieldName): number {
    return this.take(1, field)[0] ?? 0
  }
  /** Nothing may be left. */
  end(): void {
    const left = this.#octets.length - this.#at
    if (left > 0) this.refuse(leftOver(left))
  }
  refuse(why: Words): void {
    this.damage ??= why
  }
}
