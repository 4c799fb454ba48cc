import { sha256 } from '@noble/hashes/sha2.js'
import { utf8Bytes } from '../../utf8'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `'sha256-…'` of an inline script or style, by which a page's policy lets in this one alone. */
export const contentHash = (text: string): string => `'sha256-${base64(sha256(utf8Bytes(text)))}'`

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    for (let shift = 18; shift >= 0; shift -= 6) text += letters[(group >> shift) & 63] ?? ''
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return missing === 0 ? text : text.slice(0, -missing) + '='.repeat(missing)
}
