/** As the A76XX manual prints them for AT+FSMEM. */
const TOTAL = 11_348_480
const FIRMWARE_USES = 2_201_600

/** The flash of a modem: drive C:, and the certificates beside it. What is in it stays without power. */
export class FileSystem {
  readonly files = new Map<string, Uint8Array>()
  readonly certificates = new Map<string, Uint8Array>()
  /** Everything is taken up, by whatever. */
  full = false

  readonly total = TOTAL
  /** Files that are open to be read, by handle, and how far each was read. */
  readonly #open = new Map<number, { readonly octets: Uint8Array; at: number }>()
  #handle = 0

  get used(): number {
    if (this.full) return TOTAL
    const own = [...this.files.values(), ...this.certificates.values()]
    return own.reduce((sum, octets) => sum + octets.length, FIRMWARE_USES)
  }
  /** False: there is no room. */
  write(where: 'files' | 'certificates', name: string, octets: Uint8Array): boolean {
    if (octets.length > this.total - this.used) return false
    this[where].set(name, octets)
    return true
  }

  /** A handle to read a file by. */
  open(name: string): number {
    this.#open.set(++this.#handle, { octets: this.files.get(name) ?? new Uint8Array(0), at: 0 })
    return this.#handle
  }
  /** The next octets of an open file; undefined: nothing is open by that handle. */
  take(handle: number, most: number): Uint8Array | undefined {
    const file = this.#open.get(handle)
    const octets = file?.octets.slice(file.at, file.at + most)
    if (file && octets) file.at += octets.length
    return octets
  }
  close(handle: number): boolean {
    return this.#open.delete(handle)
  }
}
