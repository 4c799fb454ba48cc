import { describe, expect, test } from 'vitest'
import { fromHex, hexOf } from '@core/bytes'
import {
  buildNegotiation,
  buildStatus,
  defaultPortParameters,
  quiet,
  readLineStatus,
  readNegotiation,
  readPortParameters,
  readStatus,
  type V24,
} from '@core/cmux/values'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

const signals: readonly (readonly [string, Partial<V24>])[] = [
  ['01', {}],
  ['03', { fc: true }],
  ['05', { rtc: true }],
  ['09', { rtr: true }],
  ['41', { ic: true }],
  ['81', { dv: true }],
  ['cf', { fc: true, rtc: true, rtr: true, ic: true, dv: true }],
]

describe('signals (MSC)', () => {
  test.each(signals)('octet %s', (octet, on) => {
    expect(readStatus(octets(`0f${octet}`))).toStrictEqual({
      dlci: 3,
      signals: { ...quiet, ...on },
    })
    expect(hexOf(buildStatus(3, { ...quiet, ...on }))).toBe(`0f${octet}`)
  })

  test.each([
    ['0f8d23', 400],
    ['0f8d13', 200],
    ['0f8df3', 3000],
    ['0f8d03', 0],
    ['0f8d21', 0],
    ['0f8d01', 0],
  ])('%s has a break of %i ms', (hex, breakMs) => {
    const on = { ...quiet, rtc: true, rtr: true, dv: true }
    expect(readStatus(octets(hex))).toEqual({ dlci: 3, signals: on, breakMs })
  })

  test.each(['', '0f'])('%j says nothing', (hex) => {
    expect(readStatus(octets(hex))).toBeUndefined()
  })
})

describe('negotiation (PN)', () => {
  const usual = {
    dlci: 2,
    frameType: 0,
    convergence: 1,
    priority: 7,
    t1Ms: 100,
    maxInfo: 1500,
    n2: 3,
    window: 2,
  }

  test.each([
    ['020007 0A DC05 03 02', {}],
    ['7D0007 0A DC05 03 02', { dlci: 61 }],
    ['022107 0A DC05 03 02', { frameType: 1, convergence: 3 }],
    ['020F07 0A DC05 03 02', { frameType: 15 }],
    ['0200BF 0A DC05 03 02', { priority: 63 }],
    ['020007 FF DC05 03 02', { t1Ms: 2550 }],
    ['020007 0A 3412 03 02', { maxInfo: 0x1234 }],
    ['020007 0A DC05 FF 02', { n2: 255 }],
    ['020007 0A DC05 03 FF', { window: 7 }],
  ])('%s is read', (hex, about) => {
    expect(readNegotiation(octets(hex))).toEqual({ ...usual, ...about })
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('%i octets are too few', (length) => {
    expect(readNegotiation(octets('0200070ADC050302').subarray(0, length))).toBeUndefined()
  })

  test.each([
    ['0200070adc050302', {}],
    ['0300070adc050302', { dlci: 67 }],
    ['0232070adc050302', { convergence: 4, frameType: 2 }],
    ['0200010adc050302', { priority: 65 }],
    ['0200070adc050302', { t1Ms: 104 }],
    ['0200070bdc050302', { t1Ms: 105 }],
    ['020007ffdc050302', { t1Ms: 2550 }],
    ['020007ffdc050302', { t1Ms: 9000 }],
    ['0200070a34120302', { maxInfo: 0x1234 }],
    ['0200070adc050901', { n2: 9, window: 9 }],
  ])('%s is built', (hex, about) => {
    expect(hexOf(buildNegotiation({ ...usual, ...about }))).toBe(hex)
  })
})

describe('a virtual port (RPN)', () => {
  test.each([
    [0, 2400],
    [1, 4800],
    [2, 7200],
    [3, 9600],
    [4, 19_200],
    [5, 38_400],
    [6, 57_600],
    [7, 115_200],
    [8, 230_400],
    [9, 460_800],
    [10, undefined],
  ])('speed %i is %s', (octet, baudRate) => {
    const read = readPortParameters(Uint8Array.of(0x0b, octet, 3))
    expect(read).toStrictEqual({
      dlci: 2,
      ...(baudRate === undefined ? {} : { baudRate }),
      line: '8n1',
    })
  })

  test.each([
    ['00', '5n1'],
    ['01', '6n1'],
    ['02', '7n1'],
    ['03', '8n1'],
    ['07', '8n2'],
    ['0b', '8o1'],
    ['1a', '7e1'],
    ['1e', '7e2'],
    ['2b', '8m1'],
    ['3b', '8s1'],
    ['33', '8n1'],
  ])('line octet %s is %s', (octet, line) => {
    expect(readPortParameters(octets(`0b07${octet}`))?.line).toBe(line)
  })

  const plain = { dlci: 2, baudRate: 115_200, line: '8n1' }
  test.each([
    ['0b', { dlci: 2 }],
    ['0b07', { dlci: 2 }],
    ['0b0703', plain],
    ['0b0703ff', { ...plain, flow: 63 }],
    ['0b07030011', { ...plain, flow: 0, xon: 0x11 }],
    ['0b0703001113', { ...plain, flow: 0, xon: 0x11, xoff: 0x13 }],
    ['0b070300111334', { ...plain, flow: 0, xon: 0x11, xoff: 0x13 }],
    ['0b07030011133412', { ...plain, flow: 0, xon: 0x11, xoff: 0x13, mask: 0x1234 }],
  ])('%s is read as far as it goes', (hex, about) => {
    expect(readPortParameters(octets(hex))).toStrictEqual(about)
  })

  test('nothing says nothing; what is answered unless it was set', () => {
    expect(readPortParameters(new Uint8Array())).toBeUndefined()
    expect(hexOf(defaultPortParameters(2))).toBe('0b07030011130000')
  })
})

describe('line errors (RLS)', () => {
  test.each([
    ['0703', ['overrun']],
    ['0705', ['parity']],
    ['0709', ['framing']],
    ['070f', ['overrun', 'parity', 'framing']],
    ['0701', []],
    ['070e', []],
  ])('%s', (hex, errors) => {
    expect(readLineStatus(octets(hex))).toEqual({ dlci: 1, errors })
  })

  test.each(['', '07'])('%j says nothing', (hex) => {
    expect(readLineStatus(octets(hex))).toBeUndefined()
  })
})
