import { concat, hexOf, fromHex } from '../bytes'
import { iccidOctets, iccidText, ISD_R } from '../esim/euicc'
import { tlv, tlvsIn, valueOf } from '../esim/tlv'
import { utf8, utf8Bytes } from '../utf8'
import type { CardAnswer, CardCommand } from './card-command'
import { EuiccDownload } from './euicc-download'
import type { EuiccData, ProfileData } from './persona'

interface Kept {
  readonly profile: ProfileData
  nickname: string
  enabled: boolean
}

const nothing = new Uint8Array(0)
const DONE = 0x9000
/** Octets a GET RESPONSE carries. */
const mostInAnswer = 255

const results = { notFound: 1, notInState: 2, policy: 3, unknown: 127 } as const
const result = (tag: number, code: number) => tlv(tag, tlv(0x80, Uint8Array.of(code)))

/** ISD-R of a card with several profiles: ES10b and ES10c as far as hosts manage profiles with them (GSMA SGP.22, 5.7). */
export class SimulatedEuicc {
  readonly #eid: string
  readonly #onSwitch: (enabled: ProfileData | undefined) => void
  #profiles: readonly Kept[]
  #notices: readonly { readonly number: number; readonly event: number; readonly iccid: string }[] =
    []
  #noticeNumber = 0
  readonly #download: EuiccDownload
  #gathered: Uint8Array = nothing
  #rest: Uint8Array = nothing

