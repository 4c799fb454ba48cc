import { createHash, randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { roles, type Role } from '@contract'
import { Fault } from '@core/fault'
import { fileStore } from '@platform/store/file-store'
import { lockFile } from '@platform/store/lock-file'
import { makeFolder } from '@platform/store/make-folder'
import { storeFault } from '@platform/store/store-fault'
import type { KeptToken } from './kept-token'
import { damagedBook, noSuchToken, tokenNameTaken, wrongTokenName } from './token-words'

/** Who holds a token. */
export interface Holder {
  readonly name: string
  readonly role: Role
  /** Of this token and no other of the name. */
  readonly id: string
}

const file = 'tokens.json'
/** What a later version says besides goes back into the file as it was. */
const row = z.looseObject({
  name: z.string(),
  role: z.enum(roles),
  sha256: z.string(),
  madeMs: z.number(),
  expiresMs: z.number().nullable(),
})
const rows = z.array(row)
type Row = z.output<typeof row>

/**
 * SHA-256 and no slow hash: a token has 256 random bits, which nobody can try through, and each request is checked. Slow
 * hashes are for what people choose, and would let strangers keep the bench busy.
 */
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex')

const nameForm = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u

/**
 * The tokens of a bench, by name and role, in a file of its owner alone (`tokens.json` in the data folder). Another program
 * may change it at any time: `refresh` reads what is new.
 */
export class TokenBook {
  readonly #folder: string
  readonly #nowMs: () => number
  #rows: readonly Row[] = []
  #state = ''

  private constructor(folder: string, nowMs: () => number) {
    this.#folder = folder
    this.#nowMs = nowMs
  }

  /** Rejects with `Fault('bad-input')` where the file is none of ours, and with `Fault('store-failed')` where the disk gives none. */
  static async open(folder: string, nowMs: () => number = Date.now): Promise<TokenBook> {
    const book = new TokenBook(folder, nowMs)
    await book.refresh()
    return book
  }

  /** Reads the file anew where it has changed. */
  async refresh(): Promise<void> {
    const state = await stateOf(join(this.#folder, file))
    if (state === this.#state) return
    const text = await fileStore(this.#folder).read(file)
    this.#rows = text === undefined ? [] : rowsIn(text, join(this.#folder, file))
    this.#state = state
  }

  list(): readonly KeptToken[] {
    return this.#rows.map(({ sha256: _hash, ...kept }) => kept)
  }

  /** Whose token it is; undefined: nobody's, or its time is over. */
  holderOf(token: string): Holder | undefined {
    const hash = hashed(token)
    const found = this.#rows.find(({ sha256 }) => sha256 === hash)
    return found && this.#isValid(found)
      ? { name: found.name, role: found.role, id: found.sha256 }
      : undefined
  }

  /** Whether somebody who was let in still may be. */
  stillHolds({ id, role }: Holder): boolean {
    const found = this.#rows.find(({ sha256 }) => sha256 === id)
    return found !== undefined && found.role === role && this.#isValid(found)
  }

  /**
   * Makes a token and gives it this once. Rejects with `Fault('bad-input')` for a name that is taken or none. `data`: the folder as a
   * person named it, for the command that is proposed then.
   */
  async make(name: string, role: Role, forMs: number | null, data?: string): Promise<string> {
    if (!nameForm.test(name)) throw wrongTokenName(name)
    const token = randomBytes(32).toString('base64url')
    const madeMs = this.#nowMs()
    const expiresMs = forMs === null ? null : madeMs + forMs
    await this.#change((rows) => {
      if (rows.some((kept) => kept.name === name)) throw tokenNameTaken(name, data)
      return [...rows, { name, role, sha256: hashed(token), madeMs, expiresMs }]
    })
    return token
  }

  /** From now on its token opens nothing. Rejects with `Fault('bad-input')` where there is none of that name. */
  async withdraw(name: string): Promise<void> {
    await this.#change((rows) => {
      const left = rows.filter((kept) => kept.name !== name)
      if (left.length < rows.length) return left
      const names = rows.map((kept) => kept.name)
      throw noSuchToken(name, names)
    })
  }

  /** One program after the other: of two that change the list at once none undoes what the other did. */
  async #change(next: (rows: readonly Row[]) => readonly Row[]): Promise<void> {
    await makeFolder(this.#folder, 0o700).catch((error: unknown) => {
      throw storeFault(error, this.#folder)
    })
    const release = await inTurn(join(this.#folder, file))
    try {
      await this.refresh()
      await this.#write(next(this.#rows))
    } finally {
      await release()
    }
  }

  async #write(next: readonly Row[]): Promise<void> {
    await fileStore(this.#folder).write(file, `${JSON.stringify(next, undefined, 2)}\n`)
    this.#rows = next
    this.#state = await stateOf(join(this.#folder, file))
  }
  #isValid({ expiresMs }: Row): boolean {
    return expiresMs === null || this.#nowMs() < expiresMs
  }
}

const mostTries = 100
const againMs = 20

async function inTurn(path: string): Promise<() => Promise<void>> {
  for (let tries = 1; ; tries++)
    try {
      return await lockFile(path, 'store-failed')
    } catch (error) {
      // Another one is at it, for a moment.
      if (tries >= mostTries || !isTaken(error)) throw error
      await wait(againMs)
    }
}

/** Taken by another one; a disk that takes no lock is none of that, and names its error. */
const isTaken = (error: unknown): boolean =>
  error instanceof Fault && error.code === 'store-failed' && error.cause === undefined

/** Each write makes another file: its number changes with what is in it. */
async function stateOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw storeFault(error, path)
  }
}

function rowsIn(text: string, path: string): readonly Row[] {
  try {
    return rows.parse(JSON.parse(text))
  } catch (error) {
    // Nobody is let in by what cannot be read, and nothing is written over it.
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Fault('bad-input', damagedBook(path), { cause: error })
    throw error
  }
}
