import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, fromHex } from '@core/bytes'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { closeDown } from '@core/cmux/close-down'
import { encodeFrame as muxFrame, type CmuxControl, type FrameOption } from '@core/cmux/frame'
import { encodeFrame } from '@core/ppp/hdlc'
import { readFileSync } from 'node:fs'
import { parseSeedLog } from '../../support/seed-log'

interface Piece {
  readonly dir: 'rx' | 'tx'
  readonly bytes: Uint8Array
  readonly atMs?: number
}
const rx = (text: string | Uint8Array, atMs?: number): Piece => piece('rx', text, atMs)
const tx = (text: string | Uint8Array, atMs?: number): Piece => piece('tx', text, atMs)
function piece(dir: 'rx' | 'tx', text: string | Uint8Array, atMs?: number): Piece {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  return { dir, bytes, ...(atMs === undefined ? {} : { atMs }) }
}

function read(pieces: readonly Piece[]): LogRow[] {
  const reader = new LogReader({ slot: 'a', knowledge })
  const rows = pieces.flatMap(({ dir, bytes, atMs = 0 }) =>
    reader.push({ slot: 'a', dir, atMs, monoUs: atMs * 1000, bytes }),
  )
  return [...rows, ...reader.end(0, 0)]
}

/** What matters of a row, short: `rx final OK < AT+CFUN=4 late`. */
function short(row: LogRow): string {
  const about = [
    row.channel === undefined ? '' : `[${row.channel}]`,
    row.dir,
    row.kind,
    row.text,
    row.command === undefined || row.kind === 'echo' ? '' : `< ${row.command}`,
    row.late ? 'late' : '',
    row.unfinished ? 'unfinished' : '',
  ]
  return about.filter((part) => part !== '').join(' ')
}
const shorts = (pieces: readonly Piece[]) => read(pieces).map(short)

describe('who answers whom', () => {
  test('an unsolicited line of the same name inside an answer is no answer', () => {
    expect(
      shorts([
        tx('AT+CEREG?\r'),
        rx('AT+CEREG?\r\r\n+CEREG: 5,"1A2B","01234567",7\r\n+CEREG: 2,5\r\n\r\nOK\r\n'),
      ]),
    ).toEqual([
      'tx command AT+CEREG?',
      'rx echo AT+CEREG?',
      'rx unsolicited +CEREG: 5,"1A2B","01234567",7',
      'rx answer +CEREG: 2,5 < AT+CEREG?',
      'rx final OK < AT+CEREG?',
    ])
  })
  test('lines of a free answer belong to their command', () => {
    expect(
      shorts([
        tx('ATI\r'),
        rx('ATI\r\r\nManufacturer: SIMCOM INCORPORATED\r\nModel: SIM7672\r\n\r\nOK\r\n'),
        tx('AT+CIMI\r'),
        rx('AT+CIMI\r\r\n440101234567890\r\n\r\nOK\r\n'),
      ]),
    ).toEqual([
      'tx command ATI',
      'rx echo ATI',
      'rx answer Manufacturer: SIMCOM INCORPORATED < ATI',
      'rx answer Model: SIM7672 < ATI',
      'rx final OK < ATI',
      'tx command AT+CIMI',
      'rx echo AT+CIMI',
      'rx answer 440101234567890 < AT+CIMI',
      'rx final OK < AT+CIMI',
    ])
  })
  test('digits are results when the modem answers in digits', () => {
    expect(
      shorts([tx('ATV0\r'), rx('ATV0\r0\r'), tx('AT+CSQ\r'), rx('AT+CSQ\r+CSQ: 20,99\r\n0\r')]),
    ).toEqual([
      'tx command ATV0',
      'rx echo ATV0',
      'rx final 0 < ATV0',
      'tx command AT+CSQ',
      'rx echo AT+CSQ',
      'rx answer +CSQ: 20,99 < AT+CSQ',
      'rx final 0 < AT+CSQ',
    ])
  })
  test('a message that comes by itself has two lines', () => {
    const rows = read([
      rx('\r\n+CMT: "+819012345678",,"26/11/21,09:00:00+36"\r\nOK\r\n+CMTI: "SM",1\r\n'),
    ])
    expect(rows.map(short)).toEqual([
      'rx unsolicited +CMT: "+819012345678",,"26/11/21,09:00:00+36"',
      'rx unsolicited OK',
      'rx unsolicited +CMTI: "SM",1',
    ])
    expect(rows[1]?.header).toMatch(/^\+CMT:/)
  })
  test('an answer that comes after its time-out is late', () => {
    expect(
      shorts([tx('AT+CSQ\r', 0), rx('AT+CSQ\r\r\n', 10), rx('+CSQ: 20,99\r\n\r\nOK\r\n', 6000)]),
    ).toEqual([
      'tx command AT+CSQ',
      'rx echo AT+CSQ',
      'rx answer +CSQ: 20,99 < AT+CSQ late',
      'rx final OK < AT+CSQ late',
    ])
  })
  test('a result nobody waits for is told apart', () => {
    const rows = read([tx('AT\r'), rx('AT\r\r\nOK\r\n'), rx('\r\nOK\r\n')])
    expect(rows.at(-1)).toMatchObject({ kind: 'final', explanation: { severity: 'warning' } })
    expect(rows.at(-1)?.command).toBeUndefined()
  })
  test('a restart ends what was asked', () => {
    expect(
      shorts([tx('AT+COPS=?\r'), rx('AT+COPS=?\r\r\n'), rx('\r\nRDY\r\n\r\n+CPIN: READY\r\n')]),
    ).toEqual([
      'tx command AT+COPS=?',
      'rx echo AT+COPS=?',
      'note note AT+COPS=? < AT+COPS=?',
      'rx unsolicited RDY',
      'rx unsolicited +CPIN: READY',
    ])
  })
  test('in the log of the second seed nothing is credited to the wrong command', () => {
    const log = readFileSync(
      new URL('../../transcripts/microcat1-desync.log', import.meta.url),
      'utf8',
    )
    const pieces = parseSeedLog(log).map((one) =>
      one.direction === 'tx' ? tx(concat([one.bytes, bytesOf('\r')])) : rx(one.bytes),
    )
    const rows = shorts(pieces)
    const from = rows.indexOf('tx command AT+CFUN=4')
    expect(rows.slice(from, from + 15)).toEqual([
      'tx command AT+CFUN=4',
      'rx echo AT+CFUN=4',
      'tx command AT+CFUN=1',
      'rx echo AT+CFUN=1',
      'tx command AT+CPIN?',
      'rx echo AT+CPIN?',
      'rx final OK < AT+CFUN=4 late',
      'rx echo AT+CFUN=1',
      'rx final OK < AT+CFUN=1 late',
      'tx command AT+CPIN?',
      'rx echo AT+CPIN?',
      // The first AT+CPIN? was never answered.
      'note note AT+CPIN? < AT+CPIN?',
      'rx answer +CPIN: READY < AT+CPIN?',
      'rx final OK < AT+CPIN?',
      'tx command AT+CEREG?',
    ])
  })
})

