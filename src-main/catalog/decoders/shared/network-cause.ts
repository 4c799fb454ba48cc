import type { Explanation, NetworkCause } from '@core/at/knowledge'
import { emmCause, esmCause, fivegmmCause, gmmCause, mmCause, type Cause } from './causes'
import { layeredSession, namedSession, numberedSession } from './report-cause'

const tables: Readonly<Record<string, typeof emmCause>> = {
  '+CREG': mmCause,
  '+CGREG': gmmCause,
  '+C5GREG': fivegmmCause,
}

/** The network's cause in a line that was explained: of a registration (+CEREG …), or of the report of the last failure (+CEER). */
export function networkCauseOf({ name, facts }: Explanation): NetworkCause | undefined {
  const { reject_cause: code, cause_type: type, report } = facts
  // <cause_type> 1 is a manufacturer's own number.
  if (typeof code === 'number' && type !== 1) return told('emm', (tables[name] ?? emmCause)(code))
  if (name !== '+CEER' || typeof report !== 'string') return undefined
  return told(
    'esm',
    namedSession(report) ?? layeredSession(report) ?? numbered(report) ?? numberedSession(report),
  )
}

/** `cause 33`, `ESM cause: 27` inside a sentence. */
function numbered(report: string): Cause | undefined {
  const code = /\bcause[^\d·]{0,12}(\d{1,3})\b/i.exec(report)?.[1]
  return code === undefined ? undefined : esmCause(Number(code))
}

function told(kind: NetworkCause['kind'], cause: Cause | undefined): NetworkCause | undefined {
  if (!cause?.fix) return undefined
  const { code, meaning, fix } = cause
  return { kind, code, meaning, fix }
}
