import { isAnswer, isCommand, isFinal } from '../line-kinds'
import { coreOf } from '../line-core'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** How programs write an octet that no letter shows: Visual Basic, Pascal, C, JavaScript, shells, names in brackets. */
const spellings: readonly (readonly [form: RegExp, octetOf: (code: string) => number])[] = [
  [/[<[{](10|13|26)[>\]}]/g, Number],
  [/#(10|13|26)(?!\d)/g, Number],
  [/[<[{(]0x(0[ad]|1a)[>\]})]/gi, hex],
  [/\\x(0[ad]|1a)/gi, hex],
  [/\\u00(0[ad]|1a)/gi, hex],
  [/[$%\\](0[ad]|1a)(?![\da-f])/gi, hex],
  [/\\(0(?:12|15|32))(?!\d)/g, (code) => parseInt(code, 8)],
  [/[{(](cr|lf)[})]/gi, (code) => (/^c/i.test(code) ? 13 : 10)],
]
function hex(code: string): number {
  return parseInt(code, 16)
}

/** As the learner knows them. */
const known: { readonly [octet: number]: string } = { 10: '<LF>', 13: '<CR>', 26: '<SUB>' }
const fewest = 2
/** A line end, and what ends a quotation behind it. */
const ended = /<(?:CR|LF)>["'`\])}>]{0,2}\s*$/

/** Line ends written out in a way of the program's own: `AT+CPIN?<13>`, `'AT+CSQ'#13#10`, `\x0d\x0aOK\x0d\x0a`. */
export const spelledEnds: Wrapping = {
  open(lines) {
    const found = spellings.find(([form, octetOf]) => {
      const ends = lines.filter((line) => {
        const text = respelled(line, form, octetOf)
        return text !== line && ended.test(text) && isTheirs(text)
      })
      return ends.length >= fewest
    })
    return found && new Respelled(...found)
  },
}

function isTheirs(text: string): boolean {
  const [bare = ''] = text.split(/<(?:CR|LF)>/).filter((part) => part !== '')
  return isCommand(bare) || isFinal(bare) || isAnswer(bare) || coreOf(text) !== undefined
}

const respelled = (text: string, form: RegExp, octetOf: (code: string) => number) =>
  text.replace(form, (token, code: string) => known[octetOf(code)] ?? token)

class Respelled implements Unwrapper {
  readonly #form: RegExp
  readonly #octetOf: (code: string) => number

  constructor(form: RegExp, octetOf: (code: string) => number) {
    this.#form = form
    this.#octetOf = octetOf
  }
  line(text: string, end: string): readonly RawLine[] {
    return [[respelled(text, this.#form, this.#octetOf), end]]
  }
  finish(): readonly RawLine[] {
    return []
  }
}
