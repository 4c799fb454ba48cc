import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that ships as an example. */
export const example = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'examples', name)),
  )
