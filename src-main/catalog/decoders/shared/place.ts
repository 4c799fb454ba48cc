import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** A coordinate as the modem prints it: `3113.330650`, `31.22214`, `3113.3306N`. Where a modem is, is masked. */
export function coordinate(row: Row, i: number): string | null | undefined {
  row.mark(i, 'position')
  return row.text(i)
}

/**
 * The columns around the letters N or S and E or W, which every firmware prints although the counts of satellites before
 * them differ: `lat,N/S,lon,E/W,date,time,altitude,speed,course,PDOP,HDOP,VDOP`.
 */
export function aroundLetters(row: Row): Facts {
  const at = row.fields.findIndex((field) => /^[NS]$/.test(field.text))
  if (at < 1) return { fix: false }
  return {
    fix: true,
    latitude: coordinate(row, at - 1),
    latitude_side: row.text(at),
    longitude: coordinate(row, at + 1),
    longitude_side: row.text(at + 2),
    date: row.text(at + 3),
    utc: row.text(at + 4),
    altitude_m: row.decimal(at + 5, 'altitude'),
    speed: row.decimal(at + 6, 'speed'),
    course: row.decimal(at + 7, 'course'),
    pdop: row.decimal(at + 8, 'pdop'),
    hdop: row.decimal(at + 9, 'hdop'),
    vdop: row.decimal(at + 10, 'vdop'),
  }
}