  constructor(data: EuiccData, onSwitch: (enabled: ProfileData | undefined) => void) {
    this.#eid = data.eid
    this.#onSwitch = onSwitch
    this.#profiles = data.profiles.map((profile, at) => ({
      profile,
      nickname: '',
      enabled: at === 0,
    }))
    this.#download = new EuiccDownload({
      known: (iccid) => this.#profiles.some(({ profile }) => profile.iccid === iccid),
      install: (profile) => this.#install(profile),
    })
  }

  /** STORE DATA in blocks, GET RESPONSE for what is longer than one answer. */
  exchange({ instruction, p1, expected, data }: CardCommand): CardAnswer {
    if (instruction === 0xc0) return this.#next(expected)
    if (instruction !== 0xe2) return { data: nothing, status: 0x6d00 }
    this.#gathered = concat([this.#gathered, data])
    if (p1 !== 0x91) return { data: nothing, status: DONE }
    const request = this.#gathered
    this.#gathered = nothing
    const answer = this.#answer(request)
    if (!answer) return { data: nothing, status: 0x6a80 }
    this.#rest = answer
    if (answer.length === 0) return { data: nothing, status: DONE }
    return { data: nothing, status: 0x6100 | Math.min(answer.length, mostInAnswer) }
  }
  #next(expected: number): CardAnswer {
    const data = this.#rest.subarray(0, expected === 0 ? mostInAnswer : expected)
    this.#rest = this.#rest.subarray(data.length)
    const left = Math.min(this.#rest.length, mostInAnswer)
    return { data, status: left > 0 ? 0x6100 | left : DONE }
  }

  #answer(octets: Uint8Array): Uint8Array | undefined {
    const loaded = this.#download.answer(octets)
    if (loaded) return loaded
    const [request] = tlvsIn(octets) ?? []
    if (!request) return undefined
    const { tag, value } = request
    switch (tag) {
      case 0xbf3e:
        return tlv(tag, tlv(0x5a, fromHex(this.#eid) ?? nothing))
      case 0xbf2d:
        return tlv(tag, tlv(0xa0, ...this.#profiles.map(described)))
      case 0xbf22:
        return tlv(tag, ...information)
      case 0xbf3c:
        return tlv(tag, tlv(0x81, utf8Bytes('testrootsmds.example.com')))
      case 0xbf28:
        return tlv(tag, tlv(0xa0, ...this.#notices.map(noticeOf)))
      case 0xbf2b:
        return tlv(tag, tlv(0xa0, ...this.#wanted(value).map(signedNotice)))
      case 0xbf30:
        return result(tag, this.#forget(value))
      case 0xbf29:
        return result(tag, this.#rename(value))
      case 0xbf31:
      case 0xbf32:
        return result(tag, this.#switch(value, tag === 0xbf31))
      case 0xbf33:
        return result(tag, this.#remove(value))
      default:
        return undefined
    }
  }

  #find(octets: Uint8Array | undefined): Kept | undefined {
    const iccid = iccidText(octets ?? nothing)
    return this.#profiles.find(({ profile }) => profile.iccid === iccid)
  }
  #rename(value: Uint8Array): number {
    const objects = tlvsIn(value)
    const found = this.#find(valueOf(objects, 0x5a))
    if (!found) return results.notFound
    found.nickname = utf8(valueOf(objects, 0x90) ?? nothing)
    return 0
  }
  #switch(value: Uint8Array, on: boolean): number {
    const chosen = valueOf(tlvsIn(value), 0xa0)
    const found = this.#find(chosen && valueOf(tlvsIn(chosen), 0x5a))
    if (!found) return results.notFound
    if (found.enabled === on) return results.notInState
    const before = this.#profiles.find(({ enabled }) => enabled)
    if (before) before.enabled = false
    found.enabled = on
    this.#notice(on ? 0x40 : 0x20, found)
    this.#onSwitch(on ? found.profile : undefined)
    return 0
  }
  #remove(value: Uint8Array): number {
    const found = this.#find(valueOf(tlvsIn(value), 0x5a))
    if (!found) return results.notFound
    if (found.enabled) return results.notInState
    if (found.profile.stays) return results.policy
    this.#profiles = this.#profiles.filter((one) => one !== found)
    this.#notice(0x10, found)
    return 0
  }
  /** Disabled, as a profile comes to a card. */
  #install(profile: ProfileData): number {
    const kept = { profile, nickname: '', enabled: false }
    this.#profiles = [...this.#profiles, kept]
    this.#notice(0x80, kept)
    return this.#noticeNumber
  }
  /** The notice of a number, or all of them. */
  #wanted(value: Uint8Array) {
    const chosen = valueOf(tlvsIn(value), 0xa0)
    const [wanted] = valueOf(chosen && tlvsIn(chosen), 0x80) ?? []
    return this.#notices.filter(({ number }) => wanted === undefined || number === wanted)
  }
  #forget(value: Uint8Array): number {
    const [wanted] = valueOf(tlvsIn(value), 0x80) ?? []
    const left = this.#notices.filter(({ number }) => number !== wanted)
    if (left.length === this.#notices.length) return results.notFound
    this.#notices = left
    return 0
  }
  #notice(event: number, { profile }: Kept): void {
    this.#noticeNumber += 1
    this.#notices = [...this.#notices, { number: this.#noticeNumber, event, iccid: profile.iccid }]
  }
}

/** Version 2.3.0, 291,666 octets free. */
const information = [
  tlv(0x81, Uint8Array.of(2, 1, 0)),
  tlv(0x82, Uint8Array.of(2, 3, 0)),
  tlv(0x83, Uint8Array.of(1, 0, 0)),
  tlv(
    0x84,
    tlv(0x81, Uint8Array.of(0)),
    tlv(0x82, Uint8Array.of(0, 4, 0x73, 0x52)),
    tlv(0x83, Uint8Array.of(0x3f, 0x44)),
  ),
  tlv(0x85, Uint8Array.of(4, 0x6a, 0x22, 0x90)),
  tlv(0x88, Uint8Array.of(3, 0x90)),
  tlv(0xa9, tlv(0x04, fromHex('81370F5125D0B1D408D4C3B232E6D25E795BEBFB') ?? nothing)),
  tlv(0xaa, tlv(0x04, fromHex('81370F5125D0B1D408D4C3B232E6D25E795BEBFB') ?? nothing)),
]

function described({ profile, nickname, enabled }: Kept): Uint8Array {
  const text = (tag: number, words: string) => (words ? [tlv(tag, utf8Bytes(words))] : [])
  return tlv(
    0xe3,
    tlv(0x5a, iccidOctets(profile.iccid)),
    tlv(0x9f70, Uint8Array.of(enabled ? 1 : 0)),
    ...text(0x90, nickname),
    ...text(0x91, profile.provider),
    ...text(0x92, profile.name),
    tlv(0x95, Uint8Array.of(profile.kind)),
    ...(profile.stays ? [tlv(0x99, Uint8Array.of(5, 0x20))] : []),
  )
}

const signedNotice = (notice: Parameters<typeof noticeOf>[0]) =>
  tlv(0x30, noticeOf(notice), tlv(0x5f37, new Uint8Array(64)))

function noticeOf({ number, event, iccid }: { number: number; event: number; iccid: string }) {
  return tlv(
    0xbf2f,
    tlv(0x80, Uint8Array.of(number)),
    tlv(0x81, Uint8Array.of(4, event)),
    tlv(0x0c, utf8Bytes('smdp.example.com')),
    tlv(0x5a, iccidOctets(iccid)),
  )
}

/** Its name, or the beginning of it. */
export const isIsdR = (name: Uint8Array): boolean =>
  name.length >= 5 && ISD_R.startsWith(hexOf(name).toUpperCase())
