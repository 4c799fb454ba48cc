import { fromHex, hexOf } from '../bytes'
import { utf8, utf8Bytes } from '../utf8'
import { tlv, tlvsIn, valueOf, type Tlv } from './tlv'

/** The application of an eUICC that answers ES10 (GSMA SGP.22, 2.4.3): ISD-R. */
export const ISD_R = 'A0000005591010FFFFFFFF8900000100'

export const profileStates = ['disabled', 'enabled'] as const
export const profileKinds = ['test', 'provisioning', 'operational'] as const

/** A profile on an eUICC. */
export interface EsimProfile {
  /** As it is printed: 19 or 20 digits. */
  readonly iccid: string
  readonly state: (typeof profileStates)[number]
  /** What the person calls it; empty: nothing. */
  readonly nickname: string
  readonly provider: string
  readonly name: string
  readonly kind: (typeof profileKinds)[number]
  /** The operator allows that it is disabled (PPR1), deleted (PPR2). */
  readonly mayDisable: boolean
  readonly mayDelete: boolean
}

/** Why the eUICC did not do what was asked; the numbers are those of SGP.22, 5.7.16 to 5.7.18 and 5.7.21. */
export const esimRefusals = {
  1: 'not-found',
  2: 'not-in-state',
  3: 'policy',
  4: 'reenabling',
  5: 'busy',
} as const
export type EsimRefusal = (typeof esimRefusals)[keyof typeof esimRefusals] | 'unknown'

const tags = {
  iccid: 0x5a,
  state: 0x9f70,
  nickname: 0x90,
  provider: 0x91,
  name: 0x92,
  kind: 0x95,
  rules: 0x99,
} as const
const GET_EID = 0xbf3e
const GET_PROFILES = 0xbf2d
const GET_INFO = 0xbf22
const GET_ADDRESSES = 0xbf3c
const LIST_NOTIFICATIONS = 0xbf28
const SET_NICKNAME = 0xbf29
const ENABLE = 0xbf31
const DISABLE = 0xbf32
const DELETE = 0xbf33
const PROFILE = 0xe3
const LIST_OK = 0xa0
const RESULT = 0x80

const tagList = (...wanted: readonly number[]) =>
  tlv(0x5c, Uint8Array.from(wanted.flatMap((tag) => (tag > 0xff ? [tag >> 8, tag & 0xff] : [tag]))))

/** An ICCID as the card keeps it: its digits in pairs, changed over, F behind an odd one (EF ICCID, 102 221, 13.2). */
export function iccidOctets(digits: string): Uint8Array {
  const even = digits.padEnd(20, 'F')
  return fromHex(even.replaceAll(/(.)(.)/g, '$2$1')) ?? new Uint8Array(0)
}
export function iccidText(octets: Uint8Array): string {
  return hexOf(octets)
    .replaceAll(/(.)(.)/g, '$2$1')
    .replace(/f+$/i, '')
}

export const mostNicknameOctets = 64
/** Why a name does not fit: too many octets of UTF-8, or a control character; null: it fits. */
export function nicknameProblem(name: string): number | 'control' | null {
  if (/\p{Cc}/u.test(name)) return 'control'
  const { length } = utf8Bytes(name)
  return length > mostNicknameOctets ? length : null
}

/** Requests of ES10b and ES10c (SGP.22, 5.7). */
export const esimRequests = {
  eid: tlv(GET_EID, tagList(0x5a)),
  info: tlv(GET_INFO),
  addresses: tlv(GET_ADDRESSES),
  notifications: tlv(LIST_NOTIFICATIONS),
  profiles: tlv(GET_PROFILES, tagList(...Object.values(tags))),
  rename: (iccid: string, nickname: string) =>
    tlv(SET_NICKNAME, tlv(tags.iccid, iccidOctets(iccid)), tlv(tags.nickname, utf8Bytes(nickname))),
  /** The modem is asked by the card to read it anew (REFRESH). */
  enable: (iccid: string) => switchOf(ENABLE, iccid),
  disable: (iccid: string) => switchOf(DISABLE, iccid),
  remove: (iccid: string) => tlv(DELETE, tlv(tags.iccid, iccidOctets(iccid))),
}

