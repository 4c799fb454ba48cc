import { Fault } from '../fault'
import { nestsTooDeep } from '../json-depth'
import { keepBeside } from '../keep-beside'
import type { Store } from '../ports/store'
import { isSoakRow } from './row-shape'
import type { SoakRow } from './rows'
import { headNotReadable, unreadable } from './words'

/** A write rewrites one file of so many rows at most. */
const rowsAFile = 400

/** What a later version says besides goes back into the file as it was. */
interface Head {
  readonly id: string
  /** What it takes to go on with the run: the text of the configuration. */
  readonly config: string
  readonly ended: boolean
}

const headFile = 'soak.json'
const fileOf = (id: string, index: number) => `soak-${id}-${String(index).padStart(4, '0')}.jsonl`

/** The rows of a run on disk. What `append` was given is there when its promise resolves, whatever happens afterwards. */
export class RowStore {
  readonly id: string
  readonly #store: Store
  readonly #config: string
  #index: number
  #rows: string[]
  #writing: Promise<void> | undefined
  #again = false
  #ended = false
  #later: object = {}

  private constructor(store: Store, id: string, config: string, index: number, rows: string[]) {
    this.#store = store
    this.id = id
    this.#config = config
    this.#index = index
    this.#rows = rows
  }

  /** A new run; the one before is no longer the current one, its rows stay. A head that cannot be read is kept beside. */
  static async create(store: Store, id: string, config: string): Promise<RowStore> {
    const before = await store.read(headFile)
    if (before !== undefined && !headIn(before)) await keepBeside(store, headFile, before)
    const rows = new RowStore(store, id, config, 1, [])
    await rows.#writeHead()
    return rows
  }

  /** The run that was the current one last, with its rows; undefined: there never was one. */
  static async load(
    store: Store,
  ): Promise<{ store: RowStore; rows: SoakRow[]; config: string; ended: boolean } | undefined> {
    const text = await store.read(headFile)
    if (text === undefined) return undefined
    const head = headIn(text)
    if (!head) throw new Fault('bad-input', headNotReadable(headFile))
    const rows: SoakRow[] = []
    let last: string[] = []
    let index = 1
    for (; ; index++) {
      const file = await store.read(fileOf(head.id, index))
      if (file === undefined) break
      last = file.split('\n').filter((line) => line !== '')
      // What cannot be read stays in the file as it is.
      rows.push(...rowsOf(last, fileOf(head.id, index), rows.at(-1)?.ms ?? 0))
    }
    const kept = new RowStore(store, head.id, head.config, Math.max(1, index - 1), last)
    kept.#ended = head.ended
    kept.#later = head
    return { store: kept, rows, config: head.config, ended: head.ended }
  }

  append(row: SoakRow): Promise<void> {
    if (this.#rows.length >= rowsAFile && !this.#writing) {
      this.#index++
      this.#rows = []
    }
    this.#rows.push(JSON.stringify(row))
    return this.#flush()
  }

  async end(): Promise<void> {
    await this.#flush()
    this.#ended = true
    await this.#writeHead()
  }

  /** One write at a time; rows that came meanwhile go with the next. */
  #flush(): Promise<void> {
    if (this.#writing) {
      this.#again = true
      return this.#writing
    }
    const write = async () => {
      do {
        this.#again = false
        await this.#store.write(fileOf(this.id, this.#index), `${this.#rows.join('\n')}\n`)
      } while (this.#again)
    }
    this.#writing = write().finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  #writeHead(): Promise<void> {
    const head: Head = { id: this.id, config: this.#config, ended: this.#ended }
    return this.#store.write(headFile, `${JSON.stringify({ ...this.#later, ...head }, null, 2)}\n`)
  }
}

/** Line by line: one that the disk has damaged takes no other with it, and is told as something odd. */
function* rowsOf(lines: readonly string[], file: string, beforeMs: number): Generator<SoakRow> {
  let lastMs = beforeMs
  for (const [index, line] of lines.entries()) {
    const row = rowOf(line)
    if (row) lastMs = rowMs(row, lastMs)
    yield row ?? { k: 'anomaly', ms: lastMs, us: 0, seen: unreadable(file, index + 1) }
  }
}

function rowOf(line: string): SoakRow | undefined {
  try {
    const value: unknown = JSON.parse(line)
    if (isSoakRow(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return undefined
}

const rowMs = (row: SoakRow, otherwise: number): number =>
  Number.isFinite(row.ms) ? row.ms : otherwise

/** Undefined for what is no head of a run. */
function headIn(text: string): Head | undefined {
  if (nestsTooDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (
      typeof value === 'object' &&
      value !== null &&
      'id' in value &&
      typeof value.id === 'string' &&
      'config' in value &&
      typeof value.config === 'string'
    )
      return {
        ...value,
        id: value.id,
        config: value.config,
        ended: 'ended' in value && value.ended === true,
      }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return undefined
}
