import { Fault, type FaultCode } from '@core/fault'
import type { Words } from '@core/words'
import type { LpacResult } from './lpac-session'
import { lpacReasons, lpacSaid } from './words'

/** Why lpac ended: the step that failed tells whose no it was. */
export function lpacFault({ message, data }: LpacResult): Fault {
  const why = typeof data === 'string' ? data : ''
  const { code, words } = whose(message, why)
  const step = [message, why].filter(Boolean).join(': ').slice(0, mostShown)
  return new Fault(code, lpacSaid(step, words))
}
const mostShown = 200

function whose(step: string, why: string): { readonly code: FaultCode; readonly words?: Words } {
  if (/confirmation/i.test(`${step} ${why}`)) return { code: 'esim-confirmation' }
  const reason = lpacReasons.find(({ seen }) => seen.test(why))
  if (step.startsWith('es10b_load_bound_profile_package'))
    return { code: 'esim-install', ...(reason && { words: reason.words }) }
  if (/^(?:es9p|es11|smdp)/.test(step))
    return { code: 'esim-server', ...(reason && { words: reason.words }) }
  return { code: step.startsWith('es10') ? 'esim-refused' : 'esim-lpac' }
}
