import { faultCode, type Fault } from '../fault'

/** What failed over a link, told by what ended the link where that is why it failed. */
export function becauseLost(error: unknown, lost: Fault | undefined): unknown {
  const code = faultCode(error)
  return lost && (code === 'ip-closed' || code === 'net-not-connected') ? lost : error
}
