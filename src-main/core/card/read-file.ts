import { fileShape, type FileShape } from './shape'

const READ_BINARY = 176
const READ_RECORD = 178
const GET_RESPONSE = 192
/** Record number 1, absolute (102 221, 11.1.5). */
const FIRST_RECORD = '1,4'
const mostOctets = 255

/** What a card answers to AT+CRSM: the status word, and its data in capital hex. */
export interface CardSaid {
  readonly sw1: number
  readonly sw2: number
  readonly hex: string
}
/** Sends what stands behind `AT+CRSM=`. */
export type CardExchange = (parameters: string) => Promise<CardSaid>

export const isDone = ({ sw1 }: CardSaid): boolean => sw1 === 0x90 || sw1 === 0x91

/** As long as the card says it is; a card or modem that does not say is asked for all, and names the length (6Cxx). */
export async function readFile(
  exchange: CardExchange,
  id: number,
  records: boolean,
): Promise<CardSaid> {
  const shape = await shapeOf(exchange, id)
  const command = records ? READ_RECORD : READ_BINARY
  const at = records ? FIRST_RECORD : '0,0'
  const length = (records ? shape?.recordOctets : shape?.octets) ?? 0
  const first = await exchange(`${command},${id},${at},${Math.min(length, mostOctets)}`)
  if (first.sw1 !== 0x6c) return first
  return exchange(`${command},${id},${at},${first.sw2}`)
}
async function shapeOf(exchange: CardExchange, id: number): Promise<FileShape | undefined> {
  const said = await exchange(`${GET_RESPONSE},${id},0,0,0`)
  return isDone(said) ? fileShape(said.hex) : undefined
}
