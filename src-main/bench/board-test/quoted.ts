import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'

/**
 * A command and the lines of its answer as a result may show them: results go to build servers and onto labels, so who the modem
 * and the SIM are, and what opens something, stand there by name (IMEI-1, PASSWORD-1). The octets are in the journal.
 */
export function quotedExchange(command: string, lines: readonly string[]): string {
  const redactor = new Redactor({ knowledge })
  const shown = (row: Pick<LogRow, 'dir' | 'kind' | 'text' | 'explanation' | 'command'>): string =>
    redactor.row({ id: 0, slot: 'a', atMs: 0, monoUs: 0, ...row }).text
  const sent = shown({
    dir: 'tx',
    kind: 'command',
    text: command,
    explanation: knowledge.command(command),
  })
  const heard = lines.map((text) => {
    const explanation = knowledge.line(text, { command })
    return shown({ dir: 'rx', kind: 'answer', text, command, explanation })
  })
  return `${sent} → ${heard.join(' | ')}`
}

/** So many rows before a line may say what it is: the head of a message, of a key. */
export const rowsOfContext = 50

/** The last of some rows of the log, likewise. */
export function quotedRow(rows: readonly LogRow[]): string {
  const redactor = new Redactor({ knowledge })
  return rows.map((row) => redactor.row(row).text).at(-1) ?? ''
}
