import { concat, fromHex, sameBytes } from '../bytes'
import { iccidText } from '../esim/euicc'
import { tlv, tlvsIn, valueOf, type Tlv } from '../esim/tlv'
import { utf8 } from '../utf8'
import type { ProfileData } from './persona'

const nothing = new Uint8Array(0)
/** Nobody looks at signatures and certificates here: they have the right tags and no meaning. */
const signature = tlv(0x5f37, new Uint8Array(64))
const certificate = tlv(0x30, Uint8Array.of(0x05, 0x00))
const issuer = fromHex('81370F5125D0B1D408D4C3B232E6D25E795BEBFB') ?? nothing
const LOAD = 0xbf36
const INSTALLED = 0xbf37
/** SGP.22, 5.7.6: storeMetadata, and installFailedDueToIccidAlreadyExistsOnEuicc. */
const STORE_METADATA = 2
const ALREADY_THERE = 9
/** A block of profile metadata ends with what proves it (SCP03t). */
const macOctets = 8

interface Options {
  readonly known: (iccid: string) => boolean
  /** A profile is on the card now. The number of the notice that its operator is owed. */
  readonly install: (profile: ProfileData) => number
}

/** The card's side of a download (GSMA SGP.22, 3.1.3): ES10b from the challenge to the last block of a bound profile package. */
export class EuiccDownload {
  readonly #o: Options
  #challenges = 0
  #challenge: Uint8Array = nothing
  #transaction: Uint8Array = nothing
  #package: Uint8Array = nothing

  constructor(options: Options) {
    this.#o = options
  }

  /** Undefined: it is nothing of a download, or wrong in it. */
  answer(octets: Uint8Array): Uint8Array | undefined {
    if (this.#package.length > 0 || isHeadOf(LOAD, octets)) return this.#load(octets)
    const [{ tag, value } = { tag: 0, value: nothing }] = tlvsIn(octets) ?? []
    const within = tlvsIn(value)
    switch (tag) {
      case 0xbf20:
        return tlv(tag, tlv(0x82, Uint8Array.of(2, 3, 0)), ...issuers)
      case 0xbf2e:
        return tlv(tag, tlv(0x80, this.#nextChallenge()))
      case 0xbf38:
        return this.#authenticated(within)
      case 0xbf21:
        return tlv(tag, tlv(0xa0, this.#signed(tlv(0x5f49, new Uint8Array(65))), signature))
      case 0xbf41:
        return tlv(tag, tlv(0xa0, this.#signed(tlv(0x81, Uint8Array.of(0))), signature))
      default:
        return undefined
    }
  }

  #nextChallenge(): Uint8Array {
    this.#challenges += 1
    this.#challenge = Uint8Array.from(
      { length: 16 },
      (_none, at) => (this.#challenges * 31 + at) & 0xff,
    )
    return this.#challenge
  }
  #signed(...more: readonly Uint8Array[]): Uint8Array {
    return tlv(0x30, tlv(0x80, this.#transaction), ...more)
  }
  /** A server that does not sign the challenge of this session is refused (authenticateErrorCode: invalid signature). */
  #authenticated(request: readonly Tlv[] | undefined): Uint8Array {
    const said = tlvsIn(valueOf(request, 0x30) ?? nothing)
    this.#transaction = valueOf(said, 0x80) ?? nothing
    const ours = sameBytes(valueOf(said, 0x81) ?? nothing, this.#challenge)
    if (!ours || this.#challenge.length === 0)
      return tlv(0xbf38, tlv(0xa1, tlv(0x80, this.#transaction), tlv(0x02, Uint8Array.of(2))))
    return tlv(0xbf38, tlv(0xa0, this.#signed(), signature, certificate, certificate))
  }

  /** It comes in pieces; the last of them is answered. */
  #load(octets: Uint8Array): Uint8Array {
    this.#package = concat([this.#package, octets])
    const [whole] = tlvsIn(this.#package) ?? []
    if (!whole) return nothing
    this.#package = nothing
    this.#challenge = nothing
    return this.#installed(whole.value)
  }
  #installed(octets: Uint8Array): Uint8Array {
    const profile = profileIn(octets)
    if (!profile || this.#o.known(profile.iccid))
      return this.#result(0, tlv(0xa1, byte(0x80, STORE_METADATA), byte(0x81, ALREADY_THERE)))
    const number = this.#o.install(profile)
    return this.#result(number, tlv(0xa0, tlv(0x4f, nothing), tlv(0x04, nothing)))
  }
  #result(number: number, final: Uint8Array): Uint8Array {
    const about = tlv(0xbf2f, byte(0x80, number), tlv(0x81, Uint8Array.of(7, 0x80)))
    const data = tlv(0xbf27, tlv(0x80, this.#transaction), about, tlv(0xa2, final))
    return tlv(INSTALLED, data, signature)
  }
}

const byte = (tag: number, value: number) => tlv(tag, Uint8Array.of(value))
const issuers = [0xa9, 0xaa].map((tag) => tlv(tag, tlv(0x04, issuer)))
const isHeadOf = (tag: number, octets: Uint8Array) =>
  octets[0] === tag >> 8 && octets[1] === (tag & 0xff)

/** What StoreMetadata says of it (SGP.22, 5.5.3). What is sealed in the package is not read: the IMSI is made of the ICCID. */
function profileIn(octets: Uint8Array): ProfileData | undefined {
  const blocks = tlvsIn(valueOf(tlvsIn(octets), 0xa1) ?? nothing) ?? []
  const text = concat(blocks.map(({ value }) => value.subarray(0, -macOctets)))
  const metadata = tlvsIn(valueOf(tlvsIn(text), 0xbf25) ?? nothing)
  const iccid = iccidText(valueOf(metadata, 0x5a) ?? nothing)
  if (!/^\d{18,20}$/.test(iccid)) return undefined
  const name = (tag: number) => utf8(valueOf(metadata, tag) ?? nothing)
  return {
    iccid,
    imsi: `90131${iccid.slice(-11, -1)}`,
    provider: name(0x91),
    name: name(0x92),
    kind: valueOf(metadata, 0x95)?.[0] ?? 2,
  }
}
