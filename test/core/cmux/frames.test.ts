import { describe, expect, test } from 'vitest'
import { bytesOf, concat, fromHex } from '@core/bytes'
import { encodeFrame } from '@core/cmux/frame'
import { decodeCmuxStream } from '@core/cmux/frames'
import { buildMessage } from '@core/cmux/message'
import { buildStatus, ready } from '@core/cmux/values'
import { workedFrames } from './worked-frames'

function stream(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array()
}

describe('the facts of a stream', () => {
  test('a data frame', () => {
    const { frames, rejected, text } = decodeCmuxStream([stream('F905EF0D0D0A4F4B0D0A5FF9')])
    expect(frames).toEqual([
      { dlci: 1, cr: 0, control: 'UIH', pf: 0, length: 6, info: '0d0a4f4b0d0a', fcs: '5f' },
    ])
    expect({ rejected, text }).toEqual({ rejected: 0, text: [] })
  })

  test('a control frame carries its message', () => {
    const { frames } = decodeCmuxStream([stream('F901EF09E305070D9AF9')])
    expect(frames[0]).toMatchObject({ message: { name: 'MSC', command: true, value: '070d' } })
  })

  test('several messages in one frame are all there', () => {
    const info = concat([
      buildMessage('MSC', true, buildStatus(1, ready)),
      buildMessage('TEST', false, [1, 2]),
    ])
    const { frames, words } = decodeCmuxStream([
      encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info }),
    ])
    expect(frames[0]?.messages?.map(({ name }) => name)).toEqual(['MSC', 'TEST'])
    expect(words[0]?.en).toContain('RTC RTR (MSC); test echoed')
  })

  test('a message longer than its frame is named, the frame is still given', () => {
    const info = Uint8Array.of(0xe3, 0x09, 0x07)
    const { frames } = decodeCmuxStream([encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info })])
    expect(frames[0]?.error).toMatch(/length/)
  })

  test('text before, between and after frames is given out, and is no rejected frame', () => {
    const ua = stream('F9037301D7F9')
    const chunks = [bytesOf('AT+CMUX=0\r\r\nOK\r\n'), ua, bytesOf('\r\nRD'), bytesOf('Y\r\n')]
    const { text, rejected, frames } = decodeCmuxStream(chunks)
    expect(text).toEqual(['AT+CMUX=0', 'OK', 'RDY'])
    expect(rejected).toBe(0)
    expect(frames).toHaveLength(1)
  })

  test('a wrong check is counted, and the frame is not given', () => {
    const { frames, rejected, text } = decodeCmuxStream([stream('F903730100F9 F9037301D7F9')])
    expect(frames).toHaveLength(1)
    expect(rejected).toBe(1)
    expect(text).toEqual([])
  })

  test('an unfinished frame at the end is counted', () => {
    expect(decodeCmuxStream([stream('F9037301')]).rejected).toBe(1)
  })

  test('nothing in, nothing out', () => {
    expect(decodeCmuxStream([])).toEqual({ frames: [], rejected: 0, text: [], words: [] })
  })

  test.each(workedFrames)('$id has a sentence in both languages', ({ hex }) => {
    for (const { en, ja } of decodeCmuxStream([stream(hex)]).words) {
      expect(en.length).toBeGreaterThan(5)
      expect(ja).toMatch(/[ぁ-んァ-ン一-龠]/)
    }
  })
})
