/**
 * Whether so many letters of one class stand in a row, as `[…]{length}` would find them. Looks at the last of them first: most
 * lines are decided by every length-th letter.
 */
export function hasRun(
  text: string,
  length: number,
  isOfClass: (code: number) => boolean,
): boolean {
  for (let last = length - 1; last < text.length;) {
    let at = last
    while (at > last - length && isOfClass(text.charCodeAt(at))) at--
    if (at === last - length) return true
    last = at + length
  }
  return false
}

const isDigit = (code: number) => code >= 48 && code <= 57
/** `|32` makes a letter small, and none of the signs between them one. */
export const isHexDigit = (code: number): boolean =>
  isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102)
/** RFC 4648, 4, without the sign that fills up. */
export const isBase64 = (code: number): boolean =>
  isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122) || code === 43 || code === 47
