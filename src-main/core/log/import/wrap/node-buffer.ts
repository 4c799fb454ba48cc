import type { RawLine, Wrapping } from './wrapping'

/** What Node.js prints of octets: `data: <Buffer 0d 0a 4f 4b 0d 0a>`. */
const buffer = /<Buffer((?: [0-9a-f]{2})+)(?: \.\.\. \d+ more bytes?)?>/g

export const nodeBuffer: Wrapping = {
  open(lines) {
    if (!lines.some((line) => line.search(buffer) >= 0)) return undefined
    return {
      line: (text, end): RawLine[] => [[text.replace(buffer, written), end]],
      finish: () => [],
    }
  },
}

/** In quotation marks, with its line ends written out. */
function written(_: string, octets: string): string {
  const letters = octets
    .trim()
    .split(' ')
    .map((octet) => String.fromCharCode(parseInt(octet, 16)))
  return JSON.stringify(letters.join(''))
}
