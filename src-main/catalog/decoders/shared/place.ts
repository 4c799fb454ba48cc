import type { Facts } from '@core/at/knowledge'
import { decimal, int, type Parameter, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'

/** A coordinate as the modem prints it: `3113.330650`, `31.22214`, `3113.3306N`. Where a modem is, is masked. */
export function coordinate(row: Row, i: number): string | null | undefined {
  row.mark(i, 'position')
  return row.text(i)
}

/** A fix in the eleven columns in which Telit ($GPSACP) and, after it, Quectel (+QGPSLOC) tell one. */
export const fixOf = (row: Row): Facts => ({
  utc: row.text(0),
  latitude: coordinate(row, 1),
  longitude: coordinate(row, 2),
  hdop: row.decimal(3, 'hdop'),
  altitude_m: row.decimal(4, 'altitude'),
  fix: row.int(5, 'fix'),
  course: row.text(6),
  speed_kmh: row.decimal(7, 'speed'),
  speed_knots: row.decimal(8, 'speed'),
  date: row.text(9),
  nsat: row.int(10, 'nsat'),
})
/** Their names; which fixes a modem tells apart is its own. */
export const fixParameters = (fix: Parameter): readonly Parameter[] => [
  text('utc', 'UTC', 'UTC'),
  decimal('hdop', 'HDOP', 'HDOP'),
  decimal('altitude_m', 'altitude m', '高度 m'),
  fix,
  decimal('speed_kmh', 'km/h', 'km/h'),
  text('date', 'date (ddmmyy)', '日付（ddmmyy）'),
  int('nsat', 'satellites', '衛星数'),
]

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
