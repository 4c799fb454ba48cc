import type { BytePort } from '@core/ports/byte-port'

/** What no octet tells goes to standard error. */
export function tellNotes(port: BytePort): void {
  port.onNote?.((words) => process.stderr.write(`modem-bench: ${words.en}\n`))
}
