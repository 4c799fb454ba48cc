import { Fault } from '../fault'
import type { PortEnd } from '../ports/byte-port'
import { labelled } from '../words'

const codes = { gone: 'port-gone', failed: 'port-failed', closed: 'port-closed' } as const

/** Why nothing goes on with a port: how it ended, and which one it was where there may be several. */
export function portFault(end: PortEnd, label?: string): Fault {
  const detail = label === undefined ? end.detail : labelled(label, end.detail)
  return new Fault(codes[end.reason], detail)
}
