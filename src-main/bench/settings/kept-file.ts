import type { z } from 'zod'
import { Fault } from '@core/fault'
import { nestsTooDeep } from '@core/json-depth'
import type { Store } from '@core/ports/store'
import { keepBeside } from '@core/keep-beside'
import { keptAs } from './words'

/** What a file of the person's holds; undefined where it is no JSON, or nests as nothing of ours does. */
export function jsonOf(text: string): unknown {
  if (nestsTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Keeps a file of which a part cannot be read, under a name with its time, so that the next save destroys nothing of it.
 * Gives the Fault that says so. `what`: what of it does not apply now.
 */
export async function keptBeside(
  store: Store,
  file: string,
  text: string,
  what: { readonly en: string; readonly ja: string },
): Promise<Fault> {
  const kept = await keepBeside(store, file, text)
  return new Fault('bad-input', keptAs(file, what, kept))
}

/** The rows of a list that can be read, and how many cannot; all of it counts as one when it is no list. */
export function rowsOf<T>(list: unknown, row: z.ZodType<T>): { read: T[]; unread: number } {
  if (!Array.isArray(list)) return { read: [], unread: 1 }
  const tried = list.map((one) => row.safeParse(one))
  const read = tried.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return { read, unread: list.length - read.length }
}

/** Keys of a later version, by the name of the row that has them: they go back into the file as they were. */
export class LaterKeys {
  readonly #schema: z.ZodObject
  #rows: ReadonlyMap<string, object> = new Map()

  constructor(schema: z.ZodObject) {
    this.#schema = schema
  }

  /** Takes what the rows of the file have beside what is known. */
  learn(rows: unknown): void {
    const list: readonly unknown[] = Array.isArray(rows) ? rows : []
    this.#rows = new Map(
      list.flatMap((row) => {
        if (typeof row !== 'object' || row === null || !('id' in row)) return []
        const more = Object.entries(row).filter(([key]) => !Object.hasOwn(this.#schema.shape, key))
        return typeof row.id === 'string' ? [[row.id, Object.fromEntries(more)]] : []
      }),
    )
  }
  /** The row as it goes into the file. */
  with<T extends { readonly id: string }>(row: T): T {
    return { ...this.#rows.get(row.id), ...row }
  }
  /** The other rows are gone: one that gets their name later is not theirs. */
  only(rows: readonly { readonly id: string }[]): void {
    const ids = new Set(rows.map(({ id }) => id))
    this.#rows = new Map([...this.#rows].filter(([id]) => ids.has(id)))
  }
}
