import type { RungId } from '../modem/slot-state'
import type { LogRow } from './row'

/** What a PPP frame says of how far the connection got. */
export function pppStage(
  row: LogRow,
): { id: RungId; state: 'busy' | 'fine' | 'failure' } | undefined {
  const { protocol, code } = row.explanation?.facts ?? {}
  switch (protocol) {
    case 'LCP':
      if (code === 'TermReq') return { id: 'ppp', state: 'failure' }
      return { id: 'ppp', state: 'busy' }
    case 'PAP':
    case 'CHAP':
      if (code === 'AuthNak' || code === 'Failure') return { id: 'ppp', state: 'failure' }
      return { id: 'ppp', state: code === 'AuthAck' || code === 'Success' ? 'fine' : 'busy' }
    case 'IPCP':
      // The modem agrees to the address we ask for.
      return { id: 'ip', state: code === 'ConfAck' && row.dir === 'rx' ? 'fine' : 'busy' }
    case 'IP':
      return { id: 'internet', state: row.dir === 'rx' ? 'fine' : 'busy' }
    default:
      return undefined
  }
}
