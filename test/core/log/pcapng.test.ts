import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, hexOf, latin1 } from '@core/bytes'
import { encodeFrame as muxFrame } from '@core/cmux/frame'
import { LogReader } from '@core/log/reader'
import { PcapngWriter, withoutLogin } from '@core/log/pcapng'
import { Redactor } from '@core/log/redact'
import { protocols } from '@core/ppp/codes'
import { encodeFrame } from '@core/ppp/hdlc'

interface Block {
  type: number
  body: DataView
  bytes: Uint8Array
}

/** Takes a file apart; both lengths of every block must agree, and multiples of four lead to the end. */
function blocksOf(file: Uint8Array): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < file.length;) {
    const view = new DataView(file.buffer, file.byteOffset + at)
    const length = view.getUint32(4, true)
    expect(length % 4).toBe(0)
    expect(view.getUint32(length - 4, true)).toBe(length)
    const bytes = file.subarray(at + 8, at + length - 4)
    const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    blocks.push({ type: view.getUint32(0, true), body, bytes })
    at += length
  }
  return blocks
}

type Said = [dir: 'rx' | 'tx', bytes: Uint8Array]

function capture(said: readonly Said[], redact = true) {
  const reader = new LogReader({ slot: 'a', knowledge })
  const writer = new PcapngWriter({
    language: 'en',
    redactor: redact ? new Redactor({ knowledge }) : undefined,
  })
  const parts = [writer.head()]
  said.forEach(([dir, bytes], i) => {
    const entry = {
      slot: 'a',
      dir,
      atMs: 1_700_000_000_000 + i,
      monoUs: 5_000_000 + i * 1000,
      bytes,
    } as const
    for (const row of reader.push(entry)) parts.push(writer.row(row))
  })
  return concat(parts)
}

/** Packets as [interface name, direction flag, data]. */
function packetsOf(file: Uint8Array) {
  const names: string[] = []
  const packets: { name: string; flags: number; data: Uint8Array; atUs: number; text: string }[] =
    []
  for (const { type, body, bytes } of blocksOf(file)) {
    if (type === 1) names.push(latin1(bytes.subarray(12, 12 + body.getUint16(10, true))))
    if (type !== 6) continue
    const length = body.getUint32(12, true)
    packets.push({
      name: names[body.getUint32(0, true)] ?? '?',
      atUs: body.getUint32(4, true) * 2 ** 32 + body.getUint32(8, true),
      data: bytes.subarray(20, 20 + length),
      text: latin1(bytes),
      flags: body.getUint32(bytes.length - 8, true),
    })
  }
  return packets
}

const pap = Uint8Array.of(1, 1, 0, 14, 4, ...bytesOf('sora'), 4, ...bytesOf('pass'))
const echo = Uint8Array.of(9, 1, 0, 8, 1, 2, 3, 4)

const call: Said[] = [
  ['tx', bytesOf('ATD*99***1#\r')],
  ['rx', bytesOf('\r\nCONNECT 115200\r\n')],
  ['tx', encodeFrame(protocols.lcp, echo, { accm: 0xffffffff })],
  ['rx', encodeFrame(protocols.lcp, echo, { accm: 0xffffffff })],
  ['tx', encodeFrame(protocols.pap, pap, {})],
]

test('gives PPP frames their direction, unescaped and without flags and FCS', () => {
  const packets = packetsOf(capture(call)).filter((packet) => packet.name === 'a ppp')
  expect(packets.map(({ data, flags }) => [data[0], flags])).toEqual([
    [1, 2],
    [0, 1],
    [1, 2],
  ])
  expect(hexOf(packets[0]?.data.subarray(1) ?? new Uint8Array())).toBe(`ff03c021${hexOf(echo)}`)
})

test('keeps AT text on an interface of its own, with its meaning as comment', () => {
  const at = packetsOf(capture(call)).filter((packet) => packet.name === 'a at')
  expect(latin1(at[0]?.data ?? new Uint8Array())).toContain('ATD*99***1#')
  expect(at[0]?.flags).toBe(2)
  expect(at[0]?.text).toContain('Starts a data call')
  expect(at[0]?.atUs).toBe(1_700_000_000_000_000)
})

test('hides user and password of PAP unless told otherwise', () => {
  const hidden = latin1(capture(call))
  expect(hidden).not.toContain('sora')
  expect(hidden).not.toContain('pass')
  expect(latin1(capture(call, false))).toContain('pass')
})

test('masks only the octets of user and password, whatever the header looks like', () => {
  for (const head of [
    [0xff, 3, 0xc0, 0x23],
    [0xc0, 0x23],
  ]) {
    const frame = Uint8Array.of(...head, ...pap)
    const masked = withoutLogin(frame)
    expect(latin1(masked)).toBe(latin1(frame).replace('sora', 'xxxx').replace('pass', 'xxxx'))
  }
  const cut = Uint8Array.of(0xc0, 0x23, 1, 1, 0, 14, 200)
  expect(withoutLogin(cut)).toEqual(cut)
})

test('masks name and value of a CHAP response, and keeps the challenge of the other side', () => {
  const chap = (code: number) =>
    Uint8Array.of(
      0xc2,
      0x23,
      code,
      7,
      0,
      4 + 1 + 16 + 6,
      16,
      ...new Uint8Array(16).fill(0x41),
      ...bytesOf('sora99'),
    )
  const masked = latin1(withoutLogin(chap(2)))
  expect(masked).toHaveLength(chap(2).length)
  expect(masked.slice(-23)).toBe(`\x10${'x'.repeat(22)}`)
  expect(withoutLogin(chap(1))).toEqual(chap(1))
})

test.each([
  ['basic', 0],
  ['advanced', 1],
] as const)('takes PPP out of a channel of the multiplexer, %s option', (option, mode) => {
  const inside = encodeFrame(protocols.lcp, echo, { accm: 0xffffffff })
  const frames = packetsOf(
    capture([
      ['tx', bytesOf(`AT+CMUX=${mode}\r`)],
      ['rx', bytesOf('\r\nOK\r\n')],
      ['tx', muxFrame({ dlci: 1, cr: 1, control: 'SABM', pf: 1 }, option)],
      ['tx', muxFrame({ dlci: 1, cr: 1, control: 'UIH', info: inside }, option)],
    ]),
  )
  expect(frames.map((packet) => packet.name)).toEqual(['a at', 'a at', 'a cmux', 'a channel 1 ppp'])
  expect(hexOf(frames[3]?.data ?? new Uint8Array())).toBe(`01ff03c021${hexOf(echo)}`)
})
