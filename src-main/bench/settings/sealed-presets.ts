import type { Preset } from '@contract'
import type { Keyring } from '@core/ports/keyring'
import type { Words } from '@core/words'
import { passwordsSealedElsewhere } from './words'

/** What stands in the file in the place of a password. */
export interface Sealed {
  readonly sealedPassword: string
}

const isSealed = (row: unknown): row is Sealed =>
  typeof row === 'object' &&
  row !== null &&
  'sealedPassword' in row &&
  typeof row.sealedPassword === 'string'

const idOf = (row: object): string => ('id' in row && typeof row.id === 'string' ? row.id : '')

/**
 * The rows of the file with their passwords in clear. What the keyring does not open (another computer, another person, none at
 * all) has none, and is given back by its id, so that the next save loses nothing.
 */
export async function opened(
  rows: unknown,
  keyring: Keyring | undefined,
): Promise<{ readonly rows: unknown; readonly locked: ReadonlyMap<string, Sealed> }> {
  const locked = new Map<string, Sealed>()
  if (!Array.isArray(rows)) return { rows, locked }
  const open = rows.map(async (row: unknown) => {
    if (!isSealed(row)) return row
    const { sealedPassword, ...rest } = row
    const password = await keyring?.open(sealedPassword)
    if (password === undefined) locked.set(idOf(rest), { sealedPassword })
    return { ...rest, password: password ?? '' }
  })
  return { rows: await Promise.all(open), locked }
}

/** The rows as they go into the file; a password that was typed anew takes the place of one that nobody can open. */
export function sealed(
  own: readonly Preset[],
  locked: ReadonlyMap<string, Sealed>,
  keyring: Keyring | undefined,
): Promise<readonly { readonly id: string }[]> {
  return Promise.all(
    own.map(async ({ password, ...row }) => {
      if (password === '') return { ...row, password, ...locked.get(row.id) }
      if (!keyring) return { ...row, password }
      return { ...row, sealedPassword: await keyring.seal(password) }
    }),
  )
}

export function lockedWords(names: readonly string[]): Words {
  return passwordsSealedElsewhere(names)
}
