import { harmless } from '@contract'

/** A line on standard error. What a modem, a file or another program said in it does not act on the terminal. */
export function printBeside(line: string): void {
  process.stderr.write(`${harmless(line)}\n`)
}
