import type { Facts } from '@core/at/knowledge'
import { Row } from '@core/at/row'
import { nmeaSum } from '@core/gnss/nmea'
import { degreesOf, kmhOfKnots, numberOf, utcOf } from '@core/gnss/position'
import { systemIds, systemOf, talkers } from '@core/gnss/receiver'

/** A sentence as it may come: with or without its check sum, which may be wrong. */
export const nmeaShape = /^\$(?:(?:G[A-Z]|BD|QZ)[A-Z]{3}|P[A-Z]{2,8}\d{0,4}),[\x20-\x7e]*$/

/** Degrees with their sides; they are places, and masked as such. */
function place(row: Row, at: number): Facts {
  const [lat, ns, lon, ew] = [at, at + 1, at + 2, at + 3].map((i) => row.text(i) ?? undefined)
  row.mark(at, 'position')
  row.mark(at + 2, 'position')
  return {
    latitude: degreesOf(lat, ns, 'latitude'),
    longitude: degreesOf(lon, ew, 'longitude'),
  }
}

const number = (row: Row, i: number) => numberOf(row.text(i) ?? undefined)

function utc(row: Row, time: number, date: number): string | null {
  return utcOf(row.text(date) ?? undefined, row.text(time) ?? undefined)
}

/** By type, what the sentence says (NMEA 0183 4.11, 6.3). The address is field 0. */
const readers: Readonly<Record<string, (row: Row, talker: string) => Facts>> = {
  RMC: (row) => {
    const knots = number(row, 7)
    return {
      valid: row.text(2) === 'A',
      ...place(row, 3),
      utc: utc(row, 1, 9),
      speed_kmh: knots === null ? null : kmhOfKnots(knots),
      course: number(row, 8),
    }
  },
  GGA: (row) => {
    const quality = number(row, 6)
    return {
      valid: quality !== null && quality > 0,
      ...place(row, 2),
      utc_time: row.text(1) ?? null,
      quality,
      used: number(row, 7),
      hdop: number(row, 8),
      altitude_m: number(row, 9),
    }
  },
  GNS: (row) => {
    const modes = row.text(6) ?? ''
    return {
      valid: /[^N]/.test(modes),
      ...place(row, 2),
      utc_time: row.text(1) ?? null,
      mode: modes,
      used: number(row, 7),
      hdop: number(row, 8),
      altitude_m: number(row, 9),
    }
  },
  GLL: (row) => ({
    valid: row.text(6) === 'A',
    ...place(row, 1),
    utc_time: row.text(5) ?? null,
  }),
  VTG: (row) => ({ course: number(row, 1), speed_kmh: number(row, 7) }),
  ZDA: (row) => {
    const two = (i: number) => (row.text(i) ?? '').padStart(2, '0')
    return { utc: utcOf(`${two(2)}${two(3)}${(row.text(4) ?? '').slice(-2)}`, row.text(1) ?? '') }
  },
  TXT: (row) => ({ text: row.text(4) ?? null }),
  GSA: (row, talker) => {
    const used = [...Array(12).keys()].flatMap((i) => number(row, i + 3) ?? [])
    const first = used[0]
    const told = talker === 'GN' ? systemIds[number(row, 18) ?? 0] : talkers[talker]
    return {
      system: told ?? (first === undefined ? null : (systemOf('GN', first) ?? null)),
      fix: number(row, 2),
      used,
      pdop: number(row, 15),
      hdop: number(row, 16),
      vdop: number(row, 17),
    }
  },
  GSV: (row, talker) => {
    const satellites = []
    // A signal may stand behind the last satellite (4.10).
    for (let i = 4; i + 4 <= row.count; i += 4) {
      const id = number(row, i)
      if (id === null) continue
      satellites.push({
        id,
        elevation: number(row, i + 1),
        azimuth: number(row, i + 2),
        cn0: number(row, i + 3),
      })
    }
    const first = satellites[0]
    const system = talkers[talker] ?? (first ? systemOf(talker, first.id) : undefined)
    return {
      system: system ?? null,
      sentences: number(row, 1),
      sentence: number(row, 2),
      in_view: number(row, 3),
      satellites,
    }
  },
}

/** What a sentence says, and whether its check sum (the exclusive or of its characters) is right; nothing more of a broken one. */
export function readNmea(row: Row): Facts {
  const [, body = '', sum] = /^\$(.*?)(?:\*([\dA-F]{2}))?$/i.exec(row.line.trim()) ?? []
  const address = body.split(',', 1)[0] ?? ''
  const own = address.startsWith('P')
  const head = own ? { type: address } : { talker: address.slice(0, 2), type: address.slice(2) }
  if (sum === undefined) return { ...head, ...inside(row) }
  if (nmeaSum(body) !== sum.toUpperCase()) {
    // A digit that was lost may be one of a place.
    row.markText(body.slice(address.length + 1), 'position')
    return { ...head, checksum: 'wrong' }
  }
  return {
    ...head,
    checksum: 'right',
    ...inside(new Row(row.line.slice(0, row.line.lastIndexOf('*')))),
  }

  function inside(from: Row): Facts {
    const read = own ? undefined : readers[address.slice(2)]
    const facts = read?.(from, address.slice(0, 2)) ?? {}
    if (from !== row) row.secrets.push(...from.secrets)
    return facts
  }
}
