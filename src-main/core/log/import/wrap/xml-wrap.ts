import { coreOf } from '../line-core'
import { takeStamp } from '../stamps'
import { isHtml, withoutEntities } from './html-wrap'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const attributeForm = /([\w.:-]{1,60})\s{0,8}=\s{0,8}(?:"([^"<]{0,4000})"|'([^'<]{0,4000})')/g
const head = /<([A-Za-z][\w.:-]{0,60})((?:\s+[^<>"'/=\s]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const cdata = '<![CDATA['
const cdataEnd = ']]>'
/** What says who speaks, beside an element or in one of its own. */
const direction =
  /^(?:tx|rx|in|out|send|sent|recv|received?|read|write|written|request|response|cmd|command|host|modem|dte|dce)$/i
const fewLeaves = 2

/** An element that goes on in lines below. */
interface OpenElement {
  readonly name: string
  readonly before: string
  readonly end: string
}

/**
 * A log in XML: an element a piece of what was said, with its time and side in attributes or in elements beside it, its text in
 * CDATA or not. Each becomes a line with those before it.
 */
class XmlLines implements Unwrapper {
  /** Names of elements that held something, with how often. */
  readonly leaves = new Map<string, number>()
  /** How many of them held a command or an answer. */
  said = 0
  readonly #known: ReadonlySet<string> | undefined
  #open: OpenElement | undefined
  #beside: string[] = []

  /** `known`: elements that stand for a side; others hold a log of their own. */
  constructor(known?: ReadonlySet<string>) {
    this.#known = known
  }

  line(text: string, end: string): readonly RawLine[] {
    const out: string[] = []
    let at = 0
    while (at < text.length) {
      if (this.#open) at = this.#inside(text, at, out)
      else at = this.#outside(text, at, out)
    }
    if (text === '' && this.#open) out.push(this.#open.before)
    return out.map((line): RawLine => [line, end])
  }
  finish(): readonly RawLine[] {
    return []
  }

  #inside(text: string, at: number, out: string[]): number {
    const { before, end, name } = this.#open ?? { before: '', end: '', name: '' }
    const to = text.indexOf(end, at)
    const content = text.slice(at, to < 0 ? text.length : to)
    if (to < 0 || content.trim() !== '') this.#say(name, before, content, end === cdataEnd, out)
    if (to < 0) return text.length
    this.#open = undefined
    return to + end.length
  }

  #outside(text: string, at: number, out: string[]): number {
    const from = text.indexOf('<', at)
    const loose = text.slice(at, from < 0 ? text.length : from)
    if (loose.trim() !== '') out.push(withoutEntities(loose.trim()))
    if (from < 0) return text.length
    head.lastIndex = from
    const match = head.exec(text)
    const [whole, name = '', attributes = '', closed] = match ?? []
    if (whole === undefined) return this.#mark(text, from, out)
    const told = this.#attributes(attributes)
    if (closed) {
      if (told.length > 0) this.#say(name, '', told.join(' '), true, out)
      return from + whole.length
    }
    return this.#element(text, from + whole.length, { name, told, whole }, out)
  }

  /** A closing tag, a declaration, a comment. */
  #mark(text: string, from: number, out: string[]): number {
    const comment = text.startsWith('<!--', from)
    const end = comment ? '-->' : '>'
    const to = text.indexOf(end, from + 1)
    const stop = to < 0 ? text.length : to + end.length
    if (comment) out.push(text.slice(from, stop))
    else if (text.startsWith('</', from)) this.#beside = []
    return stop
  }

  #element(
    text: string,
    at: number,
    { name, told, whole }: { name: string; told: string[]; whole: string },
    out: string[],
  ): number {
    const isCdata = text.startsWith(cdata, at)
    const start = isCdata ? at + cdata.length : at
    const to = text.indexOf(isCdata ? cdataEnd : '<', start)
    const content = text.slice(start, to < 0 ? text.length : to)
    const leaf = isCdata || to < 0 || text.startsWith(`</${name}`, to)
    if (!leaf || (to < 0 && !isCdata && content.trim() === '')) {
      // It holds others; what it says of itself holds for them.
      this.#beside = told.filter(isBeside)
      if (this.#beside.length < told.length || content.trim() !== '') out.push(`${whole}${content}`)
      return start + content.length
    }
    const before = this.#before(name, told)
    if (to < 0) {
      this.#open = { name, before, end: isCdata ? cdataEnd : `</${name}` }
      if (content !== '') this.#say(name, before, content, isCdata, out)
      return text.length
    }
    const closing = text.indexOf('>', isCdata ? to + cdataEnd.length : to)
    const stop = closing < 0 ? text.length : closing + 1
    if (told.length === 0 && isBeside(content.trim())) this.#beside.push(content.trim())
    else this.#say(name, before, content, isCdata, out)
    return stop
  }

  #say(name: string, before: string, content: string, asIs: boolean, out: string[]): void {
    const said = asIs ? content : withoutEntities(content)
    this.leaves.set(name, (this.leaves.get(name) ?? 0) + 1)
    if (!isHtml(name) && coreOf(said.trim()) !== undefined) this.said++
    out.push(`${before}${said}`)
  }

  #before(name: string, told: readonly string[]): string {
    const beside = [...this.#beside, ...told].toSorted(
      (a, b) => Number(isTime(b)) - Number(isTime(a)),
    )
    if (this.#known && !this.#known.has(name)) return beside.map((one) => `${one} `).join('')
    return `${[...beside, name].join(' ')}: `
  }

  #attributes(written: string): string[] {
    return [...written.matchAll(attributeForm)].map(([, name = '', double, single]) => {
      const value = withoutEntities(double ?? single ?? '')
      return isBeside(value) || coreOf(value) !== undefined ? value : `${name}=${value}`
    })
  }
}

const isTime = (text: string) => takeStamp(`${text} `).stamp !== undefined
const isBeside = (text: string) => direction.test(text) || (isTime(text) && text.length < 40)

export const xmlWrap: Wrapping = {
  open(lines) {
    if (!lines.some((line) => line.includes('</') || line.includes('/>'))) return undefined
    const trial = new XmlLines()
    for (const line of lines) trial.line(line, '\n')
    if (trial.said < fewLeaves) return undefined
    const often = [...trial.leaves].filter(([, times]) => times >= fewLeaves)
    return new XmlLines(new Set(often.map(([name]) => name)))
  },
}
