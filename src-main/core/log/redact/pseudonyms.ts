/** Gives every value a name of its own that stays the same: the first IMEI is IMEI-1 wherever it stands. */
export class Pseudonyms {
  readonly #names = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  nameOf(kind: string, value: string): string {
    const key = `${kind} ${normal(kind, value)}`
    const known = this.#names.get(key) ?? this.#names.get(otherKey(kind, value))
    if (known !== undefined) return known
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const name = `${kind.toUpperCase()}-${count}`
    this.#names.set(key, name)
    return name
  }
}

/** A PIN is also the password of the lock of the SIM. */
function otherKey(kind: string, value: string): string {
  const other = kind === 'pin' ? 'password' : kind === 'password' ? 'pin' : kind
  return `${other} ${normal(other, value)}`
}

/** The same thing written in different ways has one name. */
function normal(kind: string, value: string): string {
  if (kind === 'imei') return value.replace(/\D/g, '').slice(0, 14) || value
  if (kind === 'iccid') return value.replace(/\D/g, '').slice(0, 19) || value
  if (kind === 'number') return value.replace(/[^\d+]/g, '').replace(/^\+/, '') || value
  return value.toLowerCase()
}
