import { describe, expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { logSource, openLogSource } from '@platform/store/log-source'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

async function textOf(bytes: Uint8Array, size = bytes.length) {
  const source = await logSource(inPieces(bytes, Math.max(size, 1)), 'a.log')
  if (source.kind !== 'text') throw new Error('expected text')
  let text = ''
  for await (const piece of source.text) text += piece
  return { text, encoding: source.encoding, notices: [...source.notices] }
}

const line = 'AT+CSQ\r\n+CSQ: 20,99\r\n# 圏外です、アンテナを確認\r\n'
const swap = (bytes: Buffer) => Buffer.from(bytes).swap16()
// Half-width and full-width kana and kanji in Shift_JIS: 圏外です
const shiftJis = Buffer.concat([
  Buffer.from('AT+CSQ\r\n# '),
  Buffer.from([0x8c, 0x97, 0x8a, 0x4f, 0x82, 0xc5, 0x82, 0xb7]),
  Buffer.from('\r\n'),
])

const between = (hex: string) =>
  concat([Buffer.from('AT+CSQ\r\n'), Buffer.from(hex, 'hex'), Buffer.from('\r\n')])
const eucJp = between('2320b7f7b3b0a4c7a4b9')
const chinese = between('2320d0c5bac5bcecb2e9')
const russian = between('2320ede5f220f1e5f2e82c20eff0eee2e5f0fcf2e520e0edf2e5ededf3')
const koi8 = between('2320cec5d420d3c5d4c92c20d0d2cfd7c5d2d8d4c520c1ced4c5ceced5')
const korean = between('2320bdc5c8a3b0a120bef8bdc0b4cfb4d92e20bec8c5d7b3aab8a620c8aec0ce')
const jis = between('23201b244237773330244724392122252225732546254a2472334e47271b2842')
const gbk = between('2320c3bbd3d0d0c5bac5a3acc7ebbcecb2e9cceccfdf')

describe('the encoding of a log is recognised', () => {
  test.each([
    ['UTF-8', Buffer.from(line), 'utf-8', line],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${line}`), 'utf-8', line],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${line}`, 'utf16le'), 'utf-16le', line],
    ['UTF-16 without', Buffer.from(line, 'utf16le'), 'utf-16le', line],
    ['UTF-16, high octet first', swap(Buffer.from(`\ufeff${line}`, 'utf16le')), 'utf-16be', line],
    [
      'UTF-16, high octet first, without a mark',
      swap(Buffer.from(line, 'utf16le')),
      'utf-16be',
      line,
    ],
    ['Shift_JIS', shiftJis, 'shift_jis', 'AT+CSQ\r\n# 圏外です\r\n'],
    ['EUC-JP', eucJp, 'euc-jp', 'AT+CSQ\r\n# 圏外です\r\n'],
    ['GB 18030', chinese, 'gb18030', 'AT+CSQ\r\n# 信号检查\r\n'],
    ['GBK', gbk, 'gb18030', 'AT+CSQ\r\n# 没有信号，请检查天线\r\n'],
    ['ISO-2022-JP', jis, 'iso-2022-jp', 'AT+CSQ\r\n# 圏外です、アンテナを確認\r\n'],
    ['EUC-KR', korean, 'euc-kr', 'AT+CSQ\r\n# 신호가 없습니다. 안테나를 확인\r\n'],
    ['Windows-1251', russian, 'windows-1251', 'AT+CSQ\r\n# нет сети, проверьте антенну\r\n'],
    ['KOI8-R', koi8, 'koi8-r', 'AT+CSQ\r\n# нет сети, проверьте антенну\r\n'],
    [
      'Latin-1',
      Buffer.from('AT+COPS?\r\n+COPS: 0,0,"Télé"\r\n', 'latin1'),
      'latin1',
      'AT+COPS?\r\n+COPS: 0,0,"Télé"\r\n',
    ],
  ])('%s', async (_name, bytes, encoding, text) => {
    expect(await textOf(bytes)).toMatchObject({ encoding, text })
  })
  test('wherever the file is cut into pieces', async () => {
    const long = Buffer.from('AT+CSQ\r\n# 圏外です\r\n'.repeat(4000))
    const { text } = await textOf(long, 1021)
    expect(text).toBe(long.toString())
  })
})

test.each([
  ['ISO-2022-JP', jis, '# 圏外です、アンテナを確認\r\n'],
  ['EUC-KR', korean, '# 신호가 없습니다. 안테나를 확인\r\n'],
])('%s is read whole in any pieces', async (_name, bytes, text) => {
  const { text: read } = await textOf(concat(Array.from({ length: 3000 }, () => bytes)), 1021)
  expect(read).toBe(`AT+CSQ\r\n${text}`.repeat(3000))
})

test.each([
  ['no file there', '/nowhere/at-all.log', 'There is no file /nowhere/at-all.log.'],
  ['a folder', import.meta.dirname, 'is a folder'],
])('%s is said as a person says it', async (_name, path, words) => {
  await expect(openLogSource(path)).rejects.toThrow(words)
})

