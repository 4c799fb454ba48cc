import { createInterface } from 'node:readline/promises'
import { harmless } from '@contract'

/** There is one person, who is asked one thing after the other. */
let turn: Promise<unknown> = Promise.resolve()

/** Asks on the terminal until the answer is yes or no; undefined: the signal came first. */
export function askYesNo(question: string, signal: AbortSignal): Promise<'yes' | 'no' | undefined> {
  const mine = turn.then(() => (signal.aborted ? undefined : typed(question, signal)))
  turn = mine.catch(() => undefined)
  return mine
}

async function typed(question: string, signal: AbortSignal): Promise<'yes' | 'no' | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    for (;;) {
      const text = await terminal.question(`? ${harmless(question)} [y/n] `, { signal })
      if (/^y(es)?$/i.test(text.trim())) return 'yes'
      if (/^no?$/i.test(text.trim())) return 'no'
    }
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  } finally {
    terminal.close()
  }
}
