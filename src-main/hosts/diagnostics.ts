import { pino, type Logger } from 'pino'

/** The host's own log, on standard error: what went wrong in the program, never what a modem said. */
export function diagnostics(name: string): Logger {
  return pino(
    {
      name,
      level: process.env['MODEM_BENCH_LOG'] ?? 'warn',
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
