import { Fault } from '@core/fault'

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
  throw new Fault('bad-input', {
    en: 'The file is no text in UTF-8 or UTF-16 (it may be Shift_JIS, or no text at all): save it as UTF-8.',
    ja: 'ファイルが UTF-8 または UTF-16 のテキストではありません（Shift_JIS か、テキスト以外の可能性があります）。UTF-8 で保存し直してください。',
  })
}
