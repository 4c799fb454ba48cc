/** What acts on a terminal or turns the order of letters around, apart from line ends and tabs; U+FEFF may begin a file. */
const acting = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Text of a modem that can be shown anywhere: control characters and marks of direction are written out, so that no line
 * sets the title of a terminal, clears it, or reads other than it is.
 */
export const harmless = (text: string): string =>
  text.replace(acting, (letter) => {
    const code = letter.charCodeAt(0)
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`
  })

/** The same value as JSON, whose own way of writing such letters is read back as they were. */
export const harmlessJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    acting,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