function switchOf(tag: number, iccid: string): Uint8Array {
  const refresh = tlv(0x81, Uint8Array.of(0xff))
  return tlv(tag, tlv(0xa0, tlv(tags.iccid, iccidOctets(iccid))), refresh)
}

/** What stands in an answer to the request with this tag; undefined: it is no such answer. */
function bodyOf(answer: Uint8Array, tag: number): readonly Tlv[] | undefined {
  const body = valueOf(tlvsIn(answer), tag)
  return body && tlvsIn(body)
}

/** 32 digits; undefined: the answer is none. */
export function eidOf(answer: Uint8Array): string | undefined {
  const eid = valueOf(bodyOf(answer, GET_EID), 0x5a)
  return eid?.length === 16 ? hexOf(eid) : undefined
}

/** Undefined: the answer is no list. What of a profile is missing counts as empty. */
export function profilesOf(answer: Uint8Array): readonly EsimProfile[] | undefined {
  const list = valueOf(bodyOf(answer, GET_PROFILES), LIST_OK)
  const rows = list && tlvsIn(list)
  return rows?.filter(({ tag }) => tag === PROFILE).flatMap(({ value }) => profileOf(value) ?? [])
}
function profileOf(octets: Uint8Array): EsimProfile | undefined {
  const objects = tlvsIn(octets)
  const iccid = valueOf(objects, tags.iccid)
  if (!iccid) return undefined
  // Names come from outside: none may begin a line of its own where they are shown.
  const text = (tag: number) =>
    utf8(valueOf(objects, tag) ?? new Uint8Array(0)).replaceAll(/\p{Cc}/gu, '\uFFFD')
  const [state = 0] = valueOf(objects, tags.state) ?? []
  const [kind = 2] = valueOf(objects, tags.kind) ?? []
  // A bit string: the count of unused bits, then pprUpdateControl, PPR1, PPR2 from the highest bit.
  const [, rules = 0] = valueOf(objects, tags.rules) ?? []
  return {
    iccid: iccidText(iccid),
    state: profileStates[state] ?? 'disabled',
    nickname: text(tags.nickname),
    provider: text(tags.provider),
    name: text(tags.name),
    kind: profileKinds[kind] ?? 'operational',
    mayDisable: (rules & 0x40) === 0,
    mayDelete: (rules & 0x20) === 0,
  }
}

/** What the eUICC says of itself: the version of SGP.22 it follows, and its free memory in octets. */
export interface EsimInfo {
  readonly version: string | null
  readonly freeBytes: number | null
}
export function infoOf(answer: Uint8Array): EsimInfo {
  const body = bodyOf(answer, GET_INFO)
  const version = valueOf(body, 0x82)
  // Extended card resources (102 226): 81 applications, 82 free memory that keeps, 83 free memory that does not.
  const free = valueOf(tlvsIn(valueOf(body, 0x84) ?? new Uint8Array(0)), 0x82)
  return {
    version: version?.length === 3 ? version.join('.') : null,
    freeBytes: free ? free.reduce((sum, one) => sum * 256 + one, 0) : null,
  }
}

/** The server that profiles come from unless another one is named (SM-DP+); null: none is set. */
export function serverOf(answer: Uint8Array): string | null {
  const server = valueOf(bodyOf(answer, GET_ADDRESSES), 0x80)
  return server && server.length > 0 ? utf8(server) : null
}

/** How many notices to operators wait on the eUICC; null: it does not tell. */
export function waitingOf(answer: Uint8Array): number | null {
  const list = valueOf(bodyOf(answer, LIST_NOTIFICATIONS), LIST_OK)
  return (list && tlvsIn(list)?.length) ?? null
}

/** Null: it was done. Undefined: the answer is none to this kind of request. */
export function refusalOf(answer: Uint8Array): EsimRefusal | null | undefined {
  for (const tag of [ENABLE, DISABLE, DELETE, SET_NICKNAME]) {
    const [code] = valueOf(bodyOf(answer, tag), RESULT) ?? []
    if (code === 0) return null
    if (code !== undefined) return isRefusal(code) ? esimRefusals[code] : 'unknown'
  }
  return undefined
}
const isRefusal = (code: number): code is keyof typeof esimRefusals =>
  Object.hasOwn(esimRefusals, code)
