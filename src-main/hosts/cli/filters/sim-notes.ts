import type { BytePort } from '@core/ports/byte-port'
import { printBeside } from '../beside'

/** What no octet tells goes to standard error. */
export function tellNotes(port: BytePort): void {
  port.onNote?.((words) => printBeside(`modem-bench: ${words.en}`))
}
