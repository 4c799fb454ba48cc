import type { Decoder } from '@core/at/decoder'

/** The decoders of the files, by path. A file that gives none is a mistake in the catalogue: it throws with the file's name. */
export function decodersOf(files: Readonly<Record<string, unknown>>): Decoder[] {
  return Object.entries(files).flatMap(([path, given]) => {
    const list: unknown[] = Array.isArray(given) ? given : [given]
    if (list.length > 0 && list.every(isDecoder)) return list
    throw new Error(
      `${path}: its default export must be a decoder or a list of decoders; helpers belong in shared/`,
    )
  })
}

function isDecoder(given: unknown): given is Decoder {
  return (
    typeof given === 'object' &&
    given !== null &&
    'id' in given &&
    typeof given.id === 'string' &&
    'decode' in given &&
    typeof given.decode === 'function'
  )
}
