import type { NameTable } from './name-table'

/** Gives every value a name of its own that stays the same: the first IMEI is IMEI-1 wherever it stands. */
export class Pseudonyms {
  readonly #names = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  readonly #table: NameTable | undefined

  /** `table`: where other threads give names as well. */
  constructor(table?: NameTable) {
    this.#table = table
  }

  nameOf(kind: string, value: string): string {
    const key = keyOf(kind, value)
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = this.#other(kind, value) ?? nameOf(kind, this.#number(kind, key))
    this.#names.set(key, name)
    return name
  }

  /** A PIN is also the password of the lock of the SIM. */
  #other(kind: string, value: string): string | undefined {
    const other = kind === 'pin' ? 'password' : kind === 'password' ? 'pin' : undefined
    if (other === undefined) return undefined
    // What has a name of its own kind keeps that.
    if (this.#table?.find(keyOf(kind, value)) !== undefined) return undefined
    const key = keyOf(other, value)
    const number = this.#table?.find(key)
    return this.#names.get(key) ?? (number === undefined ? undefined : nameOf(other, number))
  }

  #number(kind: string, key: string): number {
    if (this.#table) return this.#table.give(kind, key)
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    return count
  }
}

const nameOf = (kind: string, number: number): string => `${kind.toUpperCase()}-${number}`
const keyOf = (kind: string, value: string): string => `${kind} ${normal(kind, value)}`

/** The same thing written in different ways has one name. */
function normal(kind: string, value: string): string {
  if (kind === 'imei') return value.replace(/\D/g, '').slice(0, 14) || value
  if (kind === 'iccid') return value.replace(/\D/g, '').slice(0, 19) || value
  if (kind === 'number') return value.replace(/[^\d+]/g, '').replace(/^\+/, '') || value
  return value.toLowerCase()
}
