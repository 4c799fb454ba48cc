/** A file of a running journal as far as it is written, for whoever reads it elsewhere, as in another thread. */
export interface JournalPart {
  readonly path: string
  /** The number of its first entry. */
  readonly first: number
  /** That of the entry from which on it can be understood without those before. */
  readonly seam: number
  /** Octets of it. */
  readonly size: number
  /** Where records 0, 256, 512, … start. */
  readonly index: readonly number[]
  readonly records: number
}