const lcp = encodeFrame(0xc021, fromHex('0101000405') ?? new Uint8Array())
const echoRequest = fromHex('7EFF03C0210905000854FD4A6514C57E') ?? new Uint8Array()

describe('data mode', () => {
  const call = [
    tx('ATD*99#\r'),
    rx(concat([bytesOf('ATD*99#\r\r\nCONNECT 115200\r\n'), lcp, lcp])),
    tx(concat([lcp, echoRequest])),
    rx(concat([lcp, bytesOf('\r\nNO CARRIER\r\n\r\n+CGEV: NW DETACH\r\n')])),
    tx('AT\r'),
    rx('AT\r\r\nOK\r\n'),
  ]
  test('frames of both directions, and back to AT after NO CARRIER', () => {
    expect(shorts(call).map((line) => line.replace(/LCP.*/, 'LCP'))).toEqual([
      'tx command ATD*99#',
      'rx echo ATD*99#',
      'rx final CONNECT 115200 < ATD*99#',
      'rx ppp LCP',
      'rx ppp LCP',
      'tx ppp LCP',
      'tx ppp LCP',
      'rx ppp LCP',
      'rx unsolicited NO CARRIER',
      'rx unsolicited +CGEV: NW DETACH',
      'tx command AT',
      'rx echo AT',
      'rx final OK < AT',
    ])
  })
  test('the escape sequence brings AT back, and ATO the data', () => {
    expect(
      shorts([
        ...call.slice(0, 3),
        tx('+++'),
        rx('\r\nOK\r\n'),
        tx('AT+CSQ\r'),
        rx('AT+CSQ\r\r\n+CSQ: 20,99\r\n\r\nOK\r\n'),
        tx('ATO\r'),
        rx(concat([bytesOf('ATO\r\r\nCONNECT\r\n'), echoRequest])),
      ]).slice(7),
    ).toEqual([
      'tx command +++',
      'rx final OK < +++',
      'tx command AT+CSQ',
      'rx echo AT+CSQ',
      'rx answer +CSQ: 20,99 < AT+CSQ',
      'rx final OK < AT+CSQ',
      'tx command ATO',
      'rx echo ATO',
      'rx final CONNECT < ATO',
      'rx ppp LCP EchoReq id=5',
    ])
  })
  test('PPP that begins without a dial is PPP', () => {
    expect(shorts([tx(echoRequest), rx(echoRequest)])).toEqual([
      'tx ppp LCP EchoReq id=5',
      'rx ppp LCP EchoReq id=5',
    ])
  })
})

