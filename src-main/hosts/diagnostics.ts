import { pino, type DestinationStream, type Logger } from 'pino'
import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'

/**
 * The host's own log, on standard error: what went wrong in the program, never what a modem said. Words of an error may repeat
 * it all the same, and the journal of the system is read by more people than ours: so they are masked.
 */
export function diagnostics(name: string): Logger {
  return diagnosticsTo(name, pino.destination({ dest: 2, sync: true }))
}

/** The same, with what it said lately kept to be handed on. */
export function keptDiagnostics(
  name: string,
  most = 500,
): { log: Logger; said: readonly string[] } {
  const stderr = pino.destination({ dest: 2, sync: true })
  const said: string[] = []
  const write = (line: string) => {
    said.push(line)
    if (said.length > most) said.shift()
    stderr.write(line)
  }
  return { log: diagnosticsTo(name, { write }), said }
}

export function diagnosticsTo(name: string, destination: DestinationStream): Logger {
  const redactor = new Redactor({ knowledge })
  return pino(
    {
      name,
      level: process.env['MODEM_BENCH_LOG'] ?? 'warn',
      serializers: {
        error: (error: unknown) =>
          maskedIn(error instanceof Error ? pino.stdSerializers.err(error) : error, redactor),
      },
      hooks: {
        logMethod(args, method) {
          // The first is an object or the words, the others are words.
          const masked = args.map((arg: unknown) => maskedIn(arg, redactor)) as typeof args
          method.apply(this, masked)
        },
      },
    },
    destination,
  )
}

const deepest = 5

/** The same with every text in it masked; an error is left to its serializer. */
function maskedIn(value: unknown, redactor: Redactor, depth = 0): unknown {
  if (typeof value === 'string')
    return value
      .split('\n')
      .map((line) => redactor.text(line))
      .join('\n')
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (depth >= deepest) return undefined
  if (Array.isArray(value)) return value.map((one) => maskedIn(one, redactor, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, maskedIn(one, redactor, depth + 1)]),
  )
}
