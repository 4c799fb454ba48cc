export const protocols = {
  ip: 0x0021,
  ipv6: 0x0057,
  ipcp: 0x8021,
  ipv6cp: 0x8057,
  ccp: 0x80fd,
  lcp: 0xc021,
  pap: 0xc023,
  chap: 0xc223,
} as const

const protocolNames: Readonly<Record<number, string>> = {
  0x0021: 'IP',
  0x002d: 'VJ compressed TCP',
  0x002f: 'VJ uncompressed TCP',
  0x003d: 'Multilink',
  0x0057: 'IPV6',
  0x00fd: 'Compressed',
  0x8021: 'IPCP',
  0x8057: 'IPV6CP',
  0x80fd: 'CCP',
  0x8281: 'MPLSCP',
  0xc021: 'LCP',
  0xc023: 'PAP',
  0xc025: 'LQR',
  0xc029: 'CBCP',
  0xc223: 'CHAP',
  0xc227: 'EAP',
}

/** The name of a protocol number; its hex digits where we know none. */
export function protocolName(protocol: number): string {
  return protocolNames[protocol] ?? hex(protocol, 4)
}

/** Codes of LCP and the network control protocols (RFC 1661 section 5). */
export const codes = {
  confReq: 1,
  confAck: 2,
  confNak: 3,
  confRej: 4,
  termReq: 5,
  termAck: 6,
  codeRej: 7,
  protRej: 8,
  echoReq: 9,
  echoRep: 10,
  discReq: 11,
} as const

const controlNames: Readonly<Record<number, string>> = {
  1: 'ConfReq',
  2: 'ConfAck',
  3: 'ConfNak',
  4: 'ConfRej',
  5: 'TermReq',
  6: 'TermAck',
  7: 'CodeRej',
  8: 'ProtRej',
  9: 'EchoReq',
  10: 'EchoRep',
  11: 'DiscReq',
  12: 'Identification',
  13: 'TimeRemaining',
  14: 'ResetReq',
  15: 'ResetAck',
}
const papNames: Readonly<Record<number, string>> = { 1: 'AuthReq', 2: 'AuthAck', 3: 'AuthNak' }
const chapNames: Readonly<Record<number, string>> = {
  1: 'Challenge',
  2: 'Response',
  3: 'Success',
  4: 'Failure',
}

/** Protocols whose packets are `code, id, length, data`. */
export function isControl(protocol: number): boolean {
  return protocol >= 0x8000 && protocolNames[protocol] !== undefined && protocol !== 0xc025
}

export function codeName(protocol: number, code: number): string {
  if (protocol === protocols.pap) return papNames[code] ?? `code ${code}`
  if (protocol === protocols.chap) return chapNames[code] ?? `code ${code}`
  return controlNames[code] ?? `code ${code}`
}

export function hex(value: number, digits: number): string {
  return (value >>> 0).toString(16).padStart(digits, '0')
}
