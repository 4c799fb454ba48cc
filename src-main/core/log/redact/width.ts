/** Forms of the whole width (Unicode, block FF00), and the signs people type for a dash. */
const wide = /[\uff01-\uff5e\u3000\u2010-\u2015\u2212\u30fc]/
const wideDash = /[\u2010-\u2015\u2212\u30fc]/

/** The text with letters, digits and signs of the usual width, each in its place; the same text where it has no others. */
export function widthAlike(text: string): string {
  if (!wide.test(text)) return text
  return Array.from({ length: text.length }, (_, at) => narrow(text, at)).join('')
}

function narrow(text: string, at: number): string {
  const letter = text[at] ?? ''
  const code = text.charCodeAt(at)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (letter === '\u3000') return ' '
  // The sign of a long vowel is a dash only between digits.
  return wideDash.test(letter) && /[\d\uff10-\uff19]/.test(text[at - 1] ?? '') ? '-' : letter
}
