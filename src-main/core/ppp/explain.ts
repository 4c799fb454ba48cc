import type { Words } from '../words'
import type { DecodedFrame } from './decode'
import { optionList } from './explain-options'
import {
  ipPacketFromTo,
  ipPacket,
  chapRefused,
  chapAccepted,
  responseOf,
  challengeOf,
  papRefused,
  papAccepted,
  papRequest,
  headAlone,
  toBeIgnored,
  saysHere,
  asksIfThere,
  speaksNoProtocol,
  knowsNoCode,
  confirmsEnd,
  endsLink,
  refusesOptions,
  proposes,
  agreesTo,
  asksFor,
  malformedFrame,
  otherProtocol,
} from './words'

/** One sentence about a PPP frame, for a person. Passwords are not repeated. */
export function explainFrame(frame: DecodedFrame): Words {
  if (frame.error !== undefined) return malformed(frame, frame.error)
  switch (frame.protocolName) {
    case 'LCP':
    case 'IPCP':
    case 'CCP':
    case 'IPV6CP':
      return control(frame)
    case 'PAP':
      return pap(frame)
    case 'CHAP':
      return chap(frame)
    case 'IP':
    case 'IPV6':
      return ip(frame)
    default:
      return otherProtocol(frame.protocolName, frame.protocol)
  }
}

function malformed(frame: DecodedFrame, error: Words): Words {
  const name = [frame.protocolName || 'PPP', frame.codeName].filter(Boolean).join(' ')
  return malformedFrame(name, error)
}

function control(frame: DecodedFrame): Words {
  const head = `${frame.protocolName} ${frame.codeName} ${frame.id}`
  const list = optionList(frame.options ?? [], frame.codeName)
  switch (frame.codeName) {
    case 'ConfReq':
      return asksFor(head, list)
    case 'ConfAck':
      return agreesTo(head, list)
    case 'ConfNak':
      return proposes(head, list)
    case 'ConfRej':
      return refusesOptions(head, list)
    default:
      return upkeep(frame, head)
  }
}

function upkeep(frame: DecodedFrame, head: string): Words {
  switch (frame.codeName) {
    case 'TermReq':
      return endsLink(head)
    case 'TermAck':
      return confirmsEnd(head)
    case 'CodeRej':
      return knowsNoCode(head)
    case 'ProtRej':
      return speaksNoProtocol(head, frame.rejected)
    case 'EchoReq':
      return asksIfThere(head, frame.magic)
    case 'EchoRep':
      return saysHere(head, frame.magic)
    case 'DiscReq':
      return toBeIgnored(head)
    default:
      return headAlone(head)
  }
}

function pap(frame: DecodedFrame): Words {
  const head = `PAP ${frame.codeName} ${frame.id}`
  const says = frame.message ? ` (“${frame.message}”)` : ''
  const saysJa = frame.message ? `（「${frame.message}」）` : ''
  switch (frame.codeName) {
    case 'AuthReq':
      return papRequest(head, frame.peerId)
    case 'AuthAck':
      return papAccepted(head, says, saysJa)
    default:
      return papRefused(head, says, saysJa)
  }
}

function chap(frame: DecodedFrame): Words {
  const head = `CHAP ${frame.codeName} ${frame.id}`
  const says = frame.message ? ` (“${frame.message}”)` : ''
  const saysJa = frame.message ? `（「${frame.message}」）` : ''
  switch (frame.codeName) {
    case 'Challenge':
      return challengeOf(head, frame.name)
    case 'Response':
      return responseOf(head, frame.name)
    case 'Success':
      return chapAccepted(head, says, saysJa)
    default:
      return chapRefused(head, says, saysJa)
  }
}

const ipProtocols: Readonly<Record<number, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPv6',
}

function ip(frame: DecodedFrame): Words {
  const packet = frame.ip
  const version = frame.protocolName === 'IPV6' ? 'IPv6' : 'IPv4'
  if (!packet) return ipPacket(version)
  const kind = ipProtocols[packet.proto] ?? `protocol ${packet.proto}`
  return ipPacketFromTo(version, kind, packet.src, packet.dst, packet.totalLength)
}
