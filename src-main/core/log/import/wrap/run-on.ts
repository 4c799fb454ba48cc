import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** As syslog, ISO 8601 and Zephyr write a time before a line; somebody's page took the line ends out between them. */
const times = [
  /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d\d:\d\d:\d\d /g,
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g,
  /\[\d\d:\d\d:\d\d\.\d{3}(?:,\d{3})?\]/g,
] as const

const fewTimes = 3
/** What is longer is no page of text. */
const longest = 1_000_000

function timeOf(line: string): RegExp | undefined {
  if (line.length > longest) return undefined
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
