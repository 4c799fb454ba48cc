import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'
import { Fault, logPieceBytes, mostLogBytes, type Client, type ToldStory } from '@contract'
import type { Language } from '@core/words'
import { fileFault } from '../file-fault'
import { logTooLarge, outsideFolder } from './words'

interface Wanted {
  readonly id?: string | undefined
  readonly search?: string | undefined
  readonly from?: number | undefined
  readonly lines: number
}

/** Logs as an assistant reads them: masked, and a piece at a time. */
export class LogReading {
  readonly #bench: Pick<Client, 'call'>
  readonly #language: Language
  readonly #folder: string
  /** An opened log does not change: its masked lines are made once. */
  readonly #opened = new Map<string, readonly string[]>()

  constructor(bench: Pick<Client, 'call'>, language: Language, folder: string) {
    this.#bench = bench
    this.#language = language
    this.#folder = folder
  }

  /** The story of a file. Rejects with `Fault('bad-input')` for one outside the folder, and for what is no log. */
  async open(file: string): Promise<string> {
    const octets = await this.#octetsOf(file)
    const { id } = await this.#bench.call('log.open', {
      name: basename(file),
      bytes: octets.length,
    })
    for (let at = 0; at === 0 || at < octets.length; at += logPieceBytes)
      await this.#bench.call('log.feed', {
        id,
        base64: octets.subarray(at, at + logPieceBytes).toString('base64'),
        last: at + logPieceBytes >= octets.length,
      })
    const stories = await this.#bench.call('log.story', {
      opened: id,
      language: this.#language,
      redact: true,
    })
    return [`id: ${id}`, ...stories.map(told)].join('\n\n')
  }

  /** Lines with their numbers. */
  async read({ id, search, from, lines: most }: Wanted): Promise<string> {
    const all = await this.#lines(id)
    const found = all.flatMap((line, at) =>
      search === undefined || line.includes(search) ? [`${at + 1}: ${line}`] : [],
    )
    const first = from === undefined ? -1 : found.findIndex((line) => Number.parseInt(line) >= from)
    const shown =
      from === undefined ? found.slice(-most) : first < 0 ? [] : found.slice(first, first + most)
    return [`${shown.length} of ${found.length} lines`, ...shown].join('\n')
  }

  async #lines(id: string | undefined): Promise<readonly string[]> {
    const known = id === undefined ? undefined : this.#opened.get(id)
    if (known) return known
    const { text = '', rest } = await this.#bench.call('log.export', {
      slots: ['a', 'b'],
      format: 'text',
      language: this.#language,
      redact: true,
      ...(id === undefined ? {} : { opened: id }),
    })
    const pieces = [text]
    for (let piece = 1; rest && piece < rest.pieces; piece++)
      pieces.push(
        (await this.#bench.call('log.piece', { id: rest.id, piece, redact: true })).text ?? '',
      )
    const lines = pieces.join('').split('\n')
    if (id !== undefined) this.#opened.set(id, lines)
    return lines
  }

  /** By its true place: no link leads out of the folder. */
  async #octetsOf(file: string): Promise<Buffer> {
    const path = resolve(this.#folder, file)
    try {
      const [place, folder] = await Promise.all([realpath(path), realpath(this.#folder)])
      if (!place.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`))
        throw new Fault('bad-input', outsideFolder(file, this.#folder))
      if ((await stat(place)).size > mostLogBytes) throw new Fault('bad-input', logTooLarge(file))
      return await readFile(place)
    } catch (error) {
      throw error instanceof Fault ? error : fileFault(file, error)
    }
  }
}

function told({ slot, unit, sections }: ToldStory): string {
  const lines = sections.flatMap(({ title, items }) => [
    `## ${title}`,
    ...items.flatMap(({ text, below = [] }) => [
      `- ${text}`,
      ...below.map((line) => `  - ${line.text}`),
    ]),
  ])
  return [`# ${unit ?? slot.toUpperCase()}`, ...lines].join('\n')
}
