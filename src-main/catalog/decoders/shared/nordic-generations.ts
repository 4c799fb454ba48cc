import type { Facts } from '@core/at/knowledge'
import type { Parameter } from '@core/at/parameter'
import { positional } from '@core/at/read-facts'
import type { Row } from '@core/at/row'
import { data, host, port } from './vocabulary'

/**
 * Three generations: up to nRF Connect SDK 1.5 a kind of data stood before the data, up to serial_lte_modem v1 the data
 * stood alone (flags behind), Serial Modem says socket, mode and flags first. How many values there are, and which of
 * them are numbers, tells them apart.
 */
const kinds = ['hex', 'text', 'JSON', 'HTML', 'OMA TLV']
const modes = ['text', 'hex', 'data mode']

const numeric = (row: Row, i: number) =>
  /^-?\d{1,10}$/.test(row.fields[i]?.text ?? '') && !row.fields[i]?.quoted

export function behindSocket(row: Row, first: boolean, parameters: readonly Parameter[]): Facts {
  const rest = positional(row, parameters, first ? 1 : 0)
  return first ? { handle: row.int(0, 'handle'), ...rest } : rest
}

export function sentOn(row: Row): Facts {
  if (row.count >= 3 && numeric(row, 0) && numeric(row, 1))
    return { handle: row.int(0), form: modes[row.int(1) ?? -1] ?? null, data: row.text(3) }
  if (row.count >= 2 && numeric(row, 0) && !numeric(row, 1))
    return { form: kinds[row.int(0) ?? -1] ?? null, data: row.text(1) }
  return positional(row, [data])
}

export function sentTo(row: Row): Facts {
  if (row.count >= 5 && numeric(row, 0) && numeric(row, 1))
    return {
      handle: row.int(0),
      form: modes[row.int(1) ?? -1] ?? null,
      ...positional(row, [host, port, data], 3),
    }
  if (row.count === 4 && numeric(row, 2))
    return {
      ...positional(row, [host, port]),
      form: kinds[row.int(2) ?? -1] ?? null,
      data: row.text(3),
    }
  return positional(row, [host, port, data])
}
