import { CommanderError } from 'commander'
import {
  errorWords,
  Fault,
  faultCode,
  harmlessJson,
  type FaultCode,
  type Language,
} from '@contract'
import { exits } from './exits'
import { languageOf } from './language'
import { hasWritten } from './output'
import { shown } from './shown'
import { printBeside } from './beside'

/** Faults of the one who calls: the modem was not asked. */
const wrongCall: ReadonlySet<FaultCode> = new Set([
  'macro-syntax',
  'adapter-name',
  'line-config',
  'board-invalid',
  'bad-input',
  'not-confirmed',
  'listen-refused',
  'output-exists',
  'data-folder',
  'window-missing',
  'port-name',
  'simulator-setting',
  'simulator-runs',
  'at-bad-command',
  'sms-number',
  'sms-text',
  'sms-pdu',
  'card-pin-form',
  'radio-bad-choice',
  'ussd-text',
  'voice-number',
  'http-bad-url',
])
/** Faults of what the command was to work with, beside those that are named for it (`port-…`). */
const outOfReach: ReadonlySet<FaultCode> = new Set([
  'soak-in-use',
  'host-unreachable',
  'host-lost',
  'host-refused',
  'output-failed',
  'read-only',
])

/** The exit code of what commander refuses or answers itself; undefined for any other error. */
export function usageExit(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined
  if (error.exitCode === 0) return exits.done
  sayAsJson('usage', error.message.replace(/^error: /, ''), [])
  return exits.usage
}

/** Says on standard error what failed and what to try, and gives the exit code for it. */
export function exitCode(error: unknown): number {
  const language = languageOf(process.argv)
  const code = faultCode(error)
  printBeside(`modem-bench: ${shown(explained(error, language), 'many')}`)
  if (error instanceof Fault)
    sayAsJson(
      error.code,
      errorWords(error)[language],
      error.row.tries.map((words) => words[language]),
    )
  else sayAsJson('internal', error instanceof Error ? error.message : String(error), [])
  if (code === undefined) return exits.refused
  if (code.endsWith('-cancelled')) return exits.stopped
  if (wrongCall.has(code)) return exits.usage
  if (outOfReach.has(code)) return exits.port
  return /^(?:port|micropython|mm|adapter|line)-/.test(code) ? exits.port : exits.refused
}

/** Who waits for JSON is told in JSON, too; what was printed before stands alone. */
function sayAsJson(code: string, message: string, tries: readonly string[]): void {
  if (!process.argv.includes('--json') || hasWritten()) return
  process.stdout.write(`${harmlessJson({ error: { code, message, tries } })}\n`)
}

function explained(error: unknown, language: Language): string {
  if (!(error instanceof Fault))
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const tries = error.row.tries.map((words) => `  - ${words[language]}`)
  return [errorWords(error)[language], ...tries].join('\n')
}
