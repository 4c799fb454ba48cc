import { createInterface } from 'node:readline'

/** Whether `keep` is typed or piped in this time. Any other line, the end of the input or Ctrl-C is a no. */
export async function keepTyped(withinMs: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false
  const lines = createInterface({ input: process.stdin })
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs)
      lines.once('line', (line) => resolve(line.trim().toLowerCase() === 'keep'))
      lines.once('close', () => resolve(false))
      signal.addEventListener('abort', () => resolve(false), { once: true })
      lines.once('line', () => clearTimeout(timer))
      lines.once('close', () => clearTimeout(timer))
    })
  } finally {
    lines.close()
  }
}
