import { createInterface } from 'node:readline'
import { harmless } from '@contract'
import { interrupt } from './stop-signals'

export type Answered = 'yes' | 'no' | 'none'

/** There is one person, who is asked one thing after the other. */
let turn: Promise<unknown> = Promise.resolve()

/** Asks on the terminal until the answer is yes or no. `none`: its input ended (Ctrl-D); undefined: the signal came first. */
export function askYesNo(question: string, signal: AbortSignal): Promise<Answered | undefined> {
  const mine = turn.then(() => (signal.aborted ? undefined : typed(question, signal)))
  turn = mine
  return mine
}

function typed(question: string, signal: AbortSignal): Promise<Answered | undefined> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    const over = (answer?: Answered) => {
      signal.removeEventListener('abort', stop)
      resolve(answer)
      terminal.close()
    }
    const stop = () => over()
    signal.addEventListener('abort', stop, { once: true })
    terminal.on('close', () => over('none'))
    // Ctrl-C is the command's, which ends in order; the question goes with it, by the signal.
    terminal.on('SIGINT', interrupt)
    const ask = () =>
      terminal.question(`? ${harmless(question)} [y/n] `, (text) => {
        if (/^y(es)?$/i.test(text.trim())) over('yes')
        else if (/^no?$/i.test(text.trim())) over('no')
        else ask()
      })
    ask()
  })
}
