import { bytesOf, concat } from '@core/bytes'

/** One step of a MicroCat.1 log: a command the author's program sent, or the chunks that one read after another brought. */
export interface SeedChunk {
  readonly direction: 'tx' | 'rx'
  readonly bytes: Uint8Array
  /** The command without its line end; rx: what came. */
  readonly text: string
}

/**
 * Reads the logs of MicroPython's `debug=True`: a command stands bare on its line (or after `[CMD] label -> `), each read is
 * a `b'…'` literal; comments, the prompt, and what the script itself printed are passed over.
 */
export function parseSeedLog(log: string): SeedChunk[] {
  const chunks: SeedChunk[] = []
  for (const line of log.split('\n')) {
    const read = /^b'(.*)'$/.exec(line)
    const sent = /^(?:\[CMD\] .* -> )?(AT.*)$/.exec(line)
    if (read) chunks.push(chunk('rx', unescaped(read[1] ?? '')))
    else if (sent) chunks.push(chunk('tx', sent[1] ?? ''))
  }
  return chunks
}

/** Everything the modem sent, in one piece. */
export function received(chunks: readonly SeedChunk[]): Uint8Array {
  return concat(chunks.filter((one) => one.direction === 'rx').map((one) => one.bytes))
}

function chunk(direction: 'tx' | 'rx', text: string): SeedChunk {
  return { direction, text, bytes: bytesOf(text) }
}

function unescaped(literal: string): string {
  return literal.replace(/\\(x[0-9a-f]{2}|.)/g, (_, code: string) => {
    if (code === 'r') return '\r'
    if (code === 'n') return '\n'
    if (code === 't') return '\t'
    return code.startsWith('x') ? String.fromCharCode(parseInt(code.slice(1), 16)) : code
  })
}
