import type { CgauthOrder, ModemProfile } from '../modem/profile'
import type { ContextAuth } from './context'

/** <auth_prot> of 27.007, 10.1.31; 3 is SIMCom's and Quectel's "PAP or CHAP". */
export const authNumbers: { readonly [kind in ContextAuth]: number } = {
  none: 0,
  pap: 1,
  chap: 2,
  either: 3,
}
export function authKind(number: number): ContextAuth | 'unknown' {
  const kinds: readonly ContextAuth[] = ['none', 'pap', 'chap', 'either']
  return kinds[number] ?? 'unknown'
}

export interface Login {
  readonly user: string
  readonly password: string
}

/** `AT+CGAUTH=…` with name and password in the order of the family. */
export function cgauthCommand(
  order: CgauthOrder,
  cid: number,
  protocol: number,
  { user, password }: Login,
): string {
  if (protocol === 0) return `AT+CGAUTH=${cid},0`
  const [first, second] = order === 'password, user' ? [password, user] : [user, password]
  return `AT+CGAUTH=${cid},${protocol},"${first}","${second}"`
}

/** <context_type> of AT+QICSGP: IPv4, IPv6, both. */
const quectelTypes: Readonly<Record<string, number>> = { IP: 1, IPV6: 2, IPV4V6: 3 }

/** Quectel's modems that lack AT+CGAUTH take all of a context in one line, always the name first. */
export function qicsgpCommand(
  context: { readonly cid: number; readonly pdpType: string; readonly apn: string },
  protocol: number,
  { user, password }: Login,
): string {
  const type = quectelTypes[context.pdpType.toUpperCase()] ?? 1
  const login = protocol === 0 ? '"",""' : `"${user}","${password}"`
  return `AT+QICSGP=${context.cid},${type},"${context.apn}",${login},${protocol}`
}

/** Which command a modem that lacks AT+CGAUTH has in its place. */
export const ownAuthOf = ({ id }: ModemProfile): 'qicsgp' | undefined =>
  id === 'quectel' ? 'qicsgp' : undefined
