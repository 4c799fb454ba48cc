import type { Picture } from './picture'

/** Pictures that the records of tested boards name, kept beside them. */
export interface PictureShelf {
  /** Resolves when it is on the disk. Rejects with `Fault('store-failed')`. */
  keep(picture: Picture): Promise<void>
  /** By its SHA-256; undefined where it is not kept, or is not any more what it was. Rejects with `Fault('store-failed')`. */
  read(sha256: string): Promise<Picture | undefined>
}
