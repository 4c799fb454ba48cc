import { complain } from './complain'
import { fileReason } from '../file-fault'
import { Fault, harmless, harmlessJson } from '@contract'
import { exits } from './exits'
import { isEnding } from './stop-signals'

/**
 * One line on standard output; resolves when it is written, so that a filter neither grows nor loses lines. Most lines hold
 * what a modem or the network said: nothing of that acts on the terminal.
 */
export function print(line: string): Promise<void> {
  return write(`${harmless(line)}\n`)
}

const outputFault = (error: Error) =>
  new Fault('output-failed', fileReason(error), { cause: error })

/** Errors that the one who wrote was told of. */
const toldByWrite = new WeakSet<Error>()

let written = false
/** Whether anything was put on standard output. */
export const hasWritten = (): boolean => written

/** A piece of a longer output, as it is: who makes it takes care of what acts on a terminal. */
export function write(text: string | Uint8Array): Promise<void> {
  written = true
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && !readerIsGone(error)) {
        toldByWrite.add(error)
        reject(outputFault(error))
      } else resolve()
    })
  })
}

/** One JSON object on a line. */
export function printJson(value: unknown): Promise<void> {
  return print(harmlessJson(value))
}

// A terminal that was closed answers EIO.
const readerIsGone = (error: Error) =>
  'code' in error && (error.code === 'EPIPE' || error.code === 'EIO')

/**
 * A reader that went away (`| head`) ends the command as it ends any other filter; one that holds a modem ends as with
 * Ctrl-C, so that the call does not stay. Without this, what the help writes would end in a stack trace.
 */
export function endWithReader(): void {
  let told = false
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: Error) => {
      if (told) return
      told = true
      if (!readerIsGone(error)) {
        // As on a full disk: who writes next is told by the write itself; what nobody waits for is told here.
        if (!toldByWrite.has(error)) complain(outputFault(error).said)
        process.exitCode = exits.refused
      }
      if (!isEnding() && !process.emit('SIGINT')) process.exit(process.exitCode ?? 0)
    })
}
