import { boardOf } from '@catalog/boards'
import type { Wiring } from '@core/power/board'
import type { BoardChoice } from './slot-board'

/** The board each persona sits on in real life; the others are bare modules. */
const boardOfPersona: { readonly [persona: string]: string } = {
  sim7672: 'microcat1',
  sim5320: '3gpi-v2',
  sim5320je: '3gpi-v2',
  sim7600: '4gpi',
}
const wiring: Wiring = { power: 'power', reset: 'reset', status: 'status' }

/** Board and adapter of a simulated modem, so that it can be switched from the window; undefined for other ports. */
export function simulatedBoard(path: string): BoardChoice | undefined {
  // Options and the name it came back under do not belong to the modem's own name.
  const base = /^(sim:([a-z0-9-]+)(?:#\d+)?)/i.exec(path)
  const [, adapter, persona] = base ?? []
  if (adapter === undefined || persona === undefined) return undefined
  const board = boardOf(boardOfPersona[persona.toLowerCase()] ?? 'custom')
  return board ? { board, adapter: adapter.toLowerCase(), wiring, automatic: true } : undefined
}
