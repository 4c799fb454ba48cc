// East Asian Width W and F of what Japanese text is made of (Unicode Standard Annex 11).
const eachWide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => text.length + (text.match(eachWide)?.length ?? 0)

// A line may end behind each wide character and before it, but no line begins with what closes and none ends with what opens
// (JIS X 4051: brackets; commas, full stops, small kana, the prolonged sound mark): these stay with what they belong to.
const piece =
  /\s+|[\uff08\u300c\u300e\u3010]*(?:[!-\u10ff]+|\S)[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09\u300d\u300f\u3011\u30fb\u30fc\u2026\u3005\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7]*/g

/** The text in lines of at most `width` columns; a word that is longer has its own. Line ends that it has stay. */
export function wrapped(text: string, width: number): string {
  if (width < 20) return text
  return text
    .split(/\r?\n/)
    .flatMap((line) => linesOf(line.match(piece) ?? [''], width))
    .join('\n')
}

function linesOf(pieces: readonly string[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const one of pieces) {
    const isFull = line !== '' && widthOf(line + one.trimEnd()) > width
    if (isFull) lines.push(line.trimEnd())
    line = isFull ? one.trimStart() : line + one
  }
  return [...lines, line]
}
