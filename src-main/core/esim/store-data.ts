import { concat } from '../bytes'

/** What a card answers: data, and the status word behind it. */
export interface ApduAnswer {
  readonly data: Uint8Array
  /** SW1 SW2, `0x9000`. */
  readonly status: number
}
export type Transmit = (command: Uint8Array) => Promise<ApduAnswer>

/** An eUICC takes 255 octets a block; this many fit in a line of every modem (twice as many digits). */
const mostInBlock = 120
const mostAnswers = 64
const STORE_DATA = 0xe2
const GET_RESPONSE = 0xc0

/** The class octet of a command over a logical channel (102 221, 10.1.1): 1 to 3, or 4 to 19. */
const classOf = (base: number, channel: number) =>
  channel < 4 ? base | channel : base | 0x40 | (channel - 4)

/**
 * Sends one request of ES10 in blocks, and collects its answer (GSMA SGP.22, 5.7.2). A status word that is not of success is
 * answered as it came, with the data up to there.
 */
export async function storeData(
  transmit: Transmit,
  channel: number,
  request: Uint8Array,
): Promise<ApduAnswer> {
  const blocks = Math.max(1, Math.ceil(request.length / mostInBlock))
  let said: ApduAnswer = { data: new Uint8Array(0), status: 0 }
  for (let block = 0; block < blocks; block++) {
    const data = request.subarray(block * mostInBlock, (block + 1) * mostInBlock)
    const last = block === blocks - 1
    const head = [classOf(0x80, channel), STORE_DATA, last ? 0x91 : 0x11, block, data.length]
    said = await transmit(concat([Uint8Array.from(head), data]))
    if (!last && !isFine(said.status)) return said
  }
  return collected(transmit, channel, said)
}

/** More waits on the card (61xx): it is fetched until there is no more. */
async function collected(transmit: Transmit, channel: number, first: ApduAnswer) {
  const parts = [first.data]
  let { status } = first
  for (let asked = 0; status >> 8 === 0x61 && asked < mostAnswers; asked++) {
    const command = [classOf(0, channel), GET_RESPONSE, 0, 0, status & 0xff]
    const said = await transmit(Uint8Array.from(command))
    parts.push(said.data)
    ;({ status } = said)
  }
  return { data: concat(parts), status }
}

/** 91xx: done, and the card has something for the modem. */
export const isFine = (status: number): boolean =>
  status === 0x9000 || status >> 8 === 0x91 || status >> 8 === 0x61
