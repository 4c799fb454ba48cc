import { boardOf } from '@catalog/boards'
import type { Wiring } from '@core/power/board'
import type { BoardChoice } from './board-adapter'

/** The board each persona sits on in real life; the others are bare modules. */
const boardOfPersona: { readonly [persona: string]: string } = {
  sim7672: 'microcat1',
  sim5320: '3gpi-v2',
  sim5320je: '3gpi-v2',
  sim7600: '4gpi',
}
const wiring: Wiring = { power: 'power', reset: 'reset', status: 'status' }

/** Board and adapter a port brings with it, so that the modem can be switched from the window; undefined for most. */
export function offeredBoard(path: string): BoardChoice | undefined {
  return /^micropython:/i.test(path) ? microcat(path) : simulatedBoard(path)
}

/** A MicroPython port is a MicroCat.1 unless pins are named: its lines are reached through the same link. */
function microcat(path: string): BoardChoice | undefined {
  const board = boardOf('microcat1')
  if (!board || /[?&](tx|rx)=/i.test(path)) return undefined
  return { board, adapter: path, wiring: board.pinSets[0]?.pins ?? {}, automatic: true }
}

function simulatedBoard(path: string): BoardChoice | undefined {
  // Options and the name it came back under do not belong to the modem's own name.
  const base = /^(sim:([a-z0-9-]+)(?:#\d+)?)/i.exec(path)
  const [, adapter, persona] = base ?? []
  if (adapter === undefined || persona === undefined) return undefined
  const board = boardOf(boardOfPersona[persona.toLowerCase()] ?? 'custom')
  return board ? { board, adapter: adapter.toLowerCase(), wiring, automatic: true } : undefined
}
