import type { Row } from '@core/at/row'

/** Quectel prints `-` for what it does not measure now; the readers of a row with that as null. */
export function dashed(row: Row) {
  const none = (i: number) => row.text(i) === '-'
  return {
    count: row.count,
    text: (i: number) => (none(i) ? null : row.text(i)),
    int: (i: number, name?: string) => (none(i) ? null : row.int(i, name)),
    hex: (i: number, name?: string) => (none(i) ? null : row.hex(i, name)),
    decimal: (i: number, name?: string) => (none(i) ? null : row.decimal(i, name)),
    /** A level in dBm or dB; Quectel prints -32768 and the like for what it cannot measure. */
    level(i: number, name: string) {
      const value = none(i) ? null : row.decimal(i, name)
      return typeof value === 'number' && (value < -160 || value > 60) ? null : value
    },
    cell(i: number) {
      if (!none(i)) row.mark(i, 'cell')
    },
  }
}
