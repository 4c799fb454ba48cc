/** Type octets of the control channel without EA and C/R (3GPP TS 27.010 5.4.6.3). */
const types = {
  PN: 0x20,
  PSC: 0x10,
  CLD: 0x30,
  TEST: 0x08,
  FCon: 0x28,
  FCoff: 0x18,
  MSC: 0x38,
  NSC: 0x04,
  RPN: 0x24,
  RLS: 0x14,
  SNC: 0x34,
} as const

export type KnownMessage = keyof typeof types
export type MessageName = KnownMessage | 'unknown'

/** One message of the control channel. `type` is the octet as it travels, EA and C/R included. */
export interface ControlMessage {
  readonly name: MessageName
  readonly type: number
  readonly command: boolean
  readonly value: Uint8Array
  /** The length octet was missing, as some send it in the old form of close-down. Never sent. */
  readonly noLength?: true
}

/** The messages of one information field; `problem` says why octets at its end were not understood. */
export interface MessageList {
  readonly messages: ControlMessage[]
  readonly problem?: 'length' | 'type'
}

const names = new Map<number, KnownMessage>()
for (const [name, type] of Object.entries(types)) names.set(type, name as KnownMessage)

/** The octet that stands for a message: bits 3-8 its type, bit 2 command or response, bit 1 EA. */
export function typeOctet(name: KnownMessage, command: boolean): number {
  return (types[name] << 2) | (command ? 2 : 0) | 1
}

/** The message a type octet stands for; undefined for one that 27.010 does not know. */
export function messageName(type: number): KnownMessage | undefined {
  return names.get(type >> 2)
}

/** Reads every message of an information field; several in one are legal. */
export function readMessages(info: Uint8Array): MessageList {
  const messages: ControlMessage[] = []
  let at = 0
  while (at < info.length) {
    const type = info[at] ?? 0
    if (!(type & 1)) return { messages, problem: 'type' }
    const about = {
      name: messageName(type) ?? ('unknown' as const),
      type,
      command: (type & 2) !== 0,
    }
    if (at + 1 === info.length) {
      messages.push({ ...about, value: new Uint8Array(), noLength: true })
      break
    }
    const length = readLength(info, at + 1)
    if (!length || length.next + length.value > info.length) return { messages, problem: 'length' }
    const end = length.next + length.value
    messages.push({ ...about, value: info.slice(length.next, end) })
    at = end
  }
  return { messages }
}

/** A length of any number of octets, seven bits each, the least significant first, EA set in the last. */
function readLength(info: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0
  for (let i = 0; i < 3; i++) {
    const octet = info[at + i]
    if (octet === undefined) return undefined
    value |= (octet >> 1) << (7 * i)
    if (octet & 1) return { value, next: at + i + 1 }
  }
  return undefined
}

export function buildMessage(
  name: KnownMessage,
  command: boolean,
  value: Uint8Array | readonly number[] = [],
): Uint8Array {
  return buildTyped(typeOctet(name, command), value)
}

function buildTyped(type: number, value: Uint8Array | readonly number[]): Uint8Array {
  const length =
    value.length <= 127
      ? [(value.length << 1) | 1]
      : [(value.length << 1) & 0xfe, ((value.length >> 7) << 1) | 1]
  return Uint8Array.from([type, ...length, ...value])
}

/** The response to a command: the same type with the C/R bit cleared. */
export function buildResponse(to: ControlMessage, value: Uint8Array = to.value): Uint8Array {
  return buildTyped(to.type & ~2, value)
}

/** DLCI as it stands in values: bits 3-8, with EA and C/R set. PN alone uses the plain number. */
export function dlciOctet(dlci: number): number {
  return (dlci << 2) | 3
}
