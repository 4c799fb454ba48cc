import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './support/needs'

function standInNote(nowMs: number): string {
  const script = `import { standInNote } from './scripts/lib/electron-stand-in.js'
process.stdout.write(standInNote(${nowMs}))`
  const words = ['--input-type=module', '-e', script]
  return execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
}

test('the stand-in for closed networks says what it is, and the age of its Chromium', () => {
  const note = standInNote(Date.UTC(2026, 9, 20))
  expect(note).toMatch(
    /stand-in for closed networks: Electron 33\.\S+ with Chromium 130, 24 months old/,
  )
})
