import { expect, test } from 'vitest'
import { standInNote } from '../scripts/lib/electron-stand-in.js'

test('the stand-in for closed networks says what it is, and the age of its Chromium', () => {
  const note = standInNote(Date.UTC(2026, 9, 20))
  expect(note).toMatch(
    /stand-in for closed networks: Electron 33\.\S+ with Chromium 130, 24 months old/,
  )
})
