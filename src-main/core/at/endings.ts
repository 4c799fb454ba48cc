/**
 * What ends a command besides the results of V.250 5.7, and what it says on the way. It is stated where the command is
 * described (its decoder); the engine, the log, `decode` and the wizard all read it from there.
 */
export interface Endings {
  /** A whole line that is its final result, with or instead of OK: `SHUT OK`, the bare address of AT+CIFSR. */
  readonly final?: RegExp
  /** What it prompts with before it takes a payload: `> `, `@`, `DOWNLOAD`, `CONNECT`. */
  readonly prompt?: string
  /** The line before the data that it reads, which is no result of a call: `CONNECT`. */
  readonly lead?: RegExp
  /**
   * Which of its parameters, from 0, says how many octets it takes after the prompt. Where it is left out, or the parameter is,
   * Ctrl-Z ends them.
   */
  readonly counts?: number
  /** The true result, a line that comes by itself after OK: `CONNECT OK`, `+CIPOPEN: 0,0`. */
  readonly second?: RegExp
  /** Where several such lines come, what the last of them looks like. */
  readonly last?: RegExp
  /** How long after OK the true result may take; 60 s unless said. */
  readonly secondMs?: number
}

/** What ends this command line; the catalogue hands it in. */
export type EndingsOf = (command: string) => Endings

export const usualEndings: Endings = {}

export const secondResultMs = 60_000

/** The line is the true result of a command whose OK came before. */
export function isSecond(endings: Endings, line: string): boolean {
  return endings.second?.test(line) ?? false
}

/** After this line no further result of the command comes. */
export function isLast(endings: Endings, line: string): boolean {
  return endings.last?.test(line) ?? isSecond(endings, line)
}
