import type { Words } from '../words'

/** Where an account lives: the end points of Japan and of the rest of the world are two, and know each other's SIMs not. */
export const coverages = ['jp', 'g'] as const
export type Coverage = (typeof coverages)[number]

/** How the platform is asked: an authentication key, a user of SAM, a profile of the `soracom` command. */
export type SoracomWay = 'key' | 'user' | 'cli'

/** Who is signed in. No key, password or token is in it. */
export interface SoracomAccount {
  readonly way: SoracomWay
  readonly coverage: Coverage
  /** The operator and user of the platform, or the profile of the `soracom` command. */
  readonly name: string
  /** Where it lies between two starts of the program. */
  readonly kept: 'keyring' | 'file' | 'not'
}

/** A SIM as the platform knows it. What it did not say is null. Field names follow `Sim` of SORACOM's API description. */
export interface SoracomSim {
  readonly simId: string
  readonly imsi: string | null
  /** `ready`, `active`, `inactive`, `standby`, `suspended`, `terminated`; another word is kept as it came. */
  readonly status: string | null
  readonly name: string | null
  readonly groupId: string | null
  /** Null also where the account may not read groups. */
  readonly groupName: string | null
  readonly speedClass: string | null
  readonly subscription: string | null
  /** Whether it has a session now. */
  readonly online: boolean | null
  readonly address: string | null
  /** The device that has the session. */
  readonly imei: string | null
  /** The only device that may use the SIM. */
  readonly imeiLock: string | null
  readonly radio: string | null
}

/** Something that happened to the SIM's session, by the platform's clock put right. */
export interface SoracomEvent {
  /** Milliseconds since 1970 by this computer's clock. */
  readonly atMs: number
  /** `Created`, `Modified`, `Deleted`; another word is kept as it came. */
  readonly event: string
  readonly apn: string | null
  readonly address: string | null
  readonly radio: string | null
}

/** Octets over the air as the platform counts them, in pieces of some five minutes. */
export interface SoracomUsage {
  readonly atMs: number
  readonly uplink: number
  readonly downlink: number
}

/** What the platform said of the SIM of a slot. */
export interface SoracomSeen {
  readonly sim: SoracomSim | null
  /** Newest first. */
  readonly events: readonly SoracomEvent[]
  readonly usage: readonly SoracomUsage[]
  /** When it was asked last; null: not yet. */
  readonly askedMs: number | null
  /** The platform's clock ahead of this computer's, ms; null: it did not say. Times above are put right by it. */
  readonly aheadMs: number | null
  /** It is asked again and again while this is true. */
  readonly watching: boolean
  /** What it says about the connection that was tried last; null: nothing that is known. */
  readonly verdict: Words | null
  /** Why the last question had no answer. */
  readonly trouble: { readonly code: string; readonly words: Words } | null
}

/** One ping from the platform down to the device. */
export interface SoracomPing {
  readonly success: boolean
  /** As the platform words them. */
  readonly rtt: string
  readonly stat: string
}

/** A port of the device that is reached from outside (Napter). */
export interface SoracomPortMapping {
  readonly endpoint: string
  readonly devicePort: number | null
  /** Seconds. */
  readonly duration: number | null
  readonly tls: boolean
  readonly ipRanges: readonly string[]
}

/** A capture of packets by the platform. */
export interface SoracomCapture {
  readonly sessionId: string
  /** `REQUESTED`, `ACCEPTED`, `CAPTURING`, `POST_PROCESSING`, `DONE`, `FAILED`, `STOPPED`. */
  readonly status: string
  /** Seconds. */
  readonly duration: number | null
  readonly failedReason: string | null
  /** It can be fetched; the address itself is a secret for as long as it is valid, and is told to nobody but who asked. */
  readonly url: string | null
}

export const nothingSeen: SoracomSeen = {
  sim: null,
  events: [],
  usage: [],
  askedMs: null,
  aheadMs: null,
  watching: false,
  verdict: null,
  trouble: null,
}
