import { Row } from '@core/at/row'
import { clock } from '@catalog/decoders/shared/clock'
import { binFact, binValue, outOfRange, type Bin } from '@catalog/decoders/shared/bins'
import { level, levels, levelSeverity, qualitySeverity } from '@catalog/decoders/shared/quality'
import { activeTime, edrxCycle, periodicTau } from '@catalog/decoders/shared/timers'
import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'

function told(command: string | null, response: string) {
  const { answer, urcs, words } = decodeExchange({ command, response })
  const facts: { readonly [name: string]: unknown } = { ...(answer ?? urcs[0]?.facts) }
  return { facts, words }
}

/** One index of a line whose other indexes are unknown. */
function cesq(at: number, index: number) {
  const fields = [99, 99, 255, 255, 255, 255, 255, 255, 255]
  fields[at] = index
  return told('AT+CESQ', `+CESQ: ${fields.join(',')}\r\n\r\nOK\r\n`)
}

describe('indexes of AT+CESQ (3GPP TS 27.007, 8.69) become the lower edge of their bin', () => {
  // Field, fact, the level of index 1, the highest index and its level.
  test.each([
    [0, 'rssi_dbm', -110, 63, -48],
    [2, 'rscp_dbm', -120, 96, -25],
    [3, 'ecno_db', -24, 49, 0],
    [4, 'rsrq_db', -19.5, 34, -3],
    [5, 'rsrp_dbm', -140, 97, -44],
    [6, 'ss_rsrq_db', -43, 126, 19.5],
    [7, 'ss_rsrp_dbm', -156, 126, -31],
    [8, 'ss_sinr_db', -23, 127, 40],
  ])('field %i, %s: 1 is %d, %i is %d, beyond it nothing', (at, fact, first, max, last) => {
    expect(cesq(at, 1).facts[fact]).toBe(first)
    expect(cesq(at, max).facts[fact]).toBe(last)
    const beyond = cesq(at, max + 1)
    expect(beyond.facts[fact]).toBe(null)
    expect(beyond.words.en).toContain(`${max + 1} (0–${max}, `)
    expect(cesq(at, max).words.en).not.toMatch(/out of range/i)
  })
  test.each([
    [7, false],
    [8, true],
  ])('bit error rate class %i is out of range: %s', (ber, wrong) => {
    expect(cesq(1, ber).words.en.includes('ut of range: ber 8')).toBe(wrong)
  })
})

describe('indexes of AT+CSQ (27.007, 8.5)', () => {
  const csq = (rssi: number, ber = 99) => told('AT+CSQ', `+CSQ: ${rssi},${ber}\r\n\r\nOK\r\n`)
  test.each([
    [0, -113],
    [1, -111],
    [30, -53],
    [31, -51],
    [32, null],
    [99, null],
  ])('%i is %j dBm', (index, dbm) => {
    expect(csq(index).facts['rssi_dbm']).toBe(dbm)
  })
  test.each([
    [0, 'This is the bottom of the scale'],
    [31, 'This is the top of the scale'],
    [32, 'Out of range: rssi 32 (0–31, 99)'],
    [99, 'Signal strength unknown (99)'],
  ])('%i says “%s”', (index, words) => {
    expect(csq(index).words.en).toContain(words)
  })
  test.each([1, 30])('%i is within the scale', (index) => {
    expect(csq(index).words.en).not.toMatch(/scale|range|unknown/i)
  })
  test.each([
    [7, false],
    [8, true],
  ])('bit error rate class %i is out of range: %s', (ber, wrong) => {
    expect(csq(20, ber).words.en.includes('ut of range: ber 8')).toBe(wrong)
  })
})

describe('voltages of AT+CBC', () => {
  const cbc = (text: string) => told('AT+CBC', `+CBC: ${text}\r\n\r\nOK\r\n`)
  test.each([
    ['3.399V', 'below the 3.4 V'],
    ['3.4V', 'Supply 3.4 V.'],
    ['4.3V', 'Supply 4.3 V.'],
    ['4.301V', 'above the 4.2 V'],
  ])('%s: %s', (text, words) => {
    expect(cbc(text).words.en).toContain(words)
  })
  test.each([
    ['0,93,4105', 4.105],
    ['0,93,100', 0.1],
    ['0,93,99', 99],
    ['0,93,4105mV', 4.105],
    ['0,93,99mV', 0.099],
    ['0,62,3.837V', 3.837],
    ['0,62,100V', 100],
  ])('%s is %d V', (text, volts) => {
    expect(cbc(text).facts['voltage_v']).toBe(volts)
  })
})

