import { hexOf, latin1 } from '../bytes'
import type { Words } from '../words'
import { decodePppFrame, type DecodedFrame } from './decode'
import { explainFrame } from './explain'
import { HdlcDecoder, type HdlcItem } from './hdlc'

/** A frame as `modem-bench frames` prints it: what is wrong in English, as all that programs read. */
export type PrintedFrame = Omit<DecodedFrame, 'error'> & { readonly error?: string }

export interface DecodedStream {
  readonly frames: PrintedFrame[]
  /** Pieces between flags that were dropped: bad FCS, taken back, too long. Pieces below 4 octets do not count. */
  readonly rejected: number
  /** Lines of text found between frames, without their line ends. */
  readonly text: string[]
  /** One sentence a frame. */
  readonly words: Words[]
  /** Octets behind the last flag that make no line of text, in hex: a frame that was not closed. */
  readonly unfinished?: string
}

/** Takes a whole recorded stream apart; `chunks` say how the reads cut it, which changes nothing. */
export function decodePppStream(
  chunks: readonly Uint8Array[],
  options: { rxAccm?: number } = {},
): DecodedStream {
  const decoder = new HdlcDecoder(options)
  const items = [...chunks.flatMap((chunk) => decoder.feed(chunk)), ...decoder.flushText()]
  const frames = items.flatMap((item) => (item.kind === 'frame' ? [decodePppFrame(item)] : []))
  const unfinished = decoder.pending()
  return {
    frames: frames.map(printed),
    rejected: items.filter(counts).length,
    text: items.flatMap((item) => (item.kind === 'text' ? linesOf(item.bytes) : [])),
    words: frames.map(explainFrame),
    ...(unfinished.length > 0 ? { unfinished: hexOf(unfinished) } : {}),
  }
}

function printed(frame: DecodedFrame): PrintedFrame {
  const { error, ...rest } = frame
  return error === undefined ? rest : { ...rest, error: error.en }
}

function counts(item: HdlcItem): boolean {
  return item.kind === 'rejected' && item.reason !== 'runt'
}

function linesOf(bytes: Uint8Array): string[] {
  return latin1(bytes)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
