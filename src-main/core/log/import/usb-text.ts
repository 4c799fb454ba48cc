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

/** The text of programs that record what passes over USB: the kernel's usbmon, Bus Hound. */
export function openUsbText(lines: readonly string[]): (() => PieceReader) | undefined {
  if (lines.filter((line) => usbmonPiece(line)).length > 1) return () => usbmonPiece
  return lines.some((line) => headOfBusHound.test(line)) ? busHound : undefined
}
