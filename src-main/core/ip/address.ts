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
