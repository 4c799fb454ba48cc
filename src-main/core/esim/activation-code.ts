/** What an activation code says (GSMA SGP.22, 4.1). */
export interface ActivationCode {
  /** The server that has the profile (SM-DP+). */
  readonly server: string
  /** Empty: the server knows the profile by the EID. */
  readonly matchingId: string
  /** The operator gave a confirmation code beside it, which is asked for. */
  readonly wantsConfirmation: boolean
}

export const mostCodeCharacters = 255
const serverForm = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?$/
const idForm = /^[A-Za-z0-9-]*$/

/** `1$SERVER$ID`, with or without `LPA:` before it, the server’s OID and `1` behind it; undefined: it is none. */
export function activationCode(text: string): ActivationCode | undefined {
  if (text.length > mostCodeCharacters) return undefined
  const parts = text.trim().replace(/^LPA:/i, '').split('$')
  const [format, server = '', matchingId, , confirmation] = parts
  if (format !== '1' || matchingId === undefined || parts.length > 5) return undefined
  if (!serverForm.test(server) || !idForm.test(matchingId)) return undefined
  return { server, matchingId, wantsConfirmation: confirmation === '1' }
}
