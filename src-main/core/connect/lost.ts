import type { Fault } from '../fault'
import type { Mode } from '../modem/mode'
import type { ConnectState, StepId } from './connect-state'
import { failedVerdict } from './verdict'

/**
 * A connection that stood and is gone: the step it stood on fails, and the verdict says what ended it. Unchanged when
 * there was no connection.
 */
export function lostConnection(
  connect: ConnectState,
  fault: Fault,
  now: { readonly nowMs: number; readonly mode: Mode },
): ConnectState {
  if (connect.state !== 'connected') return connect
  const step: StepId = fault.code.startsWith('port-') ? 'port' : 'ppp'
  const verdict = failedVerdict({
    step,
    fault,
    seen: fault.detail === '' ? [] : [fault.said],
    ms: connect.startedMs === null ? 0 : now.nowMs - connect.startedMs,
    mode: now.mode,
    dns: [],
  })
  return {
    ...connect,
    state: 'failed',
    verdict,
    steps: connect.steps.map((row) =>
      row.id === step ? { ...row, state: 'failed', words: verdict.meaning } : row,
    ),
  }
}
