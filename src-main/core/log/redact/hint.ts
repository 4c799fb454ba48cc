const digitsOfNumber = 7
const digitsOfIdentity = 14
const hexDigits = 16

/** What `pass`, `pw`, `user`, `secret`, `name` and `connect(` begin with. */
const wordStarts = new Set(['pa', 'pw', 'us', 'se', 'na', 'co'])
/** What stands before a phone number: a quote, a plus, ATD and its modifiers, a list. */
const beforeNumber = new Set(Array.from('"+dDtTpPiIlL, \'', (letter) => letter.charCodeAt(0)))

/**
 * Whether a text may hold something that identifies somebody, at one pass and without a regular expression: this is asked
 * of every line of a log.
 */
export function hasHint(text: string): boolean {
  let digits = 0
  let hex = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      digits++
      hex++
      if (digits >= digitsOfIdentity || hex >= hexDigits) return true
      if (digits === digitsOfNumber && beforeNumber.has(text.charCodeAt(i - digits))) return true
      continue
    }
    digits = 0
    const letter = code | 32
    if (letter >= 97 && letter <= 102) {
      if (++hex >= hexDigits) return true
    } else hex = 0
    if (isStart(letter) && wordStarts.has(text.slice(i, i + 2).toLowerCase())) return true
  }
  return false
}

/** p, u, s, n or c. */
function isStart(letter: number): boolean {
  return letter === 112 || letter === 117 || letter === 115 || letter === 110 || letter === 99
}
