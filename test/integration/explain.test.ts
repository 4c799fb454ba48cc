import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { explainCommand } from '@hosts/cli/filters/explain'
import { inEitherLanguage } from '@hosts/cli/language'
import { JournalFile } from '@platform/store/journal-file'
import { bytesOf } from '@core/bytes'

const folder = mkdtempSync(join(tmpdir(), 'modem-bench-explain-'))
const seed = fileURLToPath(new URL('../transcripts/microcat1-desync.log', import.meta.url))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let out = 0
let head = ''
let tail = ''
let said = ''
beforeEach(() => {
  out = 0
  head = tail = said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    const piece = typeof text === 'string' ? text : Buffer.from(text).toString()
    out += piece.length
    if (head.length < 1 << 20) head += piece
    tail = (tail + piece).slice(-4096)
    for (const done of rest) if (typeof done === 'function') done()
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

async function explain(...args: string[]): Promise<void> {
  await inEitherLanguage(explainCommand())
    .exitOverride()
    .parseAsync(['node', 'explain', ...args])
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('modem-bench explain', () => {
  test('explains a log of another program and says what it was', async () => {
    await explain(seed)
    expect(head).toContain('# ← LTE (EPS) registration 0,5: registered, roaming.')
    expect(head).toContain('+CGAUTH: 1,2,"PASSWORD-1","PASSWORD-1"')
    expect(said).toMatch(/MicroPython debug output .*utf-8; masked: password 2\./)
  })
  test('in Japanese, and with nothing masked when asked so, which it says', async () => {
    await explain(seed, '--lang', 'ja', '--no-redact')
    expect(head).toContain('登録済み（ローミング中）')
    expect(head).toContain('+CGAUTH: 1,2,"sora","sora"')
    expect(said).toMatch(/MicroPython.*；utf-8；マスクしていません。/)
    expect(said).not.toMatch(/nothing|debug output/)
  })
  test.each([
    ['markdown', '| Time |'],
    ['html', '<!doctype html>'],
    ['csv', '\ufefftime,direction,line,meaning'],
    ['jsonl', '{"time":null,"dir":"note"'],
  ])('writes %s', async (format, start) => {
    await explain(seed, '--format', format)
    expect(head).toContain(start)
    expect(said).toContain('masked: password 2')
  })
  test('writes the octets that passed, with the values overwritten', async () => {
    await explain(seed, '--format', 'raw')
    expect(head).toContain('+CGAUTH: 1,2,"xxxx","xxxx"\r\n')
    expect(head).not.toContain('>>>')
    expect(said).toContain('masked with x: password 2')
    await expect(explain('-', '--format', 'raw')).rejects.toThrow(/give the file by its name/)
  })
  test('reads our own journal, both slots on one clock', async () => {
    const path = join(folder, 'run.journal')
    const journal = await JournalFile.open(path)
    const at = (slot: 'a' | 'b', dir: 'rx' | 'tx', text: string, ms: number) =>
      journal.append({ slot, dir, atMs: ms, monoUs: ms * 1000, bytes: bytesOf(text) })
    at('a', 'tx', 'AT+CSQ\r', 1)
    at('b', 'tx', 'AT\r', 2)
    at('a', 'rx', '+CSQ: 20,99\r\n\r\nOK\r\n', 3)
    at('b', 'rx', 'OK\r\n', 4)
    await journal.close()
    await explain(path, '--format', 'jsonl')
    const rows = head.trimEnd().split('\n')
    expect(rows.map((row) => `${JSON.parse(row).slot} ${JSON.parse(row).line}`)).toEqual([
      'a AT+CSQ',
      'b AT',
      'a +CSQ: 20,99',
      'a OK',
      'b OK',
    ])
  })
})

describe('what is no log of a modem', () => {
  test.each([
    ['a binary file', new Uint8Array(5000).map((_, i) => (i * 37) & 255), 'log-binary'],
    ['a packed file of another kind', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), 'log-binary'],
    ['a packed file that is cut off', Uint8Array.of(0x1f, 0x8b, 8, 0), 'bad-input'],
    ['an empty file', '', 'log-empty'],
    [
      'prose in another language',
      'Сегодня модем не работает.\nПроверьте антенну.\n',
      'log-unknown',
    ],
  ])('%s gets a clear word', async (_name, content, code) => {
    await expect(explain(file('bad', content))).rejects.toMatchObject({ code })
  })
  test('no story is told of it', async () => {
    const path = file('prose.txt', 'No modem is here.\nNothing else, either.\n')
    await expect(explain(path, '--story')).rejects.toMatchObject({ code: 'log-unknown' })
    expect(head).toBe('')
  })
  test('a file that is not there is a wrong call', async () => {
    await expect(explain(join(folder, 'none.log'))).rejects.toMatchObject({ code: 'bad-input' })
  })
  test('half a UTF-16 file is read as far as it goes, and that is said', async () => {
    const whole = Buffer.from('\ufeffAT+CSQ\r\n+CSQ: 20,99\r\nOK\r\nAT', 'utf16le')
    await explain(file('half.log', whole.subarray(0, -1)))
    expect(head).toContain('+CSQ: 20,99')
    expect(said).toContain('ends in the middle of a character')
  })
  test('a line of 64 MB without end passes through in bounded memory', async () => {
    const path = file('long.log', Buffer.alloc(1 << 26, 'x'))
    const before = process.memoryUsage().rss
    await expect(explain(path)).rejects.toMatchObject({ code: 'log-unknown' })
    expect(out).toBeGreaterThanOrEqual(1 << 26)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })
  test('a log in a language we do not know keeps its lines and has its AT lines explained', async () => {
    const path = file('ru.log', 'Отправка команды:\nAT+CSQ\n+CSQ: 20,99\nOK\nГотово.\n')
    await explain(path)
    expect(head).toContain('Отправка команды:\n')
    expect(head).toContain('Готово.\n')
    expect(head).toMatch(/# ← .*\n\+CSQ: 20,99/)
  })
})
