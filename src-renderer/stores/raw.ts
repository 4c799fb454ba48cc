import { defineStore } from 'pinia'
import type { Events, SlotName } from '@contract'

/** Characters kept for a raw view that is opened later. */
const keep = 256 * 1024

export interface RawPiece {
  readonly dir: 'rx' | 'tx'
  readonly text: string
}

/** The octets of both ports for the raw terminal. Not reactive: a terminal is written to, not rendered. */
export const useRaw = defineStore('raw', () => {
  const kept: Record<SlotName, RawPiece[]> = { a: [], b: [] }
  const sizes: Record<SlotName, number> = { a: 0, b: 0 }
  const listeners: Record<SlotName, Set<(piece: RawPiece) => void>> = {
    a: new Set(),
    b: new Set(),
  }

  function take(pieces: Events['bytes']): void {
    for (const piece of pieces) {
      const list = kept[piece.slot]
      list.push(piece)
      sizes[piece.slot] += piece.text.length
      while (sizes[piece.slot] > keep && list.length > 1)
        sizes[piece.slot] -= list.shift()?.text.length ?? 0
      for (const listener of listeners[piece.slot]) listener(piece)
    }
  }

  /** First what is kept, then every piece as it arrives. Returns the way to stop. */
  function listen(slot: SlotName, listener: (piece: RawPiece) => void): () => void {
    for (const piece of kept[slot]) listener(piece)
    listeners[slot].add(listener)
    return () => listeners[slot].delete(listener)
  }
  return { take, listen }
})
