import type { LogRow } from '../../log/row'

/** What a log tells of a data call: enough to put a network behind its CONNECT that treats the host alike. */
export interface RecordedCall {
  /** What PPP insisted on. `either`: the log does not say. */
  readonly demand: 'pap' | 'chap' | 'none' | 'either'
  /** The network refused the name and password. */
  readonly refused: boolean
  /** The modem's words when the call was over. */
  readonly endLines: readonly string[]
  /** The call was ended by modem or network so long after CONNECT; undefined: by the host, or not at all. */
  readonly endedAfterMs?: number
}

const callEnd = /^(NO CARRIER|BUSY|NO ANSWER|\+PPPD: DISCONNECTED|\+CGEV: .*DEACT.*)$/

/** `rows` are those behind CONNECT, of the same slot. */
export function callIn(rows: readonly LogRow[], from: { readonly atUs: number }): RecordedCall {
  const first = rows.findIndex(({ dir, text }) => dir === 'rx' && callEnd.test(text))
  const commandAt = rows.findIndex(({ kind }) => kind === 'command')
  const over = first >= 0 && (commandAt < 0 || first < commandAt || leaves(rows[commandAt]))
  const before = first < 0 ? rows : rows.slice(0, first)
  const hostLeft = before.some((row) => row.dir === 'tx' && (hangsUp(row) || leaves(row)))
  const end = over ? rows[first] : undefined
  return {
    ...demandIn(rows),
    endLines: over ? endLinesIn(rows.slice(first)) : [],
    ...(end && !hostLeft && end.timed !== 'none'
      ? { endedAfterMs: Math.max(0, (end.monoUs - from.atUs) / 1000) }
      : {}),
  }
}

/** The host's goodbye. */
function hangsUp({ kind, text }: LogRow): boolean {
  return kind === 'ppp' && /^LCP TermReq/.test(text)
}
/** The way to AT commands before the call is over. */
function leaves(row: LogRow | undefined): boolean {
  return row?.kind === 'command' && /^(\+\+\+|ATH)/i.test(row.text)
}

function endLinesIn(rows: readonly LogRow[]): string[] {
  const lines: string[] = []
  for (const { kind, dir, text } of rows) {
    if (dir === 'note' || kind === 'ppp' || kind === 'noise') continue
    if (dir === 'tx' || !callEnd.test(text)) break
    lines.push(text)
  }
  return lines
}

function demandIn(rows: readonly LogRow[]): Pick<RecordedCall, 'demand' | 'refused'> {
  const frames = rows.filter(({ kind }) => kind === 'ppp')
  const asked = frames.findLast(({ dir, text }) => dir === 'rx' && /^LCP ConfReq/.test(text))
  const refused = frames.some(
    ({ dir, text }) => dir === 'rx' && /^(PAP AuthNak|CHAP Failure)/.test(text),
  )
  if (!asked) return { demand: 'either', refused }
  const way = /auth=(pap|chap)/i.exec(asked.text)?.[1]?.toLowerCase()
  return { demand: way === 'pap' || way === 'chap' ? way : 'none', refused }
}
