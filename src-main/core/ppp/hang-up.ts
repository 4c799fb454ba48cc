/** Lines with which a modem says that the call has ended. */
const endings = [
  /^NO CARRIER$/,
  /^\+PPPD: DISCONNECTED$/,
  /^DISCONNECTED$/,
  /^NO DIALTONE$/,
  /^BUSY$/,
]

/** Events of the packet domain after which the call is probably gone; they may be about another context, so the link is probed. */
const omens = /^\+CGEV: ?(NW|ME) (PDN DEACT|DEACT|DETACH)/

export type LineMeaning = 'ended' | 'omen' | 'error' | 'other'

/** What a line of text between frames says about the call. */
export function meaningOf(line: string): LineMeaning {
  if (endings.some((ending) => ending.test(line))) return 'ended'
  // Glued to what came before it, without a line break.
  if (/(?:NO CARRIER|\+PPPD: DISCONNECTED)$/.test(line)) return 'ended'
  if (omens.test(line)) return 'omen'
  return line === 'ERROR' || line.startsWith('+CME ERROR') ? 'error' : 'other'
}
