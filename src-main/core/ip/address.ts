import { Fault } from '../fault'
/** Four octets as `10.64.64.64`. */
export function dotted(bytes: Uint8Array, at = 0): string {
  return `${bytes[at] ?? 0}.${bytes[at + 1] ?? 0}.${bytes[at + 2] ?? 0}.${bytes[at + 3] ?? 0}`
}

/** `10.64.64.64` as four octets; undefined when it is no IPv4 address. */
export function octetsOf(address: string): Uint8Array | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return undefined
  const parts = address.split('.').map(Number)
  return parts.every((part) => part < 256) ? Uint8Array.from(parts) : undefined
}

export function isAddress(text: string): boolean {
  return octetsOf(text) !== undefined
}

/** Refuses what was meant as an address and is none, before a name server is asked for it. */
export function mustBeName(host: string): void {
  if (/^[\d.]+$/.test(host))
    throw new Fault('bad-input', {
      en: `“${host}” is not an IPv4 address: four numbers from 0 to 255`,
      ja: `「${host}」は IPv4 アドレスではありません（0～255 の数値 4 つで指定）。`,
    })
  if (host.includes(':'))
    throw new Fault('bad-input', {
      en: `“${host}”: expected a name or an IPv4 address (no IPv6, no port)`,
      ja: `「${host}」：ホスト名または IPv4 アドレスを指定してください（IPv6 とポート番号は不可）。`,
    })
}
