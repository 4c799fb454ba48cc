import type { RawLine, Unwrapper, Wrapping } from './wrapping'

/** A line of ESP-IDF's log. */
const logged = /^[EWIDV] \(\d{1,12}\) \S/
/** The same right behind the dots of a program that waits: `Waiting for the modem....I (1748) [PPPOS CLIENT]: `. */
const behindDots = /(?<=\.)[EWIDV] \(\d{1,12}\) (?=\S)/

/** A program printed without a line end, and its logger went on behind it. */
export const unendedPrint: Wrapping = {
  open: (lines) =>
    lines.some((line) => logged.test(line)) && lines.some((line) => behindDots.test(line))
      ? unwrapper
      : undefined,
}

const unwrapper: Unwrapper = {
  line(text, end): readonly RawLine[] {
    const at = logged.test(text) ? -1 : text.search(behindDots)
    return at < 0
      ? [[text, end]]
      : [
          [text.slice(0, at), end],
          [text.slice(at), end],
        ]
  },
  finish: () => [],
}
