import type { Facts } from '../at/knowledge'
import { rungIds, type RungId } from '../modem/rungs'
import type { LogRow } from './row'

interface PppStage {
  readonly id: RungId
  readonly state: 'busy' | 'fine' | 'failure'
}

/** What a PPP frame, or pppd itself, says of how far the connection got. */
export function pppStage(row: LogRow): PppStage | undefined {
  const { name, facts = {} } = row.explanation ?? {}
  if (name === 'pppd' || name === 'manager' || name === 'CMUX') return pppdStage(facts)
  const { protocol, code } = facts
  switch (protocol) {
    case 'LCP':
      if (code === 'TermReq') return isHangUp(row) ? undefined : { id: 'ppp', state: 'failure' }
      // The end of what failed or was ended before.
      if (code === 'TermAck') return undefined
      return { id: 'ppp', state: 'busy' }
    case 'PAP':
    case 'CHAP':
      if (code === 'AuthNak' || code === 'Failure') return { id: 'ppp', state: 'failure' }
      return { id: 'ppp', state: code === 'AuthAck' || code === 'Success' ? 'fine' : 'busy' }
    case 'IPCP':
      // The modem agrees to the address we ask for.
      return { id: 'ip', state: code === 'ConfAck' && row.dir === 'rx' ? 'fine' : 'busy' }
    case 'IPV6': {
      const type = Number(facts['icmp_type'])
      // An address for the internet comes with a router's advertisement, not with IPV6CP.
      if (type === 134 && row.dir === 'rx') return { id: 'ip', state: 'fine' }
      if (aboutTheLink(type)) return undefined
      return { id: 'internet', state: row.dir === 'rx' ? 'fine' : 'busy' }
    }
    case 'IP':
      return { id: 'internet', state: row.dir === 'rx' ? 'fine' : 'busy' }
    default:
      return undefined
  }
}

/** This side ends the link, and gives no other reason than that somebody wanted it: what failed before has its own lines. */
export const isHangUp = ({ dir, text, explanation }: LogRow): boolean =>
  dir === 'tx' &&
  explanation?.facts['protocol'] === 'LCP' &&
  explanation.facts['code'] === 'TermReq' &&
  !/"(?!User request)/.test(text)

/** Groups, solicitations, neighbours: they say nothing of what is behind the link. */
const aboutTheLink = (icmpType: number) => (icmpType >= 130 && icmpType <= 137) || icmpType === 143

function pppdStage({ rung, state }: Facts): PppStage | undefined {
  const id = rungIds.find((one) => one === rung)
  if (id === undefined) return undefined
  return state === 'fine' || state === 'failure' ? { id, state } : { id, state: 'busy' }
}

/** The link is taken down behind whatever failed on it. */
export const endsLink = ({ text, explanation }: LogRow) =>
  text.startsWith('Connection terminated') ||
  (explanation?.facts['protocol'] === 'LCP' && explanation.facts['code'] === 'TermReq')

/** pppd was told to end, and says so to the other side. */
export const endsHere = ({ dir, text, explanation }: LogRow) =>
  explanation?.name === 'pppd'
    ? text.startsWith('Terminating on signal')
    : dir === 'tx' && explanation?.facts['code'] === 'TermReq' && /"User request"/.test(text)

/** ModemManager says “Simple connect started” before it waits for the network. */
export const begunAfterNetwork = ({ text, explanation }: LogRow) =>
  explanation?.name === 'manager' && !/simple connect started/i.test(text)
