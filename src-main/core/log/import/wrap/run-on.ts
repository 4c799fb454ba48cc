import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** As syslog, ISO 8601 and Zephyr write a time before a line; somebody's page took the line ends out between them. */
const times = [
  /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d\d:\d\d:\d\d /g,
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g,
  /\[\d\d:\d\d:\d\d\.\d{3}(?:,\d{3})?\]/g,
] as const

/** quectel-CM's, which no other program writes. */
const ofQuectel = /\[\d\d-\d\d_\d\d:\d\d:\d\d:\d{3}\] /g

/** Behind such a time a terminal says the direction, so that two of them are enough, in Chinese too (fa, shou): `[10:24:02.368]TX AT [10:24:02.370]RX OK`. */
const marked =
  /\[\d\d:\d\d:\d\d\.\d{3}\] ?(?:\u53d1→|\u6536←|→|←|<<|>>|TX\b|RX\b|(?:Send|Sent|Recv|Received|OUT|IN)\b)/gi

const fewTimes = 3
const fewMarked = 2
/** What is longer is no page of text. */
const longest = 1_000_000

function timeOf(line: string): RegExp | undefined {
  if (line.length > longest) return undefined
  const sure = [marked, ofQuectel].find((form) => (line.match(form)?.length ?? 0) >= fewMarked)
  if (sure) return sure
  return times.find((form) => (line.match(form)?.length ?? 0) >= fewTimes)
}

/** The whole of a log on one line, each of its lines with a time: they are told apart by it. */
export const runOn: Wrapping = {
  open: (lines) => (lines.some((line) => timeOf(line) !== undefined) ? apart : undefined),
}

const apart: Unwrapper = {
  line(text, end): RawLine[] {
    const form = timeOf(text)
    if (!form) return [[text, end]]
    const starts = [...text.matchAll(form)].map(({ index }) => index)
    const [first = 0] = starts
    const cuts = first > 0 ? [0, ...starts] : starts
    return cuts.map((from, at) => [text.slice(from, cuts[at + 1]).trimEnd(), end])
  },
  finish: () => [],
}
