import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { encodeFrame, HdlcDecoder, type EncodeOptions, type HdlcOptions } from '@core/ppp/hdlc'
import { describe, expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()
/** A frame of so many octets between its flags, none of which goes escaped. */
const frameOf = (length: number) =>
  encodeFrame(0xc021, new Uint8Array(length - 6).fill(0x55), { accm: 0 })

describe('how a frame goes on the line', () => {
  const info = '45007f801f207d7e2b'
  test.each<[string, number, EncodeOptions, string]>([
    ['in full', 0x0021, { accm: 0 }, 'ff030021 45007f801f207d5d7d5e2b'],
    ['with all control octets escaped', 0x0021, {}, 'ff7d237d2021 457d207f807d3f207d5d7d5e2b'],
    ['with one of them escaped', 0x0021, { accm: 0x80000000 }, 'ff030021 45007f807d3f207d5d7d5e2b'],
    ['with another', 0x0021, { accm: 1 }, 'ff037d2021 457d207f801f207d5d7d5e2b'],
    ['without address and control', 0x0021, { accm: 0, acfc: true }, '0021 45007f801f207d5d7d5e2b'],
    ['with one octet of protocol', 0x0021, { accm: 0, pfc: true }, 'ff0321 45007f801f207d5d7d5e2b'],
    ['with both', 0x0021, { accm: 0, acfc: true, pfc: true }, '21 45007f801f207d5d7d5e2b'],
    [
      'of the highest short protocol',
      0x00ff,
      { accm: 0, pfc: true },
      'ff03ff 45007f801f207d5d7d5e2b',
    ],
    [
      'of the lowest long protocol',
      0x0101,
      { accm: 0, pfc: true },
      'ff030101 45007f801f207d5d7d5e2b',
    ],
    ['of one that is even', 0x0020, { accm: 0, pfc: true }, 'ff030020 45007f801f207d5d7d5e2b'],
    ['with + escaped', 0x0021, { accm: 0, escapePlus: true }, 'ff030021 45007f801f207d5d7d5e7d0b'],
    [
      'with + escaped where every other map says nothing of 0Bh',
      0x0021,
      { accm: 0x400, escapePlus: true },
      'ff030021 45007f801f207d5d7d5e7d0b',
    ],
    [
      'with + as it is where the map holds 0Bh',
      0x0021,
      { accm: 0x800, escapePlus: true },
      'ff030021 45007f801f207d5d7d5e2b',
    ],
  ])('%s', (_how, protocol, options, expected) => {
    const frame = hexOf(encodeFrame(protocol, octets(info), options))
    const wanted = `7e${expected.replaceAll(' ', '')}`
    expect(frame.slice(0, wanted.length)).toBe(wanted)
    // Two octets of check sum, either of which may go escaped, and the flag.
    expect(frame.slice(wanted.length)).toMatch(/^(?:7d..|..){2}7e$/)
    const [item] = new HdlcDecoder().feed(octets(frame))
    expect(item?.kind).toBe('frame')
  })
  test.each<[EncodeOptions, string]>([
    [{}, '7eff7d23c0217d257d217d207d243dc77e'],
    [{ leadingFlag: true }, '7eff7d23c0217d257d217d207d243dc77e'],
    [{ leadingFlag: false }, 'ff7d23c0217d257d217d207d243dc77e'],
  ])('with %j', (options, expected) => {
    expect(hexOf(encodeFrame(0xc021, octets('05010004'), options))).toBe(expected)
  })
})

/** What came out: kind, why, octets. */
function read(pieces: readonly (string | Uint8Array)[], options?: HdlcOptions) {
  const decoder = new HdlcDecoder(options)
  const told = (items: ReturnType<HdlcDecoder['feed']>) =>
    items.map((item) => {
      const why = item.kind === 'rejected' ? ` ${item.reason}` : ''
      return `${item.kind}${why} ${hexOf(item.bytes)}`
    })
  const items = pieces.flatMap((piece) =>
    told(decoder.feed(typeof piece === 'string' ? octets(piece) : piece)),
  )
  return { decoder, items, flushed: () => told(decoder.flushText()) }
}

describe('what comes between two flags', () => {
  test.each([
    ['a frame', '7eff03c02105010004 3dc77e', ['frame ff03c02105010004']],
    ['a frame of one octet', '7e c0 0a7c 7e', ['rejected runt c00a7c']],
    ['three octets', '7e ff0041 7e', ['rejected runt ff0041']],
    ['four octets', '7e ff004142 7e', ['rejected fcs ff004142']],
    ['three octets that were five', '7e 7d5f7d20ff 7e', ['rejected runt 7d5f7d20ff']],
    ['nothing', '7e7e7e', []],
    ['what was taken back', '7eff03c02105017d7e', ['rejected abort ff03c02105017d']],
    ['text', '7e 4f4b0d 7e', ['text 4f4b0d']],
    ['white space', '7e 0d0d 7e', ['text 0d0d']],
    [
      'a line behind what is none',
      '7e ff0d0a4f4b0d0a 7e',
      ['rejected fcs ff', 'text 0d0a4f4b0d0a'],
    ],
  ])('%s', (_what, line, expected) => {
    expect(read([line]).items).toEqual(expected)
  })
  test('a frame is told with its check sum, and as it stood on the line', () => {
    const [item] = new HdlcDecoder().feed(octets('7eff7d23c0217d257d217d207d243dc77e'))
    expect(item).toEqual({
      kind: 'frame',
      bytes: octets('ff03c02105010004'),
      fcs: 0xc73d,
      raw: octets('ff7d23c0217d257d217d207d243dc7'),
    })
  })
  const shared = 'ff03c021050100043dc77e'
  test('a frame is one without a flag before it: at first, behind a line, and behind text that was flushed', () => {
    expect(read([shared]).items).toEqual(['frame ff03c02105010004'])
    expect(read([`4f4b0a${shared}`]).items).toEqual(['text 4f4b0a', 'frame ff03c02105010004'])
    const { decoder, flushed } = read(['4f4b'])
    expect(flushed()).toEqual(['text 4f4b'])
    expect(decoder.feed(octets(shared)).map(({ kind }) => kind)).toEqual(['frame'])
  })
  test.each([
    [12, undefined, 'frame'],
    [12, { maxLength: 12 }, 'frame'],
    [13, { maxLength: 12 }, 'rejected too-long'],
    [1600, undefined, 'frame'],
    [1601, undefined, 'rejected too-long'],
  ])('%i octets with %j: %s', (length, options, expected) => {
    const { items } = read([frameOf(length)], options)
    expect(items.map((item) => item.replace(/ [\da-f]+$/, ''))).toEqual([expected])
  })
  test('escaped octets are one each', () => {
    const data = new Uint8Array(6).fill(0x7e)
    const frame = encodeFrame(0xc021, data, { accm: 0 })
    expect(read([frame], { maxLength: 12 }).items).toEqual(['frame ff03c0217e7e7e7e7e7e'])
  })
})

describe('what never ends', () => {
  const maxLength = 8
  test('is torn where it is twice as long as a frame may be, and what follows is of it', () => {
    const { decoder, items } = read(['ff'.repeat(15)], { maxLength })
    expect([items, decoder.pendingLength]).toEqual([[], 15])
    const torn = read(['ff'.repeat(15), 'ff'], { maxLength })
    expect([torn.items, torn.decoder.pendingLength]).toEqual([
      [`rejected too-long ${'ff'.repeat(16)}`],
      0,
    ])
    const pieces = read(['ff'.repeat(10), 'ff'.repeat(10)], { maxLength })
    expect([pieces.items, pieces.decoder.pendingLength]).toEqual([
      [`rejected too-long ${'ff'.repeat(16)}`],
      4,
    ])
    const more = read(['ff'.repeat(20), '7e', 'ff030a0a7e'], { maxLength })
    expect(more.items).toEqual([
      `rejected too-long ${'ff'.repeat(16)}`,
      'rejected too-long ffffffff',
      'rejected fcs ff030a0a',
    ])
  })
  test('is text where all of it is', () => {
    expect(read(['41'.repeat(33)], { maxLength }).items).toEqual([
      `text ${'41'.repeat(16)}`,
      `text ${'41'.repeat(16)}`,
    ])
  })
  test('has no rest where it was torn right before its flag', () => {
    expect(read([`${'ff'.repeat(16)}7e`, 'ff030a0a7e'], { maxLength }).items).toEqual([
      `rejected too-long ${'ff'.repeat(16)}`,
      'rejected fcs ff030a0a',
    ])
  })
})

describe('text between frames', () => {
  const lines = (...pieces: string[]) => read(pieces.map(bytesOf))
  test.each([
    [['RING\r\n'], ['RING\r\n'], ''],
    [['RI', 'NG', '\r\n'], ['RING\r\n'], ''],
    [['\r\nOK\r\nRING\r\nx'], ['\r\nOK\r\n', 'RING\r\n'], 'x'],
    [['\r\n\r\n'], [], '\r\n\r\n'],
    [['OK\r\n', 'RING\r\n'], ['OK\r\n', 'RING\r\n'], ''],
    // Behind an octet of a frame nothing is a line, in this read or the next.
    [['\x80OK\r\n', 'OK\r\n'], [], '\x80OK\r\nOK\r\n'],
    [['\r\n', '\r\n', 'OK\n'], ['\r\n\r\nOK\n'], ''],
    [['OK\r'], [], 'OK\r'],
    // What may be IP behind one octet of protocol ends with no line feed before its length.
    [['!E\n'], [], '!E\n'],
    [['!EA\n'], ['!EA\n'], ''],
    [['!O\n'], [], '!O\n'],
    [['!P\n'], ['!P\n'], ''],
    [['!5\n'], ['!5\n'], ''],
    [['W`\n'], [], 'W`\n'],
    [['W`AA\n'], [], 'W`AA\n'],
    [['W`AAA\n'], ['W`AAA\n'], ''],
    [['Wo\n'], [], 'Wo\n'],
    [['Wp\n'], ['Wp\n'], ''],
    [['WE\n'], ['WE\n'], ''],
    [['!`\n'], ['!`\n'], ''],
    [['W', '`\n'], [], 'W`\n'],
    [['OK\n!E\n'], ['OK\n'], '!E\n'],
  ])('%j', (pieces, expected, left) => {
    const { decoder, items } = lines(...pieces)
    expect(items).toEqual(expected.map((line) => `text ${hexOf(bytesOf(line))}`))
    expect([hexOf(decoder.pending()), decoder.pendingLength]).toEqual([
      hexOf(bytesOf(left)),
      left.length,
    ])
  })
  test.each([
    ['OK', ['text OK'], ''],
    ['\r\n', [], '\r\n'],
    ['', [], ''],
    ['!E OK', [], '!E OK'],
    ['! OK', [], '! OK'],
    ['W`OK', ['text W`OK'], ''],
    ['W`\x80\r\nOK\r\n', [], 'W`\x80\r\nOK\r\n'],
    ['WE\x80\r\nOK\r\n', ['rejected fcs WE\x80', 'text \r\nOK\r\n'], ''],
    ['\x80\x81', [], '\x80\x81'],
  ])('%j, when the line fell silent', (said, expected, left) => {
    const { decoder, items, flushed } = lines(said)
    expect(items).toEqual([])
    expect(flushed()).toEqual(
      expected.map((item) => {
        const at = item.startsWith('text') ? 5 : 13
        return `${item.slice(0, at)}${hexOf(bytesOf(item.slice(at)))}`
      }),
    )
    expect([hexOf(decoder.pending()), decoder.pendingLength]).toEqual([
      hexOf(bytesOf(left)),
      left.length,
    ])
    expect(flushed()).toEqual([])
  })
})

describe('control octets of the receive map', () => {
  // XON and XOFF, which a line with software flow control puts in.
  const rxAccm = 0x000a0000
  test.each([
    ['are noise', '7eff1103c0211305010004 3dc77e', rxAccm, ['frame ff03c02105010004']],
    [
      'may stand within an escape',
      '7eff7d1123c0210501 0004 3dc77e',
      rxAccm,
      ['frame ff03c02105010004'],
    ],
  ] as const)('%s', (_what, line, map, expected) => {
    const { items } = read([line], { rxAccm: map })
    expect(items.filter((item) => item.startsWith('frame'))).toEqual(expected)
  })
  test('leave what is escaped, an escape too, and other control octets', () => {
    const data = octets('11137d7e1f00202b')
    const frame = encodeFrame(0xc021, data, { accm: rxAccm })
    expect(read([frame], { rxAccm }).items).toEqual([`frame ff03c021${hexOf(data)}`])
    // The lowest and the highest of the 32.
    const all = encodeFrame(0xc021, data, { accm: 0xffffffff })
    const noisy = Uint8Array.from([...all.slice(0, 3), 0x00, 0x1f, ...all.slice(3)])
    expect(read([noisy], { rxAccm: 0x80000001 }).items).toEqual([`frame ff03c021${hexOf(data)}`])
    expect(read([noisy], { rxAccm: 0x80000000 }).items[0]).toMatch(/^rejected fcs/)
  })
})
