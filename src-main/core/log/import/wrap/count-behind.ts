import { coreOf } from '../line-core'
import type { Wrapping } from './wrapping'

/** How long a line was, or how long it took, behind it. */
const form = / (?:[([]\d{1,5}[)\]]|(?:len|length|size) ?[=:] ?\d{1,5})$/
const fewest = 3
const nearlyAll = 0.9

/** A program that says the length of each line behind it: `modem OK (2)`, `TX AT+CPIN? len=9`. */
export const countBehind: Wrapping = {
  open(lines) {
    const theirs = lines.filter((line) => coreOf(bare(line)) !== undefined)
    const counted = theirs.filter((line) => form.test(line.trimEnd())).map(bare)
    const results = counted.filter((line) => /(?:^|\W)(?:OK|ERROR)$/.test(line))
    const ofAll = counted.length >= fewest && counted.length >= nearlyAll * theirs.length
    if (!ofAll || results.length === 0) return undefined
    return { line: (text, end) => [[bare(text), end]], finish: () => [] }
  },
}

const bare = (line: string) => line.trimEnd().replace(form, '').trimEnd()
