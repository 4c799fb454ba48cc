import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf } from '@core/bytes'
import { diffCommand } from '@hosts/cli/filters/diff'
import { inEitherLanguage } from '@hosts/cli/language'
import { JournalFile } from '@platform/store/journal-file'

const folder = mkdtempSync(join(tmpdir(), 'modem-bench-diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let told = ''
beforeEach(() => {
  told = ''
  process.exitCode = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    told += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
    for (const done of rest) if (typeof done === 'function') done()
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

const asked = ['AT+CPIN?\n+CPIN: READY\nOK\n', 'AT+CEREG?\n+CEREG: 0,1\nOK\n']

/** The exchange as a journal of the console holds it: what was sent and what came, in records of their own. */
async function journal(name: string, exchange: readonly string[]): Promise<string> {
  const path = join(folder, name)
  const file = await JournalFile.open(path)
  let atMs = Date.UTC(2026, 0, 1)
  for (const one of exchange) {
    const [command = '', ...lines] = one.trimEnd().split('\n')
    for (const [dir, text] of [
      ['tx', `${command}\r`],
      ['rx', `${command}\r\r\n${lines.map((line) => `${line}\r\n`).join('')}`],
    ] as const)
      file.append({ slot: 'a', dir, atMs: ++atMs, monoUs: atMs * 1000, bytes: bytesOf(text) })
  }
  await file.close()
  return path
}

function text(name: string, exchange: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, exchange.join(''))
  return path
}

async function diff(...args: string[]): Promise<void> {
  await inEitherLanguage(diffCommand())
    .exitOverride()
    .parseAsync(['node', 'diff', ...args])
}

test('a log of a terminal and a journal of the same run do not differ', async () => {
  await diff(text('good.txt', asked), await journal('same.mbj', asked))
  expect(told).toContain('No difference')
  expect(process.exitCode).toBe(0)
})

test('a journal of a run that was refused parts from the log of one that worked', async () => {
  const refused = asked.map((one) => one.replace('0,1', '0,3'))
  await diff(text('good.txt', asked), await journal('bad.mbj', refused))
  expect(told).toContain('The first difference that matters')
  expect(told).toContain('+CEREG: 0,3')
  expect(process.exitCode).toBe(1)
})

test('logs without a common step cannot be compared, and both unreadable files are named', async () => {
  await diff(text('good.txt', asked), text('other.txt', ['AT+QHTTPSTOP\nERROR\n']))
  expect(process.exitCode).toBe(1)
  const empty = text('empty.txt', [])
  const notes = text('notes.txt', ['buy milk\n'])
  await expect(diff(empty, notes)).rejects.toThrow(/empty\.txt is empty\. .*notes\.txt/)
})
