import { bytesOf, fromHex, hexOf } from '../../bytes'
import { decodePppFrame } from '../../ppp/decode'
import { namedInMessage } from './programs'

/** Values in a PPP frame that open something or identify somebody. */
export interface FrameSecret {
  readonly kind: string
  readonly value: string
  /** The octets as they stand in the frame, in hex. */
  readonly hex: string
}

/**
 * PAP carries user and password in clear; CHAP the user, and a proof from which a short password can be found by trying.
 * `payload`: an IP packet, whose content is the person's own.
 */
export function frameSecrets(hex: string): { secrets: FrameSecret[]; payload: boolean } {
  const bytes = fromHex(hex)
  if (!bytes) return { secrets: [], payload: false }
  const frame = decodePppFrame({ bytes })
  const secrets: FrameSecret[] = []
  const add = (kind: string, value: string | undefined, own?: string) => {
    if (value) secrets.push({ kind, value, hex: own ?? hexOf(bytesOf(value)) })
  }
  add('password', frame.peerId)
  add('password', frame.password)
  if (frame.codeName === 'Response') {
    add('password', frame.name)
    add('proof', frame.value, frame.value)
  }
  if (frame.message) add('password', namedInMessage(frame.message))
  const payload = !['LCP', 'PAP', 'CHAP', 'IPCP', 'CCP', 'IPV6CP'].includes(frame.protocolName)
  return { secrets, payload }
}
