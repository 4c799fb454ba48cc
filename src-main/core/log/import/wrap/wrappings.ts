import { bracketLines } from './bracket-lines'
import { countBehind } from './count-behind'
import { countedBrackets } from './counted-brackets'
import { csvWrap } from './csv-wrap'
import { doubleSpaced } from './double-spaced'
import { dotted } from './dotted'
import { espruino } from './espruino'
import { handledLength } from './handled-length'
import { htmlWrap } from './html-wrap'
import { joined } from './joined'
import { jsonWrap } from './json-wrap'
import { listWrap } from './list-wrap'
import { marginWrap } from './margin-wrap'
import { niTrace } from './ni-trace'
import { nodeBuffer } from './node-buffer'
import { outerMargin } from './outer-margin'
import { newestFirst } from './newest-first'
import { runOn } from './run-on'
import { pairs } from './pairs'
import { pieces } from './pieces'
import { pythonDict } from './python-dict'
import { quotedPrintable } from './quoted-printable'
import { rustResult } from './rust-result'
import { shellPrompt } from './shell-prompt'
import { shellTrace } from './shell-trace'
import { singleOctets } from './single-octets'
import { softBreaks } from './soft-breaks'
import { toldDirectly } from './told-behind'
import { twoSides } from './two-sides'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'
import { spelledEnds } from './spelled-ends'
import { percentWrap } from './percent-wrap'
import { rtfWrap } from './rtf-wrap'
import { sqlRows } from './sql-rows'
import { notebook } from './notebook'
import { shownEnds } from './shown-ends'
import { markupTags } from './markup-tags'
import { unendedPrint } from './unended-print'
import { xmlWrap } from './xml-wrap'

/** The outermost first. */
const wrappings: readonly Wrapping[] = [
  quotedPrintable,
  outerMargin,
  markupTags,
  shownEnds,
  countBehind,
  rtfWrap,
  notebook,
  percentWrap,
  doubleSpaced,
  nodeBuffer,
  jsonWrap,
  csvWrap,
  sqlRows,
  spelledEnds,
  niTrace,
  xmlWrap,
  htmlWrap,
  runOn,
  pieces,
  unendedPrint,
  dotted,
  joined,
  twoSides,
  marginWrap,
  newestFirst,
  singleOctets,
  listWrap,
  pairs,
  shellTrace,
  shellPrompt,
  rustResult,
  countedBrackets,
  handledLength,
  espruino,
  bracketLines,
  pythonDict,
  softBreaks,
  toldDirectly,
]

/** What takes off what was put around these lines, one after the other; each call makes one anew, without judging the lines again. */
export function unwrapperOf(lines: readonly string[]): () => Unwrapper | undefined {
  const around: (readonly [wrapping: Wrapping, inside: readonly string[]])[] = []
  let inside = lines
  for (const wrapping of wrappings) {
    const trial = wrapping.open(inside)
    if (!trial) continue
    around.push([wrapping, inside])
    inside = all(trial, inside)
  }
  return () => opened(around.flatMap(([wrapping, judged]) => wrapping.open(judged) ?? []))
}

const opened = (layers: readonly Unwrapper[]) =>
  layers.length === 0 ? undefined : new Layers(layers)

function all(unwrapper: Unwrapper, lines: readonly string[]): string[] {
  const out = lines.flatMap((line) => [...unwrapper.line(line, '\n')])
  return [...out, ...unwrapper.finish()].map(([line]) => line)
}

class Layers implements Unwrapper {
  readonly #layers: readonly Unwrapper[]

  constructor(layers: readonly Unwrapper[]) {
    this.#layers = layers
  }

  line(text: string, end: string): readonly RawLine[] {
    return this.#from(0, [[text, end]])
  }
  finish(): readonly RawLine[] {
    let lines: readonly RawLine[] = []
    this.#layers.forEach((layer, at) => {
      lines = [...lines, ...this.#from(at + 1, layer.finish())]
    })
    return lines
  }

  #from(at: number, lines: readonly RawLine[]): readonly RawLine[] {
    let inside = lines
    for (const layer of this.#layers.slice(at))
      inside = inside.flatMap(([text, end]) => layer.line(text, end))
    return inside
  }
}
