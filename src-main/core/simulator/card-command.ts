const nothing = new Uint8Array(0)

/** `CLA INS P1 P2`, then Lc and data, then Le (ETSI TS 102 221, 10.1). Undefined: the octets are no such command. */
export function commandOf(octets: Uint8Array): CardCommand | undefined {
  const [, instruction, p1, p2, length = 0] = octets
  if (instruction === undefined || p1 === undefined || p2 === undefined) return undefined
  const body = octets.subarray(5)
  if (octets.length <= 5) return { instruction, p1, p2, expected: length, data: nothing }
  if (body.length < length || body.length > length + 1) return undefined
  return { instruction, p1, p2, expected: body[length] ?? 0, data: body.subarray(0, length) }
}

/** What the card answers to a command: data and the status word. */
export interface CardAnswer {
  readonly data: Uint8Array
  readonly status: number
}

export interface CardCommand {
  readonly instruction: number
  readonly p1: number
  readonly p2: number
  /** Octets asked for; 0: as many as there are. */
  readonly expected: number
  readonly data: Uint8Array
}
