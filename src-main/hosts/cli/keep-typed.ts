import { createInterface } from 'node:readline'

/** `keep` was typed, something else was, the input has ended, the time was over, or the command is to end. */
export type KeepAnswer = 'keep' | 'other' | 'ended' | 'late' | 'stopped'

/** What comes in this time: `keep`, typed or piped in, is a yes, and everything else a no. */
export async function keepTyped(withinMs: number, signal: AbortSignal): Promise<KeepAnswer> {
  if (signal.aborted) return 'stopped'
  const lines = createInterface({ input: process.stdin })
  try {
    return await new Promise<KeepAnswer>((resolve) => {
      const timer = setTimeout(() => resolve('late'), withinMs)
      lines.once('line', (line) => resolve(line.trim().toLowerCase() === 'keep' ? 'keep' : 'other'))
      lines.once('close', () => resolve('ended'))
      signal.addEventListener('abort', () => resolve('stopped'), { once: true })
      lines.once('line', () => clearTimeout(timer))
      lines.once('close', () => clearTimeout(timer))
    })
  } finally {
    lines.close()
  }
}
