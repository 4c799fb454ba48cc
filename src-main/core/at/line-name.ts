/** The name a line begins with, upper case (`+CEREG`, `+CME ERROR`, `VOICE CALL`), and where its values start. */
export interface LineName {
  readonly name: string
  readonly end: number
}

const none: LineName = { name: '', end: 0 }

/** What stands before the first colon, when it looks like a name; `''` for a line without one. */
export function lineName(line: string): LineName {
  const colon = line.indexOf(':')
  if (colon < 1 || colon > 40) return withoutColon(line)
  const found = /^[\s\0]*([^\s:,"(]+(?: [A-Z-]+){0,2})\s*$/.exec(line.slice(0, colon))
  return found?.[1] === undefined ? none : { name: found[1].toUpperCase(), end: colon + 1 }
}

/** A few firmwares leave the colon out: `+CIPOPEN 0,0`. */
function withoutColon(line: string): LineName {
  const found = /^[\s\0]*([+*#$%^&!][A-Z0-9_]{2,20})\s+(?=[\d("])/.exec(line)
  return found?.[1] === undefined ? none : { name: found[1], end: found[0].length }
}
