import { coreOf } from '../line-core'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const tag =
  /<\/?(?:!doctype|html|head|body|title|meta|pre|code|span|div|section|article|p|br|hr|b|i|u|em|strong|font|td|tr|th|table|tbody|li|ul|ol|a|blockquote|tt|samp|kbd)\b[^<>]{0,300}>/gi
const breaks = /<(?:br|hr|p|\/p|\/div|\/li|\/tr|\/pre|pre|\/blockquote)\b[^<>]{0,100}>/gi
/** Two cells of a row are two things that were said. */
const cell = /<\/t[dh]>\s{0,40}<t[dh]\b[^<>]{0,100}>/gi
const entity = /&(lt|gt|quot|amp|nbsp|apos|#\d{1,5}|#x[0-9a-f]{1,4});/gi
const fence = /^\s*<(?:pre|code)\b[^<>]{0,100}>/i
const letterEntity = /&(?:quot|gt|lt|amp);/
const letters: { readonly [name: string]: string } = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: ' ',
  apos: "'",
}

/** Whether an element of this name is one of HTML that stands around a log. */
export const isHtml = (name: string): boolean => `<${name}>`.replace(tag, '') === ''

/** A log that was copied from the source of a web page or out of a mail in HTML. */
export const htmlWrap: Wrapping = {
  open(lines) {
    const touched = lines.filter((line) => line.includes('<') || line.includes('&'))
    const inside = touched.flatMap((line) => unwrapper.line(line, '\n').map(([text]) => text))
    // A page that a modem fetched has marks too, but no exchange between them.
    const more = count(inside) > count(touched)
    const fenced = touched.some((line) => fence.test(line)) && count(inside) > 0
    return more || fenced || touched.some((line) => coreOf(line) && letterEntity.test(line))
      ? unwrapper
      : undefined
  },
}

function count(lines: readonly string[]): number {
  return lines.filter((line) => coreOf(line) !== undefined).length
}

const unwrapper: Unwrapper = {
  line: (text, end) => {
    const parts = text.split(breaks)
    // What only held marks was no line of the log.
    const shown = parts.map(plain).filter((line, at) => line.trim() !== '' || parts[at] === text)
    return shown.map((line): RawLine => [line, end])
  },
  finish: () => [],
}

function plain(part: string): string {
  return withoutEntities(part.replace(cell, '\t').replace(tag, ''))
}

/** `&quot;` is a quote, `&#13;` a carriage return. */
export const withoutEntities = (text: string): string => text.replace(entity, letterOf)

function letterOf(all: string, name: string): string {
  const number = /^#(x?)(.+)$/i.exec(name)
  if (number) return String.fromCharCode(parseInt(number[2] ?? '', number[1] ? 16 : 10))
  return letters[name.toLowerCase()] ?? all
}