describe('^HCSQ and ^RSSI of Huawei', () => {
  const hcsq = (text: string) => told(null, `^HCSQ: ${text}\r\n`).facts
  test.each([
    ['"GSM",1', 'rssi_dbm', -120],
    ['"GSM",96', 'rssi_dbm', -25],
    ['"GSM",97', 'rssi_dbm', null],
    ['"WCDMA",255,1,255', 'rscp_dbm', -120],
    ['"WCDMA",255,96,255', 'rscp_dbm', -25],
    ['"WCDMA",255,97,255', 'rscp_dbm', null],
    ['"WCDMA",255,255,1', 'ecio_db', -32],
    ['"WCDMA",255,255,65', 'ecio_db', 0],
    ['"WCDMA",255,255,66', 'ecio_db', null],
    ['"LTE",255,1,255,255', 'rsrp_dbm', -140],
    ['"LTE",255,97,255,255', 'rsrp_dbm', -44],
    ['"LTE",255,98,255,255', 'rsrp_dbm', null],
    ['"LTE",255,255,1,255', 'sinr_db', -20],
    ['"LTE",255,255,251,255', 'sinr_db', 30],
    ['"LTE",255,255,252,255', 'sinr_db', null],
    ['"LTE",255,255,255,1', 'rsrq_db', -19.5],
    ['"LTE",255,255,255,34', 'rsrq_db', -3],
    ['"LTE",255,255,255,35', 'rsrq_db', null],
  ])('%s: %s is %j', (text, fact, value) => {
    expect(hcsq(text)[fact]).toBe(value)
  })
  test.each([
    [1, -111],
    [31, -51],
    [32, null],
  ])('^RSSI %i is %j dBm', (index, dbm) => {
    expect(told(null, `^RSSI: ${index}\r\n`).facts['rssi_dbm']).toBe(dbm)
  })
})

describe('a scale', () => {
  const bin: Bin = { name: 'x', max: 10, unknown: 99, base: -50, step: 2, unit: 'db' }
  test.each([
    [0, -50],
    [10, -30],
    [11, null],
    [-1, null],
    [99, null],
    ['5', null],
    [null, null],
    [undefined, undefined],
  ])('of index %j is %j', (index, value) => {
    expect(binValue(bin, index)).toBe(value)
  })
  test('names its fact by its unit, and by another name where it has one', () => {
    expect([binFact(bin), binFact({ ...bin, as: 'y', unit: 'dbm' })]).toEqual(['x_db', 'y_dbm'])
  })
  test.each([
    [-1, 'out of range: x -1 (0–10, 99)', '範囲外の値：x -1（0–10、99）'],
    [11, 'out of range: x 11 (0–10, 99)', '範囲外の値：x 11（0–10、99）'],
  ])('says what is beyond it: %i', (x, en, ja) => {
    expect(outOfRange([bin], { x })).toEqual({ en, ja })
  })
  test.each([0, 10, 99, '11', undefined])('has nothing to say about %j', (x) => {
    expect(outOfRange([bin], { x })).toBe(undefined)
  })
  test('names all that are beyond', () => {
    const both = outOfRange([bin, { ...bin, name: 'y' }], { x: 11, y: 12 })
    expect(both?.en).toBe('out of range: x 11 (0–10, 99), y 12 (0–10, 99)')
  })
})

describe('words for a level', () => {
  // The lowest excellent, good and fair value.
  test.each([
    ['rsrp', 'RSRP', 'dBm', -80, -90, -100],
    ['rsrq', 'RSRQ', 'dB', -10, -15, -19.5],
    ['sinr', 'SINR', 'dB', 20, 13, 0],
    ['rssi', 'RSSI', 'dBm', -65, -75, -85],
    ['rscp', 'RSCP', 'dBm', -70, -85, -95],
    ['ecio', 'Ec/Io', 'dB', -6, -10, -14],
  ] as const)('%s', (measure, name, unit, excellent, good, fair) => {
    const said = (value: number) => [level(measure, value).en, qualitySeverity(measure, value)]
    const row = (value: number, word: string, severity: string) =>
      expect(said(value)).toEqual([`${name} ${value} ${unit} (${word})`, severity])
    row(excellent, 'excellent', 'fine')
    row(excellent - 0.5, 'good', 'fine')
    row(good, 'good', 'fine')
    row(good - 0.5, 'fair', 'notice')
    row(fair, 'fair', 'notice')
    row(fair - 0.5, 'poor', 'warning')
  })
  test.each([
    [-80, '非常に良好'],
    [-90, '良好'],
    [-100, 'やや不良'],
    [-101, '不良'],
  ])('in Japanese: %i', (value, word) => {
    expect(level('rsrp', value).ja).toBe(`RSRP ${value} dBm（${word}）`)
  })
  test('joins what is known, in one order', () => {
    expect(levels({ rssi: -60, ecio: null, rsrp: -85, sinr: 'x' })).toEqual({
      en: 'RSRP -85 dBm (good), RSSI -60 dBm (excellent)',
      ja: 'RSRP -85 dBm（良好）、RSSI -60 dBm（非常に良好）',
    })
    const order = { rsrp: -1, rsrq: -2, sinr: 30, rscp: -3, ecio: -4, rssi: -5 }
    const names = levels(order)?.en.match(/[A-Z]\S+(?= -?\d)/g)
    expect(names).toEqual(['RSRP', 'RSRQ', 'SINR', 'RSCP', 'Ec/Io', 'RSSI'])
    expect(levels({ rsrp: null })).toBe(undefined)
  })
  test.each([
    [{ rsrp: -120, rscp: -60, rssi: -60 }, 'warning'],
    [{ rscp: -90, rssi: -60 }, 'notice'],
    [{ rssi: -60 }, 'fine'],
    [{ sinr: -20 }, 'notice'],
    [{ rsrp: null, rssi: -100 }, 'warning'],
  ])('asks for attention by the one that says most: %j', (values, severity) => {
    expect(levelSeverity(values)).toBe(severity)
  })
})

