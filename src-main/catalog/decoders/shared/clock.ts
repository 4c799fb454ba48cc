import type { Facts } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

const format =
  /(\d{2}|\d{4})\/(\d{1,2})\/(\d{1,2})\s*[, ]\s*(\d{1,2}):(\d{1,2}):(\d{1,2})\s*([+-]\d{1,3})?/

/** Days of a month; 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** 24 hours either way is as far as 27.007 goes. */
function zoneOf(row: Row, text: string | undefined): number | null {
  if (text === undefined) return null
  const quarters = Number(text)
  if (Math.abs(quarters) <= 96) return quarters
  row.refuse('a zone of at most 96 quarters of an hour')
  return null
}

/** `"14/08/05,04:00:21+40"`: the zone is in quarters of an hour. Modems without time start in 1970 or 1980. */
export function clock(row: Row, tail = row.tail): Facts {
  const found = format.exec(tail)
  if (!found) {
    row.refuse('a time such as "25/01/31,23:59:59+36"')
    return {}
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map(Number)
  const full = year >= 100 ? year : year + (year >= 70 ? 1900 : 2000)
  if (day < 1 || day > daysOf(full, month) || hour > 23 || minute > 59 || second > 60) {
    row.refuse('a date and time that exist')
    return {}
  }
  const quarters = zoneOf(row, found[7])
  return {
    year: full,
    month,
    day,
    hour,
    minute,
    second,
    tz_quarters: quarters,
    utc_offset_minutes: quarters === null ? null : quarters * 15,
  }
}
