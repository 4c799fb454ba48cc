import type { FamilyMark } from '../modem/family-command'
import type { Words } from '../words'
import type { GnssPosition, GnssStart } from './position'

/** Commands that start the receiver in a certain way, and what has to be so before them. */
export interface GnssStartWay {
  readonly commands: readonly string[]
  /** The receiver must run already, or must not. */
  readonly from: 'on' | 'off'
}

/** A question and how its answer is read. */
export interface GnssQuestion<T> {
  readonly command: string
  /** Undefined: the answer is not what was expected. */
  read(lines: readonly string[]): T | undefined
}

/** How the receiver in a family of modems is used. Adding a family is adding one to the catalogue. */
export interface GnssFamily {
  readonly id: string
  readonly name: string
  /** The manual the commands are from. */
  readonly source: string
  /** True when the text of ATI, AT+CGMI and AT+CGMM is this family's. */
  matches(identity: string): boolean
  /** By what one firmware of these models is told from others. */
  readonly tells?: FamilyMark
  readonly power: GnssQuestion<boolean>
  readonly on: readonly string[]
  readonly off: readonly string[]
  /** What has to be so before it can be turned on; said where that is refused. */
  readonly needs?: Words
  /** A line that says that the receiver is ready, some seconds behind the OK. */
  readonly ready?: string
  /** Starts it has a command for; where it has none, the receiver decides by what it has kept. */
  readonly starts: { readonly [kind in GnssStart]?: GnssStartWay }
  /** Asked in this order until one is taken. Null: no position yet. */
  readonly position: readonly GnssQuestion<GnssPosition | null>[]
  /** A position that comes by itself. */
  heard?(line: string): GnssPosition | null | undefined
  /** How the sentences of NMEA 0183 can be had. */
  readonly nmea: {
    /** Commands that answer with them. */
    readonly asked?: readonly string[]
    /** What has to be set first, so that they do; back to what it was by the power-off. */
    readonly first?: readonly string[]
    /** Commands that let them come by themselves, here or on the NMEA port; and those that end it. */
    readonly stream?: { readonly on: readonly string[]; readonly off: readonly string[] }
  }
  /** What the modem says of its assistance data. */
  readonly assisted?: GnssQuestion<Words>
}
