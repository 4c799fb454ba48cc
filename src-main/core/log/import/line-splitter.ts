import { KnownTexts } from '../../at/known-texts'

/** A line longer than this is handed on in pieces: it must not have to fit into memory. */
export const longestPiece = 16_384

/** Text in pieces cut anywhere; lines out with the line end they had: LF, CRLF, CR CR LF, or a bare CR. */
export class LineSplitter {
  #rest = ''
  readonly #texts = new KnownTexts()

  push(text: string, take: (line: string, end: string) => void): void {
    const all = this.#rest + text
    let at = 0
    let lf = all.indexOf('\n')
    let cr = all.indexOf('\r')
    for (;;) {
      // Searched for again only when passed: a file without CRs is not looked through for each line.
      if (lf >= 0 && lf < at) lf = all.indexOf('\n', at)
      if (cr >= 0 && cr < at) cr = all.indexOf('\r', at)
      const found = nextEnd(all, lf, cr)
      if (!found) break
      take(this.#texts.part(all, at, found.start), lineEnd(all, found))
      at = found.end
    }
    while (all.length - at > longestPiece) {
      take(all.slice(at, at + longestPiece), '')
      at += longestPiece
    }
    this.#rest = all.slice(at)
  }

  finish(take: (line: string, end: string) => void): void {
    if (this.#rest !== '') take(this.#rest.replace(/\r+$/, ''), '')
    this.#rest = ''
  }
}

function lineEnd(text: string, { start, end }: { start: number; end: number }): string {
  return end - start === 1 && text[start] === '\n' ? '\n' : text.slice(start, end)
}

/** CRs are only judged when the character behind them is there. */
function nextEnd(text: string, lf: number, cr: number): { start: number; end: number } | undefined {
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? undefined : { start: lf, end: lf + 1 }
  let end = cr
  while (text[end] === '\r') end++
  if (end === text.length) return undefined
  return { start: cr, end: text[end] === '\n' ? end + 1 : end }
}
