import { z } from 'zod'
import {
  mostFileOctets,
  storeKinds,
  type FileSpace,
  type StoredFile,
  type StoreKind,
} from '@core/files/family'
import { call } from './call'
import { slotName } from './schema'

/** One place of a modem in which files lie. */
export interface FileStoreState {
  readonly kind: StoreKind
  readonly files: readonly StoredFile[]
  /** Null: the modem does not tell. */
  readonly space: FileSpace | null
  /** What is in it can be read out again. */
  readonly reads: boolean
}

/** The files and certificates in a slot's modem, as they were read last. */
export interface FilesState {
  /** Null: none whose commands are known. */
  readonly family: { readonly id: string; readonly name: string; readonly source: string } | null
  readonly stores: readonly FileStoreState[]
}

/** A file as it came out of a modem. */
export interface ReadFile {
  readonly name: string
  readonly base64: string
}

const ofSlot = z.object({ slot: slotName })
/** What a command line can carry, in a folder of its own. */
const fileName = z
  .string()
  .min(1)
  .max(64)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'expected a file name of letters, digits, dots, hyphens and underscores, such as ca.pem',
  )
const which = ofSlot.extend({ kind: z.enum(storeKinds).default('file'), name: fileName })

export const fileCalls = {
  /** Lists the files and certificates in the modem, and the space that is free. Changes nothing. */
  'files.read': call<FilesState>()(ofSlot),
  /**
   * Loads octets into the modem, reads the list again, and compares the size where the modem tells it. One of this name that is there is
   * refused without `replace`; with it, it is deleted first.
   */
  'files.upload': call<FilesState>()(
    which.extend({
      base64: z
        .base64()
        .max((mostFileOctets * 4) / 3, 'a file for a modem has at most 3 MB (3000000 octets)'),
      replace: z.boolean().default(false),
    }),
  ),
  /** Reads a file out of the modem. */
  'files.download': call<ReadFile>()(which),
  /** Deletes a file or certificate of the modem, for good. */
  'files.delete': call<FilesState>()(which),
} as const
