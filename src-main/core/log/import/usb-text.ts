import { fromHex, latin1, bytesOf } from '../../bytes'
import type { OctetPiece, PieceReader } from './octet-sides'

/** `ffff8f0c1a2b3c00 1536472312 S Bo:1:007:3 -115 9 = 41542b43 50494e3f 0d`: submitted what goes out, completed what came in. */
const ofUsbmon =
  /^[0-9a-f]{8,16} (\d{1,10}) (?:S (Bo)|C (Bi)):(\d{1,3}:\d{1,3}):\d{1,2} -?\d{1,4}(?::\d{1,5})? (\d{1,6}) = ((?:[0-9a-f]{2,8} ?)+)$/

/** Its clock counts microseconds, and begins anew after 71 minutes. */
function usbmonPiece(line: string): OctetPiece | undefined {
  const [, us, out, , device, length, words = ''] = ofUsbmon.exec(line) ?? []
  const octets = us === undefined ? undefined : fromHex(words.replaceAll(' ', ''))
  if (!octets) return undefined
  // Of a longer piece it shows the beginning alone.
  const cut = Number(length) > octets.length
  return {
    side: `${out ?? 'Bi'} ${device ?? ''}`,
    octets: cut ? bytesOf(`${latin1(octets)}\r\n`) : octets,
    stamp: { ms: Math.round(Number(us) / 1000), timed: 'elapsed' },
  }
}

const headOfBusHound = /^Device +(?:Length +)?Phase +Data +/
const rowOfBusHound =
  /^(?: {0,6}\d{1,3}(?:\.\d{1,3})? +(?:\d{1,6} +)?(DO|DI|OUT|IN|CTL|USTS|RESET)| {8,24}) +((?:[0-9a-f]{2} {1,2}){1,64}) /i

/** Bus Hound's table: the rows below the first of a piece have no device and no phase. */
function busHound(): PieceReader {
  let side: string | undefined
  return (line) => {
    const [, phase, words = ''] = rowOfBusHound.exec(line) ?? []
    if (phase !== undefined) side = /^(?:DO|DI|OUT|IN)$/i.test(phase) ? phase : undefined
    const octets = words === '' ? undefined : fromHex(words.replaceAll(' ', ''))
    return octets && side !== undefined ? { side, octets } : undefined
  }
}

/** Wireshark's packets as text: a line of its list, then the octets with the header of the capture before them. */
const packetOfWireshark =
  /^ *\d{1,9}\s+(\d{1,9}\.\d{1,9})\s+(?:host\s+(\d+\.\d+\.\d+)|(\d+\.\d+\.\d+)\s+host)\s+USB\S*\s+\d+\s+URB_BULK (in|out)\b/
const otherPacket = /^ *\d{1,9}\s+\d{1,9}\.\d{1,9}\s+\S+\s+\S+\s+\S+\s+\d+\s/
const octetsOfPacket = /^([0-9a-f]{4,8}) {2,3}((?:[0-9a-f]{2} ){0,15}[0-9a-f]{2})(?: {2,}|$)/i
const repeatedByWireshark = /^(?:Leftover Capture Data: |No\. +Time +Source )/
/** The kernel's header before the data (Documentation/usb/usbmon.rst, raw binary format), as Wireshark has it. */
const usbmonHeader = 64

function wireshark(): PieceReader {
  let packet: Omit<OctetPiece, 'octets'> | undefined
  let header = usbmonHeader
  return (line) => {
    const [, time, to, from, way] = packetOfWireshark.exec(line) ?? []
    if (way !== undefined) {
      const stamp = { ms: Math.round(Number(time) * 1000), timed: 'elapsed' } as const
      packet = { side: `${way} ${to ?? from ?? ''}`, stamp }
      return { ...packet, octets: new Uint8Array() }
    }
    if (otherPacket.test(line)) packet = undefined
    // The octets once more, and what stands above each packet.
    if (packet && repeatedByWireshark.test(line)) return { ...packet, octets: new Uint8Array() }
    const [, offset, words = ''] = octetsOfPacket.exec(line) ?? []
    const row = offset === undefined || !packet ? undefined : fromHex(words.replaceAll(' ', ''))
    if (!row || !packet) return undefined
    const at = parseInt(offset ?? '', 16)
    // USBPcap says how long its own header is; that of the kernel begins with an address.
    if (at === 0) header = row[1] === 0 && (row[0] === 27 || row[0] === 28) ? row[0] : usbmonHeader
    return { ...packet, octets: row.subarray(Math.max(0, header - at)) }
  }
}

/** The text of programs that record what passes over USB: the kernel's usbmon, Wireshark, Bus Hound. */
export function openUsbText(lines: readonly string[]): (() => PieceReader) | undefined {
  if (lines.filter((line) => usbmonPiece(line)).length > 1) return () => usbmonPiece
  if (lines.some((line) => packetOfWireshark.test(line)) && lines.some(isRowOfPacket))
    return wireshark
  return lines.some((line) => headOfBusHound.test(line)) ? busHound : undefined
}

const isRowOfPacket = (line: string) => octetsOfPacket.test(line)
