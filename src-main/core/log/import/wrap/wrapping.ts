/** A line and its line end, as they stood in the file. */
export type RawLine = readonly [line: string, end: string]

/** Gives back the lines that were wrapped; one line of the file may be several of the log, or none yet. */
export interface Unwrapper {
  line(text: string, end: string): readonly RawLine[]
  /** What was held back. */
  finish(): readonly RawLine[]
}

/** What a log went through on its way here: a log service, a web page, a page of paper. */
export interface Wrapping {
  /** The unwrapper for this log, judged by its first lines; nothing when they are not wrapped in it. */
  open(lines: readonly string[]): Unwrapper | undefined
}
