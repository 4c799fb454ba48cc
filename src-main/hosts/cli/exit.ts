import { CommanderError } from 'commander'
import { errorWords, Fault, faultCode } from '@contract'
import { languageOf } from './language'
import { shown } from './shown'

/** 0 done, 1 the modem said no, 2 the call was wrong, 3 the port cannot be used. */
export const exits = { done: 0, refused: 1, usage: 2, port: 3 } as const

/** The exit code of what commander refuses or answers itself; undefined for any other error. */
export function usageExit(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined
  return error.exitCode === 0 ? exits.done : exits.usage
}

/** Says on standard error what failed and what to try, and gives the exit code for it. */
export function exitCode(error: unknown): number {
  const code = faultCode(error)
  process.stderr.write(`modem-bench: ${shown(explained(error), 'many')}\n`)
  if (code === 'macro-syntax') return exits.usage
  if (
    code === 'soak-in-use' ||
    code === 'host-unreachable' ||
    code === 'host-refused' ||
    code === 'output-failed' ||
    code === 'read-only'
  )
    return exits.port
  if (code === 'adapter-name' || code === 'line-config' || code === 'board-invalid')
    return exits.usage
  if (
    code === 'bad-input' ||
    code === 'not-confirmed' ||
    code === 'listen-refused' ||
    code === 'output-exists' ||
    code === 'data-folder' ||
    code === 'window-missing' ||
    code === 'port-name' ||
    code === 'simulator-setting' ||
    code === 'at-bad-command' ||
    code === 'sms-number' ||
    code === 'sms-text' ||
    code === 'sms-pdu' ||
    code === 'card-pin-form' ||
    code === 'ussd-text' ||
    code === 'http-bad-url'
  )
    return exits.usage
  return /^(?:port|micropython|mm|adapter|line)-/.test(code ?? '') ? exits.port : exits.refused
}

function explained(error: unknown): string {
  if (!(error instanceof Fault))
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const language = languageOf(process.argv)
  const tries = error.row.tries.map((words) => `  - ${words[language]}`)
  return [errorWords(error)[language], ...tries].join('\n')
}
