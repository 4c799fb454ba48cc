import { Fault } from '@core/fault'
import { asAdapterFault } from './turns'
import { quoted } from '@core/words'
import { libraryMissing } from './words'

/**
 * What the dynamic linker says of a library that is not installed, and its name: glibc “X: cannot open shared object file”,
 * musl “Error loading shared library X”.
 */
const missingLibrary =
  /(?:([\w.+-]+): cannot open shared object file|Error loading shared library ([\w.+-]+))/i

/**
 * An error of node-hid as a Fault. A library, a device node and a right that are missing each have their own, as each is mended
 * in another way; where hidapi says no more than that it could not, it is most often the right.
 */
export function hidFault(error: unknown, name: string): Fault {
  if (error instanceof Fault) return error
  const text = error instanceof Error ? error.message : String(error)
  const [, ...libraries] = missingLibrary.exec(text) ?? []
  const library = libraries.find((one) => one !== undefined)
  if (library !== undefined)
    return new Fault('adapter-library', libraryMissing(library), { cause: error })
  if (/no such (file|device)/i.test(text))
    return new Fault('adapter-driver', quoted(`${name}: ${text}`), { cause: error })
  if (/cannot open|permission|could not open|failed to open|access denied/i.test(text))
    return new Fault('adapter-permission', quoted(`${name}: ${text}`), { cause: error })
  return asAdapterFault(error, name)
}
