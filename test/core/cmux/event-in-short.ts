import { fromHex, hexOf } from '@core/bytes'
import type { CmuxEvent, FrameDecoder } from '@core/cmux/decoder'

/** An event in short: `UIH d1 c1 41 5`, `rejected fcs`, `damaged 07ef`, `text 0d0a`, `flags 2`. */
export function eventInShort(event: CmuxEvent): string {
  if (event.kind === 'rejected') return `rejected ${event.reason}`
  if (event.kind === 'flags') return `flags ${event.run}`
  if (event.kind === 'outside') return `${event.damaged ? 'damaged' : 'text'} ${hexOf(event.bytes)}`
  const { control, pf, dlci, cr, info, fcs } = event.frame
  return `${control}${pf ? '+' : ''} d${dlci} c${cr} ${hexOf(info)} ${fcs.toString(16)}`
}

/** What comes of reads, one string of hex each; `-` is the silence that ends a frame. */
export function readBy(decoder: FrameDecoder, ...reads: string[]): string[] {
  return reads
    .flatMap((hex) =>
      hex === '-' ? decoder.expire() : decoder.push(fromHex(hex) ?? new Uint8Array()),
    )
    .map(eventInShort)
}
