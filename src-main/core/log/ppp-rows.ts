import { fromHex, hexOf, latin1 } from '../bytes'
import type { Facts } from '../at/knowledge'
import { decodePppFrame, type DecodedFrame } from '../ppp/decode'
import { explainFrame } from '../ppp/explain'
import type { HdlcItem } from '../ppp/hdlc'
import type { Severity } from '../words'
import type { RowDraft } from './draft'
import type { PacketTalk } from './packet-talk'

/** One row for a frame, or for octets between flags that are none. */
export function pppRow(
  item: Exclude<HdlcItem, { kind: 'text' }>,
  dir: 'rx' | 'tx',
  talk: PacketTalk,
  nowUs: number,
): RowDraft {
  if (item.kind === 'rejected') return noiseRow(item.bytes, dir)
  const frame = decodePppFrame(item)
  const row = { ...frameRow(frame, dir, summary(frame)), hex: hexOf(item.bytes) }
  const packet = frame.ip ? fromHex(frame.info) : undefined
  const told = packet && talk.says(packet, dir, nowUs)
  const { explanation } = row
  if (!told || !explanation) return row
  const { words, severity = explanation.severity } = told
  const facts = { ...explanation.facts, ...told.facts }
  return { ...row, explanation: { ...explanation, words, severity, facts } }
}

/** A row for a frame that somebody decoded already. */
export function frameRow(frame: DecodedFrame, dir: 'rx' | 'tx', text: string): RowDraft {
  const spec = specs[frame.protocolName]
  return {
    dir,
    kind: 'ppp',
    text,
    explanation: {
      name: frame.protocolName || 'PPP',
      facts: factsOf(frame),
      words: explainFrame(frame),
      severity: severityOf(frame),
      secrets: [],
      ...(spec ? { spec } : {}),
    },
  }
}

export function noiseRow(bytes: Uint8Array, dir: 'rx' | 'tx'): RowDraft {
  return { dir, kind: 'noise', text: latin1(bytes), hex: hexOf(bytes) }
}

const specs: { readonly [protocol: string]: string } = {
  LCP: 'RFC 1661',
  PAP: 'RFC 1334',
  CHAP: 'RFC 1994',
  IPCP: 'RFC 1332, RFC 1877',
  IP: 'RFC 791',
  IPV6CP: 'RFC 5072',
  IPV6: 'RFC 8200',
}

const ipProtocols: { readonly [number: number]: string } = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  58: 'ICMPv6',
}

function summary(frame: DecodedFrame): string {
  const { ip } = frame
  if (ip)
    return `${frame.protocolName} ${ipProtocols[ip.proto] ?? `protocol ${ip.proto}`} ${ip.src} > ${ip.dst}, ${ip.totalLength} octets`
  const options = frame.options?.map(({ name, value }) =>
    value === null ? name : `${name}=${value}`,
  )
  return [
    frame.protocolName || 'PPP',
    frame.codeName,
    frame.id === undefined ? undefined : `id=${frame.id}`,
    ...(options ?? []),
    frame.rejected === undefined ? undefined : `rejected=${frame.rejected}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

function factsOf(frame: DecodedFrame): Facts {
  const options = Object.fromEntries(
    (frame.options ?? []).map(({ name, value }) => [name, value ?? true]),
  )
  return {
    protocol: frame.protocolName,
    ...(frame.codeName === undefined ? {} : { code: frame.codeName, id: frame.id }),
    ...(frame.options ? { options } : {}),
    ...(frame.ip ? { ...frame.ip } : {}),
    ...(frame.message ? { message: frame.message } : {}),
    ...(frame.error === undefined ? {} : { error: frame.error.en }),
  }
}

function severityOf(frame: DecodedFrame): Severity {
  if (frame.error !== undefined) return 'warning'
  if (frame.codeName === 'AuthNak' || frame.codeName === 'Failure') return 'failure'
  return frame.codeName === 'TermReq' || frame.codeName === 'CodeRej' ? 'notice' : 'fine'
}
