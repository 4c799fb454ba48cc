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
}
