import { closeSync, fstatSync, openSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSystemJournal } from '../../../src-main/hosts/web/system-journal'

let fd: number
beforeEach(() => {
  fd = openSync(import.meta.filename, 'r')
})
afterEach(() => closeSync(fd))

test('a stream is the journal of the system only where systemd says that it is this one', () => {
  const { dev, ino } = fstatSync(fd)
  expect(isSystemJournal(fd, `${dev}:${ino}`)).toBe(true)
  expect(isSystemJournal(fd, `${dev}:${ino + 1}`)).toBe(false)
  expect(isSystemJournal(fd, '')).toBe(false)
})
