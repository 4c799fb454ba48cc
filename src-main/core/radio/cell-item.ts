import type { RadioItem, RadioReading, RadioTakes } from './item'
import { radioTitles } from './words'

/** An LTE cell by its channel and its physical id. */
export interface CellLock {
  readonly earfcn: number
  readonly pci: number
}

interface Given {
  readonly takes?: RadioTakes
  readonly command: string
  /** Null: no lock. Undefined: not of the shape that is known. */
  readonly find: (
    lines: readonly string[],
  ) => { readonly raw: string; readonly lock: CellLock | null } | undefined
  readonly lock: (lock: CellLock, now: RadioReading) => string
  readonly free: string
}

/** The lock to one cell. */
export function cellItem({ command, find, lock, free, takes = 'now' }: Given): RadioItem {
  return {
    id: 'cell',
    kind: 'cell',
    title: radioTitles.cell,
    command,
    takes,
    read(lines) {
      const found = find(lines)
      return found && { chosen: found.lock ? [cellId(found.lock)] : [], raw: found.raw }
    },
    options: () => ({ list: [], told: false }),
    write([one], now) {
      if (one === undefined) return [free]
      const wanted = cellOf(one)
      return wanted && [lock(wanted, now)]
    },
  }
}
export const cellId = ({ earfcn, pci }: CellLock): string => `${earfcn},${pci}`

/** `1850,214`: EARFCN up to 262143 and a physical cell up to 503 (36.101, 5.7.3; 36.211, 6.11). */
export function cellOf(text: string): CellLock | undefined {
  const [, channel, cell] = /^(\d{1,6}),(\d{1,3})$/.exec(text) ?? []
  const lock = { earfcn: Number(channel), pci: Number(cell) }
  return channel !== undefined && lock.earfcn <= 262_143 && lock.pci <= 503 ? lock : undefined
}
