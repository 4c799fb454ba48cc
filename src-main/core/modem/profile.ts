import type { Words } from '../words'

/** The order in which AT+CGAUTH takes its strings; it differs by family and nothing in the answer tells. */
export type CgauthOrder = 'password, user' | 'user, password'

/** What the console knows about a family of modems. Adding a modem is adding one of these to the catalogue. */
export interface ModemProfile {
  /** `sim7672`. Also the order in which profiles are tried when two match: alphabetical, `generic` last. */
  readonly id: string
  readonly name: string
  /** True when the text of ATI and AT+CGMM is this modem's. */
  matches(identity: string): boolean
  /** The registration commands to ask, the deciding one first. */
  readonly registration: readonly ('+CEREG' | '+CGREG' | '+CREG')[]
  readonly cgauthOrder: CgauthOrder
  /** Commands that tell the signal, cheapest first. */
  readonly signal: readonly string[]
  /** Commands that tell supply voltage and temperature. */
  readonly supply: readonly string[]
  readonly iccid: string
  /** How a data call is dialled on a context. */
  dial(cid: number): string
  /** Whether the family has AT+CMUX, so that a call is multiplexed where nobody chose; the firmware is asked all the same. */
  readonly cmux: boolean
  /** From power-on to the first answer, at the longest. */
  readonly bootMs: number
  /** True when changing the APN of context 1 needs the radio off and on, as the attach uses it. */
  readonly attachUsesContext1: boolean
  /** What to know about this family when something fails. */
  readonly notes: readonly Words[]
}

/** The first profile that recognises the modem; the list ends with one that takes every modem. */
export function profileFor(
  profiles: readonly ModemProfile[],
  identity: string,
): ModemProfile | undefined {
  return profiles.find((profile) => profile.matches(identity))
}

/** What was found out since the modem last started; a reboot forgets it. */
export interface SessionMemory {
  profile?: ModemProfile
  identity?: string
  setUp?: boolean
}
