import { Fault } from '@core/fault'
import { notUtf } from './words'

/**
 * The text of a file that a person wrote: UTF-8, or UTF-16 where its first two octets say so (as Windows' Notepad writes
 * it). Throws `Fault('bad-input')` for octets of another encoding: a text read wrong would be a plan that nobody wrote.
 */
export function textOfFile(octets: Uint8Array): string {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', octets)
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', octets)
  return decoded('utf-8', octets)
}

function decoded(encoding: string, octets: Uint8Array): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(octets)
    if (!text.includes('\u0000')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Fault('bad-input', notUtf)
}