// What never ends is refused before it is read.
test.skipIf(process.platform === 'win32')(
  'a device is told as one; nothing is in /dev/null',
  async () => {
    await expect(openLogSource('/dev/zero')).rejects.toThrow(
      /^That input cannot be used\. \/dev\/zero is a device, not a log: .*modem-bench at \/dev\/zero AT/,
    )
    expect((await openLogSource('/dev/null')).kind).toBe('text')
  },
)

describe('files that are not what they should be', () => {
  test('frames between lines of UTF-8 leave the lines readable', async () => {
    const bytes = concat([
      Buffer.from('# 圏外です\nATD*99#\nCONNECT\n'.repeat(4000)),
      bytesOf('~\xff}#\xc0!}!}!\x14\xc5~\n'),
      Buffer.from('# 圏外です\n'),
    ])
    const { text, notices } = await textOf(bytes)
    expect(text.endsWith('~\xff}#\xc0!}!}!\x14\xc5~\n# 圏外です\n')).toBe(true)
    expect(notices).toEqual(['mixed'])
  })
  test('half of a character at the end is said', async () => {
    const bytes = Buffer.from(`\ufeff${line}`, 'utf16le').subarray(0, -1)
    expect(await textOf(bytes)).toMatchObject({ text: line.slice(0, -1), notices: ['cut'] })
  })
  test.each([
    ['UTF-8', Buffer.from('AT\nOK\n# 圏外').subarray(0, -1)],
    ['Shift_JIS', Buffer.from('AT\nOK\n# \x8c\x97\x8aO\x82\xc5\x82', 'latin1')],
  ])('so is it in %s', async (_name, bytes) => {
    expect((await textOf(bytes)).notices).toEqual(['cut'])
  })
  test('UTF-16 that goes on in one octet a letter is read to the end', async () => {
    const wide = Buffer.from(`\ufeff${'AT+CSQ\r\n'.repeat(256)}`, 'utf16le').subarray(0, 4096)
    const bytes = concat([wide, Buffer.from('AT+CFUN?\r\n+CFUN: 1\r\n'.repeat(20))])
    const { text, notices } = await textOf(bytes)
    expect(text).toContain('+CFUN: 1')
    expect(notices).toEqual(['mixed'])
  })
  test.each([
    ['an xz file', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['% of the first', Array.from({ length: 400 }, (_, i) => (i * 37) % 31)],
  ])('%s is refused in so many words', async (words, octets) => {
    await expect(textOf(Uint8Array.from(octets))).rejects.toThrow(words)
    await expect(textOf(Uint8Array.from(octets))).rejects.toMatchObject({ code: 'log-binary' })
  })
  test('our own journal is read as one, in any pieces', async () => {
    const entry = { slot: 'b', dir: 'rx', atMs: 5, monoUs: 6, bytes: bytesOf('OK\r\n') } as const
    const bytes = concat([journalHeader, encodeEntry(entry), encodeEntry({ ...entry, slot: 'a' })])
    for (const size of [1, 13, 400]) {
      const source = await logSource(inPieces(bytes, size), 'a.journal')
      if (source.kind !== 'journal') throw new Error('expected a journal')
      const entries = []
      for await (const one of source.entries) entries.push(one)
      expect(entries).toEqual([entry, { ...entry, slot: 'a' }])
    }
  })
})

describe('a log in more than one encoding is read line by line', () => {
  const utf8 = Buffer.from('# 圏外です\r\n')
  const sjis = shiftJis
  const telephone = Buffer.from([
    0x93, 0x64, 0x98, 0x62, 0x94, 0xd4, 0x8d, 0x86, 0x3a, 0x20, 0x31, 0x0d, 0x0a,
  ])
  const octets = Buffer.from([0x7e, 0xff, 0x7d, 0x23, 0xc0, 0x21, 0x01, 0x80, 0x7e, 0x0d, 0x0a])
  const read = 'AT+CSQ\r\n# 圏外です\r\n'
  const frame = octets.toString('latin1')

  test.each([
    ['UTF-8 with a line of Shift_JIS', [utf8, sjis], `# 圏外です\r\n${read}`, ['lines']],
    ['the same with kanji alone', [utf8, telephone], '# 圏外です\r\n電話番号: 1\r\n', ['lines']],
    [
      'Shift_JIS, UTF-8 and a frame',
      [sjis, utf8, octets],
      `${read}# 圏外です\r\n${frame}`,
      ['lines', 'mixed'],
    ],
    ['Shift_JIS and a frame', [sjis, octets], `${read}${frame}`, ['mixed']],
  ])('%s', async (_name, parts, text, notices) => {
    const whole = Buffer.concat(parts)
    for (const size of [whole.length, 7]) {
      const told = await textOf(whole, size)
      expect(told.text).toBe(text)
      expect(told.notices).toEqual(notices)
    }
  })
})
