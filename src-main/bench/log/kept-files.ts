import { filePieceBytes, type ExportedFile, type FilePiece, type Parsed } from '@contract'
import { concat } from '@core/bytes'
import { base64 } from '@bench/base64'
import { gone } from './words'

/** So much of files that nobody has fetched yet is kept; the newest one is kept whatever its size. */
const mostBytes = 256 * 1024 * 1024

interface KeptFile extends MadePieces {
  readonly text: boolean
  readonly masked: boolean
}

export interface MadePieces {
  /** One at least. */
  readonly pieces: readonly Uint8Array[]
  /** Of the whole file. */
  readonly bytes: number
}

/** Octets of a file as they are made, in pieces that can travel one by one; none of it is a text of the whole length. */
export class FilePieces {
  readonly #pieces: Uint8Array[] = []
  #gathered: Uint8Array[] = []
  #length = 0
  #bytes = 0

  push(octets: Uint8Array): void {
    this.#bytes += octets.length
    this.#gathered.push(octets)
    this.#length += octets.length
    if (this.#length >= filePieceBytes) this.#close()
  }

  end(): MadePieces {
    if (this.#length > 0 || this.#pieces.length === 0) this.#close()
    return { pieces: this.#pieces, bytes: this.#bytes }
  }

  #close(): void {
    this.#pieces.push(concat(this.#gathered))
    this.#gathered = []
    this.#length = 0
  }
}

/**
 * Files of any size that were made and are fetched in pieces: a whole log in one answer would hold up everybody else while it is
 * written as JSON, and the window that gets it.
 */
export class KeptFiles {
  readonly #files = new Map<string, KeptFile>()
  #next = 1

  /** The first piece, and the way to the others. `text`: the octets are UTF-8, and each piece ends with a character. */
  give(
    named: Pick<ExportedFile, 'name' | 'mime' | 'masked'>,
    { pieces, bytes }: MadePieces,
    { text, masked }: Pick<KeptFile, 'text' | 'masked'>,
  ): ExportedFile {
    const file: KeptFile = { pieces, bytes, text, masked }
    const first = { ...named, ...pieceOf(file, 0) }
    if (pieces.length === 1) return first
    const id = `file-${this.#next++}`
    this.#files.set(id, file)
    this.#makeRoom()
    return { ...first, rest: { id, pieces: pieces.length, bytes } }
  }

  /** The file goes with its last piece. `redact`: whoever asks may have nothing that is not masked. */
  piece({ id, piece, redact }: Parsed<'log.piece'>): FilePiece {
    const file = this.#files.get(id)
    if (!file || piece >= file.pieces.length || (redact && !file.masked)) throw gone()
    if (piece === file.pieces.length - 1) this.#files.delete(id)
    return pieceOf(file, piece)
  }

  #makeRoom(): void {
    let kept = 0
    for (const [id, { bytes }] of [...this.#files].reverse()) {
      if (kept > 0 && kept + bytes > mostBytes) this.#files.delete(id)
      else kept += bytes
    }
  }
}

function pieceOf({ pieces, text }: KeptFile, piece: number): FilePiece {
  const octets = pieces[piece] ?? new Uint8Array()
  return text ? { text: new TextDecoder().decode(octets) } : { base64: base64([octets]) }
}