/** A call in the multiplexer, from AT+CMUX to its end; without `whole` the log begins inside. */
function muxed(option: FrameOption, whole = true): readonly Piece[] {
  const made = (dlci: number, control: CmuxControl, cr: 0 | 1, info?: Uint8Array) =>
    muxFrame({ dlci, cr, control, pf: control === 'UIH' ? 0 : 1, ...(info && { info }) }, option)
  const frame = (dlci: number, text: string, cr: 0 | 1) => made(dlci, 'UIH', cr, bytesOf(text))
  const mode = option === 'basic' ? 0 : 1
  return [
    ...(whole
      ? [tx(`AT+CMUX=${mode}\r`), rx(concat([bytesOf(`AT+CMUX=${mode}\r\r\nOK\r\n`)]))]
      : []),
    tx(made(0, 'SABM', 1)),
    rx(made(0, 'UA', 1)),
    tx(concat([frame(1, 'ATD*99#\r', 1), frame(2, 'AT+CSQ\r', 1)])),
    rx(
      concat([
        frame(2, 'AT+CSQ\r\r\n+CSQ: 20', 0),
        frame(1, '\r\nCONNECT\r\n', 0),
        frame(2, ',99\r\n\r\nOK\r\n', 0),
      ]),
    ),
    tx(frame(1, String.fromCharCode(...echoRequest), 1)),
    tx(closeDown(option)),
    rx(concat([made(0, 'UIH', 0, Uint8Array.of(0xc1, 1)), bytesOf('\r\nRDY\r\n')])),
    tx('AT\r'),
    rx('AT\r\r\nOK\r\n'),
  ]
}

describe.each(['basic', 'advanced'] as const)('the multiplexer, %s option', (option) => {
  const inside = [
    '[1] tx command ATD*99#',
    '[2] tx command AT+CSQ',
    '[2] rx echo AT+CSQ',
    '[1] rx final CONNECT < ATD*99#',
    '[2] rx answer +CSQ: 20,99 < AT+CSQ',
    '[2] rx final OK < AT+CSQ',
    '[1] tx ppp LCP EchoReq id=5',
    'rx unsolicited RDY',
    'tx command AT',
    'rx echo AT',
    'rx final OK < AT',
  ]
  const notFrames = (pieces: readonly Piece[]) =>
    shorts(pieces).filter((line) => !/ cmux /.test(line))

  test('each channel is read as a port of its own', () => {
    const set = `AT+CMUX=${option === 'basic' ? 0 : 1}`
    const before = [`tx command ${set}`, `rx echo ${set}`, `rx final OK < ${set}`]
    expect(notFrames(muxed(option))).toEqual([...before, ...inside])
  })
  test('it is recognised where the log begins inside of it', () => {
    expect(notFrames(muxed(option, false))).toEqual(inside)
  })
  test('a close-down to a port that is silent is a frame, not text', () => {
    const rows = read([tx('AT\r'), tx(closeDown(option)), tx('AT\r'), rx('\r\nOK\r\n')])
    expect(rows.find((row) => row.kind === 'cmux')).toMatchObject({ channel: 0, dir: 'tx' })
    expect(rows.filter((row) => row.kind === 'noise')).toEqual([])
  })
  test('every frame has its row', () => {
    const frames = read(muxed(option)).filter((row) => row.kind === 'cmux')
    expect(frames).toHaveLength(10)
    expect(frames[0]).toMatchObject({ text: 'SABM+ channel 0', channel: 0 })
  })
})

const sms = [
  tx('AT+CMGS="+819012345678"\r'),
  rx('AT+CMGS="+819012345678"\r\r\n> '),
  tx('hello\x1a'),
  rx('hello\r\n+CMGS: 3\r\n\r\nOK\r\n'),
]
const http = [
  tx('AT+HTTPREAD=0,12\r'),
  rx('AT+HTTPREAD=0,12\r\r\nOK\r\n\r\n+HTTPREAD: 12\r\nOK\r\nx\r\n\x00\x7e\xf9~\r\nOK\r\n'),
]