describe('timers of 3GPP TS 24.008', () => {
  test.each([
    ['00000001', '10 min'],
    ['00100001', '1 h'],
    ['01000001', '10 h'],
    ['01100001', '2 s'],
    ['01111110', '1 min'],
    ['10000001', '30 s'],
    ['10000011', '90 s'],
    ['10100001', '1 min'],
    ['11000001', '320 h'],
    ['11100001', 'off'],
    ['1110000', undefined],
    ['000000012', undefined],
    [5, undefined],
  ])('periodic TAU %s is %s', (bits, said) => {
    expect(periodicTau(bits)).toBe(said)
  })
  test.each([
    ['00000001', '2 s'],
    ['00111111', '31 min'],
    ['01000001', '6 min'],
    ['01100010', '2 min'],
    ['10100011', '3 min'],
    ['11100000', 'off'],
    ['00000000', '0 s'],
  ])('active time %s is %s', (bits, said) => {
    expect(activeTime(bits)).toBe(said)
  })
  test('eDRX cycles', () => {
    const all = Array.from({ length: 16 }, (_, i) => edrxCycle(i.toString(2).padStart(4, '0')))
    expect(all.map((text) => Number(text?.replace(' s', '')))).toEqual([
      5.12, 10.24, 20.48, 40.96, 61.44, 81.92, 102.4, 122.88, 143.36, 163.84, 327.68, 655.36,
      1310.72, 2621.44, 5242.88, 10485.76,
    ])
    expect([edrxCycle('101'), edrxCycle('10100'), edrxCycle(9)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a clock', () => {
  const read = (text: string) => {
    const row = new Row(text)
    return {
      facts: clock(row),
      refused: row.problems.map((text) => text.replace(/^.*: expected /, '')),
    }
  }
  test('is read to the second, with its zone in quarters of an hour', () => {
    expect(read('"14/08/05,04:00:21+40"')).toEqual({
      facts: {
        year: 2014,
        month: 8,
        day: 5,
        hour: 4,
        minute: 0,
        second: 21,
        tz_quarters: 40,
        utc_offset_minutes: 600,
      },
      refused: [],
    })
  })
  test.each([
    ['69/01/01,00:00:00', 2069],
    ['70/01/01,00:00:00', 1970],
    ['99/12/31,23:59:60', 1999],
    ['1980/01/06,00:00:00', 1980],
    ['24/02/29,00:00:00', 2024],
    ['00/02/29,00:00:00', 2000],
    ['25/04/30,00:00:00', 2025],
    ['25/06/30,00:00:00', 2025],
    ['25/09/30,00:00:00', 2025],
    ['25/11/30,00:00:00', 2025],
    ['25/01/31,00:00:00', 2025],
  ])('%s is of %i', (text, year) => {
    expect(read(text)).toMatchObject({ facts: { year }, refused: [] })
  })
  test.each([
    '25/02/29,00:00:00',
    '1900/02/29,00:00:00',
    '25/04/31,00:00:00',
    '25/06/31,00:00:00',
    '25/09/31,00:00:00',
    '25/11/31,00:00:00',
    '25/01/32,00:00:00',
    '25/00/01,00:00:00',
    '25/13/01,00:00:00',
    '25/01/00,00:00:00',
    '25/01/01,24:00:00',
    '25/01/01,00:60:00',
    '25/01/01,00:00:61',
  ])('%s does not exist', (text) => {
    expect(read(text)).toEqual({ facts: {}, refused: ['a date and time that exist'] })
  })
  test.each([
    ['+96', 96, []],
    ['-96', -96, []],
    ['+97', null, ['a zone of at most 96 quarters of an hour']],
    ['-97', null, ['a zone of at most 96 quarters of an hour']],
    ['', null, []],
  ])('zone “%s”', (zone, quarters, refused) => {
    const found = read(`25/01/01,00:00:00${zone}`)
    expect(found.facts['tz_quarters']).toBe(quarters)
    expect(found.refused).toEqual(refused)
  })
  test('anything else is no time', () => {
    expect(read('soon')).toEqual({ facts: {}, refused: ['a time such as "25/01/31,23:59:59+36"'] })
  })
})
