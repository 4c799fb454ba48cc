import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'

/**
 * The name of a port as it may leave: one of a simulated modem holds logins, one of a device its serial number, which may be an
 * IMEI. The same name is always shown in the same way, so that no series of figures ends when the program is started anew.
 */
export function shownPort(path: string): string {
  const before = shown.get(path)
  if (before !== undefined) return before
  const text = new Redactor({ knowledge }).text(path)
  if (shown.size >= mostKept) shown.clear()
  shown.set(path, text)
  return text
}

// Figures are asked every few seconds, and a bench has two ports.
const shown = new Map<string, string>()
const mostKept = 64