describe('prompts and content', () => {
  test('what was written after the prompt is content', () => {
    expect(shorts(sms)).toEqual([
      'tx command AT+CMGS="+819012345678"',
      'rx echo AT+CMGS="+819012345678"',
      'rx prompt >  < AT+CMGS="+819012345678"',
      'tx payload hello\x1a < AT+CMGS="+819012345678"',
      'rx echo hello',
      'rx answer +CMGS: 3 < AT+CMGS="+819012345678"',
      'rx final OK < AT+CMGS="+819012345678"',
    ])
  })
  test('counted octets are no lines, whatever they hold', () => {
    const payload = read(http).find((row) => row.kind === 'payload')
    expect(payload?.text).toBe('OK\r\nx\r\n\x00\x7e\xf9~\r')
  })
})

describe('what is no line', () => {
  test('ten megabytes without a line end come in pieces', () => {
    const reader = new LogReader({ slot: 'a', knowledge })
    const chunk = bytesOf('x'.repeat(65536))
    let octets = 0
    for (let i = 0; i < 160; i++)
      for (const row of reader.push({ slot: 'a', dir: 'rx', atMs: 0, monoUs: 0, bytes: chunk })) {
        expect(row.text.length).toBeLessThanOrEqual(4096)
        octets += row.text.length
      }
    for (const row of reader.end(0, 0)) octets += row.text.length
    expect(octets).toBe(160 * 65536)
  })
  test('noise shows its octets', () => {
    expect(read([rx('\x8f\x9a\x02\xe0\r\n')])).toMatchObject([{ kind: 'noise', hex: '8f9a02e0' }])
  })
  test('a line that has begun is shown when the port falls silent', () => {
    expect(shorts([rx('+CSQ: 2', 0), rx('\r\nRDY\r\n', 8000)])).toEqual([
      'rx unknown +CSQ: 2 unfinished',
      'rx unsolicited RDY',
    ])
  })
})

describe('the rows do not depend on how reads cut the octets', () => {
  const pap =
    fromHex('7EFF7D23C0237D217D217D207D2E7D24736F72617D24736F72615CB47E') ?? new Uint8Array()
  const exchanges: readonly (readonly [string, readonly Piece[]])[] = [
    ['a message', sms],
    ['content', http],
    ['the multiplexer', muxed('basic')],
    ['the advanced multiplexer', muxed('advanced')],
    [
      'a call',
      [
        tx('ATD*99#\r'),
        rx(concat([bytesOf('ATD*99#\r\r\nCONNECT\r\n'), pap])),
        tx(concat([pap, bytesOf('+++')])),
        rx('\r\nOK\r\n'),
        tx('ATH\r'),
        rx('ATH\r\r\nOK\r\n'),
      ],
    ],
    [
      'the end of a call',
      [
        tx('ATD*99#\r'),
        rx(
          concat([
            bytesOf('ATD*99#\r\r\nCONNECT\r\n'),
            pap,
            bytesOf('\r\nNO CARRIER\r\n\r\n+CEREG: 0\r\nRDY'),
          ]),
        ),
      ],
    ],
    ['PPP at once', [tx(pap), rx(pap), tx(concat([pap, bytesOf('AT\r')]))]],
    ['a multiplexer left on', muxed('basic', false).slice(0, 3)],
    ['an advanced multiplexer left on', muxed('advanced', false).slice(0, 3)],
  ]
  test.each(exchanges)('%s, at every cut', (_name, pieces) => {
    const whole = read(pieces).map(short)
    for (const [index, { dir, bytes }] of pieces.entries())
      for (let cut = 0; cut <= bytes.length; cut++) {
        const parts = [piece(dir, bytes.slice(0, cut)), piece(dir, bytes.slice(cut))]
        const rows = read([...pieces.slice(0, index), ...parts, ...pieces.slice(index + 1)])
        expect(rows.map(short)).toEqual(whole)
      }
  })
  test.each(exchanges)('%s, cut anywhere and often', (_name, pieces) => {
    const whole = read(pieces).map(short)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (sizes) => {
          const cut = pieces.flatMap(({ dir, bytes }) => {
            const parts: Piece[] = []
            for (let at = 0, i = 0; at < bytes.length; i++) {
              const size = sizes[i % sizes.length] ?? 1
              parts.push(piece(dir, bytes.slice(at, at + size)))
              at += size
            }
            return parts
          })
          expect(read(cut).map(short)).toEqual(whole)
        },
      ),
      { numRuns: 60 },
    )
  })
  test('never throws and loses no octet of nonsense', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ tx: fc.boolean(), bytes: fc.uint8Array({ maxLength: 300 }) }), {
          maxLength: 12,
        }),
        (pieces) => {
          read(pieces.map(({ tx: sent, bytes }) => piece(sent ? 'tx' : 'rx', bytes)))
        },
      ),
      { numRuns: 300 },
    )
  })
})
