import { fstatSync } from 'node:fs'

/**
 * Whether what is printed there goes to the journal of the system, which more people may read than a file of ours: systemd
 * says which stream that is (systemd.exec(5), JOURNAL_STREAM).
 */
export function isSystemJournal(fd: number, stream = process.env['JOURNAL_STREAM']): boolean {
  if (stream === undefined || stream === '') return false
  const { dev, ino } = fstatSync(fd)
  return stream === `${dev}:${ino}`
}
