import type { ModemProfile } from '../modem/profile'
import { quoted, wordsOf } from '../words'
import type { ContextRole, PdpContext } from './context'
import { attachesWithContext1, initialContext, callRunsOnIt } from './words'

/** The first EPS bearer identity there is (24.007, 11.2.3.1.5): the network gives it to the attach. */
const firstBearer = 5

interface Situation {
  /** What AT+CEREG? says: registered in EPS; null: the modem does not know the command. */
  readonly inEps: boolean | null
  readonly profile: Pick<ModemProfile, 'attachUsesContext1' | 'name'> | undefined
  /** The context of the call that runs over this console. */
  readonly dialled: number | null
}
type Row = Omit<PdpContext, 'roles'>

/** Which context has the initial EPS bearer and which the data call; with none that is sure, no row has the role. */
export function withRoles(rows: readonly Row[], situation: Situation): readonly PdpContext[] {
  const attach = attachOf(rows, situation)
  return rows.map((row) => ({
    ...row,
    roles: [
      ...(attach?.cid === row.cid ? [attach.role] : []),
      ...(situation.dialled === row.cid ? [dataRole] : []),
    ],
  }))
}

function attachOf(
  rows: readonly Row[],
  { inEps, profile }: Situation,
): { readonly cid: number; readonly role: ContextRole } | undefined {
  // Before LTE there is no bearer without a call.
  if (inEps === null) return undefined
  const found = (row: Row | undefined, why: ContextRole['why']) =>
    row && { cid: row.cid, role: { kind: 'attach', why } as const }
  // u-blox shows the bearer of cid 0 under another number, too: what is written to 0 is what the next attach uses.
  const initial = rows.find(({ cid }) => cid === 0)
  if (initial) return found(initial, initialContext)
  const byBearer = inEps ? rows.find(({ bearer }) => bearer === firstBearer) : undefined
  if (byBearer) return found(byBearer, wordsOf(quoted('+CGCONTRDP: EPS bearer 5')))
  if (!profile?.attachUsesContext1) return undefined
  return found(
    rows.find(({ cid }) => cid === 1),
    attachesWithContext1(profile.name),
  )
}
const dataRole: ContextRole = { kind: 'data', why: callRunsOnIt }
