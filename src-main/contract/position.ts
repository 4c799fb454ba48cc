import { z } from 'zod'
import { gnssStarts } from '@core/gnss/position'
import type { GnssPosition, GnssSatellite, GnssStart } from '@core/gnss/position'
import { trackFormats } from '@core/gnss/track'
import type { SeenLine, Words } from '@core/words'
import { call } from './call'
import type { ExportedFile } from './exported-file'
import { portPath, slotName } from './schema'

/** The port on which the sentences of NMEA 0183 come, beside AT. */
export interface NmeaPortState {
  readonly path: string
  readonly state: 'open' | 'ended'
  /** Sentences that came here or on the AT port; and those whose check sum was wrong. */
  readonly sentences: number
  readonly bad: number
}

/** The receiver for satellites in a slot's modem, as it was read last. */
export interface PositionState {
  /** Null: none whose commands are known; its NMEA port can be read all the same. */
  readonly family: { readonly id: string; readonly name: string; readonly source: string } | null
  /** Null: the modem does not tell. */
  readonly on: boolean | null
  /** Kinds of start the family has a command for. */
  readonly starts: readonly GnssStart[]
  /** The last start from here. `kind` null: turned on, and the receiver chose. */
  readonly started: {
    readonly kind: GnssStart | null
    readonly atMs: number
    /** From the command to the first position that was read; null: none yet. As fine as the reading is frequent. */
    readonly firstFixMs: number | null
  } | null
  /** Null: none yet, or no longer. */
  readonly position: GnssPosition | null
  readonly satellites: readonly GnssSatellite[]
  /** Whether anything has told of satellites: without it an empty list means nothing. */
  readonly satellitesKnown: boolean
  readonly nmea: {
    /** Ports of this modem that may carry the sentences. */
    readonly ports: readonly { readonly path: string; readonly label: SeenLine }[]
    readonly port: NmeaPortState | null
    /** The modem can be told to send them by itself. */
    readonly canStream: boolean
    readonly streams: boolean
  }
  /** What the modem says of its assistance data; null: nothing. */
  readonly assisted: Words | null
  readonly track: { readonly points: number; readonly metres: number }
}

const ofSlot = z.object({ slot: slotName })

export const positionCalls = {
  /** Asks where the modem is. `whole`: also whether the receiver is on, and what helps it. Changes nothing. */
  'position.read': call<PositionState>()(ofSlot.extend({ whole: z.boolean().default(true) })),
  /** Turns the receiver on or off; one that is so already is left as it is. */
  'position.power': call<PositionState>()(ofSlot.extend({ on: z.boolean() })),
  /** Starts the receiver in this way, and turns it on for that. The time to the first position counts from here. */
  'position.start': call<PositionState>()(ofSlot.extend({ kind: z.enum(gnssStarts) })),
  /** Reads the sentences of NMEA 0183 from this port of the modem; null closes it. */
  'position.port': call<PositionState>()(ofSlot.extend({ path: portPath.nullable() })),
  /** Has the modem send the sentences by itself, or no longer. */
  'position.stream': call<PositionState>()(ofSlot.extend({ on: z.boolean() })),
  /** The positions since the last clearing as a file. Without `showPlaces` it begins at 0° 0′. */
  'position.track': call<ExportedFile>()(
    ofSlot.extend({ format: z.enum(trackFormats), showPlaces: z.boolean().default(false) }),
  ),
  /** Forgets the way so far. */
  'position.clear': call<void>()(ofSlot),
} as const
