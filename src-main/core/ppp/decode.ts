import { dotted } from '../ip/address'
import { behindExtensions } from '../ip/ipv6'
import { ipv6Text } from '../ip/ipv6-address'
import { uint16 } from '../ip/packet'
import { hexOf, latin1 } from '../bytes'
import type { Words } from '../words'
import { papMessage, parseChapValue, parsePapRequest } from './auth-packet'
import { codeName, codes, hex, isControl, protocolName, protocols } from './codes'
import {
  ipBeyond,
  namesNoProtocol,
  noMagicNumber,
  noSuchCode,
  optionLengthWrong,
  otherIpVersion,
  tooShortForIp,
} from './malformed-words'
import { decodeOption, optionFits, type DecodedOption } from './option-names'
import {
  isMalformed,
  parseControl,
  parseOptions,
  splitFrame,
  uint32,
  type ControlPacket,
} from './packet'

/** A PPP frame as the decoders print it. A well-framed packet whose inside is malformed carries `error`. */
export interface DecodedFrame {
  /** Hex digits: `c021`. Empty when the frame has none. */
  readonly protocol: string
  readonly protocolName: string
  /** Hex digits, as are `fcs`, `magic`, `data`, `value` and `rejected`. `fcs` is in the order of the line. */
  readonly info: string
  readonly fcs: string
  readonly code?: number
  readonly codeName?: string
  readonly id?: number
  readonly options?: readonly DecodedOption[]
  readonly magic?: string
  readonly data?: string
  /** Protocol-Reject: the protocol number that was refused. */
  readonly rejected?: string
  readonly value?: string
  readonly name?: string
  readonly message?: string
  readonly peerId?: string
  readonly password?: string
  readonly ip?: { src: string; dst: string; proto: number; totalLength: number }
  readonly error?: Words
}

type Details = Omit<DecodedFrame, 'protocol' | 'protocolName' | 'info' | 'fcs'>

/** Explains one unescaped frame (from address or protocol to the end of the information). */
export function decodePppFrame(frame: { bytes: Uint8Array; fcs?: number }): DecodedFrame {
  const fcs = frame.fcs === undefined ? '' : hexOf(Uint8Array.of(frame.fcs & 0xff, frame.fcs >> 8))
  const split = splitFrame(frame.bytes)
  if (isMalformed(split))
    return { protocol: '', protocolName: '', info: hexOf(frame.bytes), fcs, error: split.error }
  return decodePpp(split.protocol, split.info, fcs)
}

/** The same for a packet that was never framed. */
export function decodePpp(protocol: number, info: Uint8Array, fcs = ''): DecodedFrame {
  return {
    protocol: hex(protocol, 4),
    protocolName: protocolName(protocol),
    info: hexOf(info),
    fcs,
    ...details(protocol, info),
  }
}

function details(protocol: number, info: Uint8Array): Details {
  if (protocol === protocols.ip) return ipDetails(info)
  if (protocol === protocols.ipv6) return ipv6Details(info)
  if (!isControl(protocol)) return {}
  const packet = parseControl(protocol, info)
  // Code and identifier stand before what is wrong (RFC 1661 section 5).
  if (isMalformed(packet)) return { ...headOf(protocol, info), error: packet.error }
  return {
    code: packet.code,
    codeName: codeName(protocol, packet.code),
    id: packet.id,
    ...packetDetails(protocol, packet),
  }
}

function headOf(protocol: number, [code, id]: Uint8Array): Details {
  if (code === undefined || id === undefined) return {}
  return { code, codeName: codeName(protocol, code), id }
}

function packetDetails(protocol: number, packet: ControlPacket): Details {
  if (protocol === protocols.pap) return papDetails(packet)
  if (protocol === protocols.chap) return chapDetails(packet)
  return controlDetails(protocol, packet)
}

function controlDetails(protocol: number, { code, data }: ControlPacket): Details {
  switch (code) {
    case codes.confReq:
    case codes.confAck:
    case codes.confNak:
    case codes.confRej:
      return optionDetails(protocol, data)
    case codes.protRej:
      if (data.length < 2) return { data: hexOf(data), error: namesNoProtocol }
      return { rejected: hexOf(data.subarray(0, 2)), data: hexOf(data.subarray(2)) }
    case codes.echoReq:
    case codes.echoRep:
    case codes.discReq:
      if (data.length < 4) return { data: hexOf(data), error: noMagicNumber }
      return { magic: hex(uint32(data), 8), data: hexOf(data.subarray(4)) }
    default:
      return data.length > 0 ? { data: hexOf(data) } : {}
  }
}

function optionDetails(protocol: number, data: Uint8Array): Details {
  const parsed = parseOptions(data)
  if (isMalformed(parsed)) return { data: hexOf(data), error: parsed.error }
  const options = parsed.options.map((option) => decodeOption(protocol, option))
  const odd = parsed.options.findIndex((option) => !optionFits(protocol, option))
  const found = options[odd]
  return found ? { options, error: optionLengthWrong(found.name) } : { options }
}

function papDetails({ code, data }: ControlPacket): Details {
  if (code === 2 || code === 3) return { message: latin1(papMessage(data)) }
  if (code !== 1) return { data: hexOf(data), error: noSuchCode('PAP', code) }
  const request = parsePapRequest(data)
  if (isMalformed(request)) return { data: hexOf(data), error: request.error }
  return { peerId: latin1(request.peerId), password: latin1(request.password) }
}

function chapDetails({ code, data }: ControlPacket): Details {
  if (code === 3 || code === 4) return { message: latin1(data) }
  if (code !== 1 && code !== 2) return { data: hexOf(data), error: noSuchCode('CHAP', code) }
  const parsed = parseChapValue(data)
  if (isMalformed(parsed)) return { data: hexOf(data), error: parsed.error }
  return { value: hexOf(parsed.value), name: latin1(parsed.name) }
}

function ipv6Details(info: Uint8Array): Details {
  if (info.length < 40) return { error: tooShortForIp(info.length, 6) }
  const version = (info[0] ?? 0) >> 4
  if (version !== 6) return { error: otherIpVersion(version, 6) }
  const totalLength = 40 + uint16(info, 4)
  const behind = behindExtensions(info)
  const proto = 'error' in behind ? (info[6] ?? 0) : behind.protocol
  const ip = { src: ipv6Text(info, 8), dst: ipv6Text(info, 24), proto, totalLength }
  if (totalLength > info.length) return { ip, error: ipBeyond(totalLength, info.length) }
  return { ip }
}

function ipDetails(info: Uint8Array): Details {
  if (info.length < 20) return { error: tooShortForIp(info.length, 4) }
  const version = (info[0] ?? 0) >> 4
  if (version !== 4) return { error: otherIpVersion(version, 4) }
  const totalLength = ((info[2] ?? 0) << 8) | (info[3] ?? 0)
  const ip = { src: dotted(info, 12), dst: dotted(info, 16), proto: info[9] ?? 0, totalLength }
  if (totalLength > info.length) return { ip, error: ipBeyond(totalLength, info.length) }
  return { ip }
}
