import dnsPacket, { type Answer, type Packet } from 'dns-packet'

/**
 * dns-packet reads only the runtime's own kind of octets, which the core has no name for;
 * what its encoder returns is of that kind, and its constructor makes more.
 */
const octetsOfRuntime = dnsPacket.encode({}).constructor as unknown as {
  from(bytes: Uint8Array): Uint8Array
}

export interface DnsQuestion {
  readonly id: number
  readonly name: string
  readonly type: string
}

export function buildQuery({ id, name, type }: DnsQuestion): Uint8Array {
  const questions = [{ name, type, class: 'IN' }]
  // 0x100: recursion desired.
  return Uint8Array.from(dnsPacket.encode({ type: 'query', id, flags: 0x100, questions }))
}

/** A question that has so many octets; undefined where there is no room for it. */
export function buildPaddedQuery(question: DnsQuestion, octets: number): Uint8Array | undefined {
  const { id, name, type } = question
  const padded = (length: number) =>
    Uint8Array.from(
      dnsPacket.encode({
        type: 'query',
        id,
        flags: 0x100,
        questions: [{ name, type, class: 'IN' }],
        additionals: [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: 1232,
            flags: 0,
            options: [{ code: 12, length }],
          },
        ],
      }),
    )
  const room = octets - padded(0).length
  return room < 0 ? undefined : padded(room)
}

/** An answer for the simulated network. */
export function buildAnswer(query: Packet, answers: readonly Answer[], rcode = 0): Uint8Array {
  return Uint8Array.from(
    dnsPacket.encode({
      type: 'response',
      id: query.id ?? 0,
      flags: 0x180 | rcode,
      questions: query.questions ?? [],
      answers: [...answers],
    }),
  )
}

/** Undefined when the octets are no DNS message. */
export function parseDns(bytes: Uint8Array): Packet | undefined {
  try {
    return dnsPacket.decode(octetsOfRuntime.from(bytes))
  } catch (error) {
    // The library throws plain errors and range errors alike for octets that are no message.
    if (error instanceof Error) return undefined
    throw error
  }
}

export type { Answer, Packet } from 'dns-packet'
