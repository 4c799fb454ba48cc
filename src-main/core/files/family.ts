import type { FamilyCommand } from '../modem/family-command'

/** What lies in a modem: a file, or a certificate or key in the place its TLS reads them from. */
export const storeKinds = ['file', 'certificate'] as const
export type StoreKind = (typeof storeKinds)[number]

/** Octets of a file that is loaded into a modem; in Base64 they are four thirds of it. More than the flash of most modules has. */
export const mostFileOctets = 3_000_000

export interface StoredFile {
  readonly name: string
  /** Octets; null: the list does not tell. */
  readonly size: number | null
  /** What kind the modem keeps it as (`CA`, `PK`), where it tells. */
  readonly label?: string
}

export interface FileSpace {
  /** Octets. */
  readonly free: number
  readonly total: number
}

/** How the octets of a file come: by one command, or piece by piece of a file that is opened. */
export type FileReading =
  | { readonly whole: (name: string) => FamilyCommand<Uint8Array> }
  | {
      readonly open: (name: string) => FamilyCommand<number>
      readonly piece: (handle: number) => FamilyCommand<Uint8Array>
      readonly close: (handle: number) => FamilyCommand<true>
    }

/** A place in a modem where files lie. */
export interface FileStore {
  /** What has to be said before, such as which folder is meant. */
  readonly first: readonly FamilyCommand<true>[]
  readonly list: FamilyCommand<readonly StoredFile[]>
  /** Asked for each file where the list does not tell. */
  readonly size?: (name: string) => FamilyCommand<number>
  readonly space?: FamilyCommand<FileSpace>
  readonly upload: (name: string, octets: Uint8Array) => FamilyCommand<true>
  /** Absent: what is in it does not come out again, or only as text. */
  readonly read?: FileReading
  readonly remove: (file: StoredFile) => FamilyCommand<true>
}

/** How a family of modems keeps files. Adding a family is adding one to the catalogue. */
export interface FileFamily {
  readonly id: string
  readonly name: string
  /** The manual the commands are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  readonly matches: (identity: string) => boolean
  readonly stores: { readonly [kind in StoreKind]?: FileStore }
}
