import { fromHex } from '../bytes'

/** How long a file is, and each of its records. */
export interface FileShape {
  readonly octets: number
  readonly recordOctets?: number
}

const FCP = 0x62
const DESCRIPTOR = 0x82
const SIZE = 0x80

/** Length and records of a file, from the answer to GET RESPONSE: the FCP template of a USIM, or the 15 octets of a SIM. */
export function fileShape(hex: string): FileShape | undefined {
  const octets = fromHex(hex)
  if (!octets || octets.length < 2) return undefined
  return octets[0] === FCP ? templateShape(octets) : simShape(octets)
}

/** Tag, length, value (ETSI TS 102 221, 11.1.1.3); the fourth octet of a descriptor begins the length of a record. */
function templateShape(octets: Uint8Array): FileShape | undefined {
  let size: number | undefined
  let record: number | undefined
  for (let at = 2; at + 2 <= octets.length; at += 2 + (octets[at + 1] ?? 0)) {
    const value = octets.subarray(at + 2, at + 2 + (octets[at + 1] ?? 0))
    if (octets[at] === SIZE && value.length >= 2) size = wordAt(value, 0)
    if (octets[at] === DESCRIPTOR && value.length >= 5) record = wordAt(value, 2)
  }
  if (size === undefined) return undefined
  return record === undefined ? { octets: size } : { octets: size, recordOctets: record }
}

/** Size in octets 3 and 4, structure in 14, record length in 15 (3GPP TS 51.011, 9.2.1). */
function simShape(octets: Uint8Array): FileShape | undefined {
  if (octets.length < 14 || octets[6] !== 4) return undefined
  const size = wordAt(octets, 2)
  const record = octets[13] === 0 ? undefined : octets[14]
  return record === undefined ? { octets: size } : { octets: size, recordOctets: record }
}

const wordAt = (octets: Uint8Array, at: number): number =>
  ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)
