import type { FilesState, FileStoreState, Parsed, ReadFile } from '@contract'
import { concat } from '@core/bytes'
import { Fault } from '@core/fault'
import {
  storeKinds,
  type FileFamily,
  type FileReading,
  type FileStore,
  type StoredFile,
  type StoreKind,
} from '@core/files/family'
import type { FamilyCommand } from '@core/modem/family-command'
import type { ModemSession } from '@core/modem/session'
import { quoted, type Words } from '@core/words'
import { fileFamilies } from '@catalog/files'
import { base64, octetsOf } from '@bench/base64'
import { InTurn } from '@bench/in-turn'
import { FamilyLine } from '@bench/slot/family-line'
import { ModemFamily } from '@bench/slot/modem-family'
import { cutShort, noCertificate, noRoom, otherSize } from './words'

interface Options {
  readonly session: () => ModemSession
  readonly note: (text: Words) => void
}
interface Place {
  readonly family: FileFamily
  readonly store: FileStore
}
type Which = Pick<Parsed<'files.delete'>, 'kind' | 'name'>

/** More are not asked for their size one by one. */
const mostAsked = 40
/** A prompt, then some 5 kB a second at the usual speed. */
const loadMs = (octets: number) => 60_000 + octets / 5

/** The files and certificates in the modem of a slot. */
export class SlotFiles {
  readonly #turn = new InTurn()
  readonly #line: FamilyLine
  readonly #family: ModemFamily<FileFamily>

  constructor(options: Options) {
    this.#line = new FamilyLine(options)
    this.#family = new ModemFamily({ ...options, families: fileFamilies })
  }

  read(signal: AbortSignal): Promise<FilesState> {
    return this.#turn.run(() => this.#read(signal))
  }
  async #read(signal: AbortSignal): Promise<FilesState> {
    const family = await this.#family.find(signal)
    if (!family) return { family: null, stores: [] }
    const stores: FileStoreState[] = []
    for (const kind of storeKinds) {
      const store = family.stores[kind]
      if (store) stores.push(await this.#listed(kind, store, signal))
    }
    const { id, name, source } = family
    return { family: { id, name, source }, stores }
  }
  async #listed(kind: StoreKind, store: FileStore, signal: AbortSignal): Promise<FileStoreState> {
    for (const command of store.first) await this.#must(command, signal)
    const listed = await this.#must(store.list, signal)
    const files: StoredFile[] = []
    for (const file of listed)
      files.push(await this.#sized(file, files.length < mostAsked ? store : undefined, signal))
    const space = store.space && (await this.#line.ask(store.space, signal)).value
    return { kind, files, space: space ?? null, reads: store.read !== undefined }
  }
  async #sized(
    file: StoredFile,
    store: FileStore | undefined,
    signal: AbortSignal,
  ): Promise<StoredFile> {
    if (file.size !== null || !store?.size) return file
    const { value } = await this.#line.ask(store.size(file.name), signal)
    return { ...file, size: value ?? null }
  }

  /** What was asked for, or the fault that says why not. */
  async #must<T>(command: FamilyCommand<T>, signal?: AbortSignal): Promise<T> {
    const { value, trouble, seen } = await this.#line.ask(command, signal)
    if (value !== undefined) return value
    const said = quoted(`${command.command}: ${seen}`)
    if (!trouble) throw new Fault('files-unread', said)
    if (trouble.trouble === 'missing') throw new Fault('files-missing', said)
    throw new Fault(trouble.trouble === 'full' ? 'files-full' : 'files-refused', said)
  }
  async #place({ kind }: Which, signal: AbortSignal): Promise<Place> {
    const family = await this.#family.find(signal)
    if (!family) throw new Fault('files-unknown', quoted(this.#family.model))
    const store = family.stores[kind]
    if (!store) throw new Fault('files-no-store', quoted(family.name))
    return { family, store }
  }

  upload(
    { name, replace, ...input }: Omit<Parsed<'files.upload'>, 'slot'>,
    signal: AbortSignal,
  ): Promise<FilesState> {
    const octets = octetsOf(input.base64)
    if (octets.length === 0) throw new Fault('files-empty', quoted(name))
    if (input.kind === 'certificate' && !isCertificate(octets))
      throw new Fault('files-no-certificate', noCertificate(name, octets))
    const which = { kind: input.kind, name }
    return this.#turn.run(async () => {
      const { store } = await this.#place(which, signal)
      const { files, space } = await this.#listed(which.kind, store, signal)
      const known = files.find((file) => file.name === name)
      if (known && !replace) throw new Fault('files-exists', quoted(name))
      const free = space && space.free + (known?.size ?? 0)
      if (free !== null && octets.length > free)
        throw new Fault('files-full', noRoom(octets.length, free))
      if (signal.aborted) throw new Fault('at-cancelled', quoted(name))
      // Deleting is short; cut in the middle nobody would know what is there.
      if (known) await this.#must(store.remove(known))
      try {
        const load = { ...store.upload(name, octets), timeoutMs: loadMs(octets.length) }
        await this.#must(load, signal)
        const state = await this.#read(signal)
        mustBeThere(state, which, octets.length)
        return state
      } catch (error) {
        if (!signal.aborted) throw error
        throw new Fault('files-cut', cutShort(name, known !== undefined), { cause: error })
      }
    })
  }

  download(which: Which, signal: AbortSignal): Promise<ReadFile> {
    return this.#turn.run(async () => {
      const { family, store } = await this.#place(which, signal)
      if (!store.read) throw new Fault('files-no-reading', quoted(family.name))
      for (const command of store.first) await this.#must(command, signal)
      const octets = await this.#octets(store.read, which.name, signal)
      return { name: which.name, base64: base64([octets]) }
    })
  }
  async #octets(reading: FileReading, name: string, signal: AbortSignal): Promise<Uint8Array> {
    if ('whole' in reading) return this.#must(reading.whole(name), signal)
    const handle = await this.#must(reading.open(name), signal)
    try {
      const pieces: Uint8Array[] = []
      for (;;) {
        const piece = await this.#must(reading.piece(handle), signal)
        if (piece.length === 0) return concat(pieces)
        pieces.push(piece)
      }
    } finally {
      await this.#line.restore(reading.close(handle))
    }
  }

  remove(which: Which, signal: AbortSignal): Promise<FilesState> {
    return this.#turn.run(async () => {
      const { store } = await this.#place(which, signal)
      const { files } = await this.#listed(which.kind, store, signal)
      const file = files.find(({ name }) => name === which.name)
      if (!file) throw new Fault('files-missing', quoted(which.name))
      await this.#must(store.remove(file), signal)
      return this.#read(signal)
    })
  }
}

/** An upload counts when the modem lists it, with as many octets where it tells. */
function mustBeThere({ stores }: FilesState, { kind, name }: Which, octets: number): void {
  const file = stores.find((store) => store.kind === kind)?.files.find((one) => one.name === name)
  if (!file) throw new Fault('files-not-there', quoted(name))
  if (file.size !== null && file.size !== octets)
    throw new Fault('files-not-there', otherSize(name, octets, file.size))
}

/**
 * PEM; or a certificate in DER: a SEQUENCE that begins with another one (X.690; RFC 5280, 4.1). A key in DER begins with a number, and is
 * refused: in PEM exports know it and mask it.
 */
function isCertificate(octets: Uint8Array): boolean {
  const head = String.fromCharCode(...octets.subarray(0, 4_096))
  return (
    /-----BEGIN [A-Z ]+-----/.test(head) ||
    (octets[0] === 0x30 && octets[1] === 0x82 && octets[4] === 0x30)
  )
}
