import { bytesOf, fromHex } from '../../bytes'
import type { SlotName } from '../../modem/slot-names'
import { encodeFrame } from '../../ppp/hdlc'
import type { RowDraft } from '../draft'
import type { JournalEntry } from '../journal'
import type { ImportEvent } from './format'

type Octets = Pick<JournalEntry, 'slot' | 'dir' | 'bytes'>

const none = new Uint8Array()

/** What stood on the wire when this was logged; nothing for lines of another program. */
export function octetsOf(event: ImportEvent, own: SlotName): Octets {
  const { slot = own } = event
  switch (event.kind) {
    case 'bytes':
      return { slot, dir: event.dir, bytes: event.bytes }
    case 'line':
      return { slot, dir: event.dir, bytes: lineOctets(event.dir, event.text) }
    case 'text':
    case 'told':
      return { slot, dir: 'note', bytes: none }
    case 'row':
      return { slot, dir: event.row.dir, bytes: rowOctets(event.row) }
  }
}

const lineOctets = (dir: 'rx' | 'tx', text: string) =>
  bytesOf(dir === 'tx' ? `${text}\r` : `${text}\r\n`)

/** A frame that was logged without its envelope gets one. */
function rowOctets({ dir, kind, text, hex }: RowDraft): Uint8Array {
  if (dir === 'note') return none
  const octets = hex === undefined ? undefined : fromHex(hex)
  if (kind === 'ppp') return octets ? framed(octets) : none
  if (kind === 'cmux') return none
  return octets ?? lineOctets(dir, text)
}

function framed(octets: Uint8Array): Uint8Array {
  const at = octets[0] === 0xff && octets[1] === 0x03 ? 2 : 0
  const first = octets[at] ?? 0
  // RFC 1661, 2: an odd octet ends the protocol number.
  const short = (first & 1) === 1
  const protocol = short ? first : (first << 8) | (octets[at + 1] ?? 0)
  return encodeFrame(protocol, octets.subarray(at + (short ? 1 : 2)))
}
