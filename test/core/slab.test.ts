import { expect, test } from 'vitest'
import { Slab } from '@core/slab'

test('what was kept stays as it is, whatever room is given later', () => {
  const slab = new Slab()
  const kept = Array.from({ length: 100 }, (_, i) => {
    slab.room(1600).fill(i)
    return slab.keep(1500)
  })
  for (const [i, piece] of kept.entries()) {
    expect(piece).toHaveLength(1500)
    expect(piece.every((octet) => octet === i)).toBe(true)
  }
})

test('room that was not kept is given again', () => {
  const slab = new Slab()
  const first = slab.room(10)
  slab.keep(0)
  expect(slab.room(10).byteOffset).toBe(first.byteOffset)
})

test('gives more room than one piece of its memory has', () => {
  const slab = new Slab()
  expect(slab.room(100_000).length).toBe(100_000)
  expect(slab.keep(3).buffer.byteLength).toBe(100_000)
  expect(slab.room(5).length).toBeGreaterThanOrEqual(5)
})
