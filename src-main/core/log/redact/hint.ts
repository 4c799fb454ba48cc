const digitsOfNumber = 7
const octetsOfDump = 8
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
  let hex = 0
  /** Digits with single blanks or dashes between, and where they began. */
  let grouped = 0
  let began = 0
  let octets = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      hex++
      if (grouped++ === 0) began = i
      if (hex === 2 && ++octets >= octetsOfDump) return true
      if (grouped >= digitsOfIdentity || hex >= hexDigits) return true
      if (grouped === digitsOfNumber && beforeNumber.has(text.charCodeAt(began - 1))) return true
      continue
    }
    // A blank or a dash behind a digit.
    if ((code !== 32 && code !== 45) || i === 0 || !isDigit(text.charCodeAt(i - 1))) grouped = 0
    const letter = code | 32
    if (letter >= 97 && letter <= 102) {
      if (++hex >= hexDigits) return true
      if (hex === 2 && ++octets >= octetsOfDump) return true
    } else {
      // Pairs with something between are a dump.
      if (hex > 2) octets = 0
      hex = 0
    }
    if (isStart(letter) && wordStarts.has(text.slice(i, i + 2).toLowerCase())) return true
  }
  return false
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** p, u, s, n or c. */
function isStart(letter: number): boolean {
  return letter === 112 || letter === 117 || letter === 115 || letter === 110 || letter === 99
}
