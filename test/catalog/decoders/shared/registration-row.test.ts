import { emmCause, fivegmmCause, gmmCause } from '@catalog/decoders/shared/causes'
import {
  isRegistrationUrc,
  registrationRow,
  type Domain,
} from '@catalog/decoders/shared/registration'
import { Row } from '@core/at/row'
import { describe, expect, test } from 'vitest'
import { readRow } from './read-row'

const lte: Domain = {
  area: 'tac',
  name: { en: 'LTE', ja: '〈LTE〉' },
  after: [],
  timers: ['active_time', 'periodic_tau'],
  causeOf: emmCause,
}
const packet: Domain = {
  area: 'lac',
  name: { en: 'packet', ja: '〈パケット〉' },
  after: ['rac'],
  timers: ['one', 'two', 'three'],
  causeOf: gmmCause,
}
const nr: Domain = {
  area: 'tac',
  name: { en: '5G', ja: '〈5G〉' },
  after: ['allowed_nssai_length', 'allowed_nssai'],
  timers: [],
  causeOf: fivegmmCause,
}

const cell = '2,1,"00C3","0B36D5E8",7'
const cellFacts = { n: 2, stat: 1, ci: 0xb36d5e8, act: 7 }
const marks = ['cell 00C3', 'cell 0B36D5E8']

describe('a registration', () => {
  test.each<[Domain, string, object, string[]]>([
    [lte, '1', { stat: 1 }, []],
    [lte, '2,1', { n: 2, stat: 1 }, []],
    [lte, '2,123', { n: 2, stat: 123 }, []],
    [lte, '2,1234', { stat: 2, tac: 0x1234 }, ['cell 1234']],
    [lte, '2,"1"', { stat: 2, tac: 1 }, ['cell 1']],
    [lte, '0,3a', { stat: 0, tac: 0x3a }, ['cell 3a']],
    [lte, '0,0x1F', { stat: 0, tac: 0x1f }, ['cell 0x1F']],
    [lte, '1,0 OK', { n: 1, stat: 0 }, []],
    [lte, '0,3(', { n: 0, stat: 3 }, []],
    [lte, '0,123 OK', { n: 0, stat: 123 }, []],
    [lte, '0,0001,"00C3","01"', { n: 0, stat: 1, tac: 0xc3, ci: 1 }, ['cell 00C3', 'cell 01']],
    [lte, '0,0001,"00C3",01', { stat: 0, tac: 1, ci: 0xc3, act: 1 }, ['cell 0001', 'cell 00C3']],
    [lte, '0,0001,C3,"01"', { stat: 0, tac: 1, ci: 0xc3, act: 1 }, ['cell 0001', 'cell C3']],
    [
      lte,
      '0,1001,"00C3","01"',
      { stat: 0, tac: 0x1001, ci: 0xc3, act: 1 },
      ['cell 1001', 'cell 00C3'],
    ],
    [lte, '1,"00C3","0B36D5E8",7', { stat: 1, tac: 0xc3, ci: 0xb36d5e8, act: 7 }, marks],
    [lte, cell, { ...cellFacts, tac: 0xc3 }, marks],
    [lte, `${cell},0,15`, { ...cellFacts, tac: 0xc3, cause_type: 0, reject_cause: 15 }, marks],
    [
      lte,
      `${cell},,,"00000001","00000010"`,
      {
        ...cellFacts,
        tac: 0xc3,
        cause_type: null,
        reject_cause: null,
        active_time: '00000001',
        periodic_tau: '00000010',
      },
      marks,
    ],
    [lte, `${cell},"1A"`, { ...cellFacts, tac: 0xc3, rac: 26 }, marks],
    [lte, `${cell},A`, { ...cellFacts, tac: 0xc3, rac: 10 }, marks],
    [
      lte,
      '3,,,,,0,15',
      { stat: 3, tac: null, ci: null, act: null, rac: null, cause_type: 0, reject_cause: 15 },
      [],
    ],
    [
      lte,
      `${cell},5,0,15`,
      { ...cellFacts, tac: 0xc3, cause_type: 5, reject_cause: 0, active_time: '15' },
      marks,
    ],
    [
      lte,
      `${cell},,0,15,1`,
      {
        ...cellFacts,
        tac: 0xc3,
        cause_type: null,
        reject_cause: 0,
        active_time: '15',
        periodic_tau: '1',
      },
      marks,
    ],
    [packet, `${cell},"1A"`, { ...cellFacts, lac: 0xc3, rac: 26 }, marks],
    [packet, `${cell},"1A",0`, { ...cellFacts, lac: 0xc3, rac: 26, cause_type: 0 }, marks],
    [packet, `${cell},0,15`, { ...cellFacts, lac: 0xc3, cause_type: 0, reject_cause: 15 }, marks],
    [
      packet,
      `${cell},1A,0,15`,
      { ...cellFacts, lac: 0xc3, rac: 26, cause_type: 0, reject_cause: 15 },
      marks,
    ],
    [
      packet,
      `${cell},0,15,a,b`,
      { ...cellFacts, lac: 0xc3, cause_type: 0, reject_cause: 15, one: 'a', two: 'b' },
      marks,
    ],
    [
      packet,
      `${cell},0,15,a,b,c`,
      { ...cellFacts, lac: 0xc3, cause_type: 0, reject_cause: 15, one: 'a', two: 'b', three: 'c' },
      marks,
    ],
    [
      packet,
      `${cell},1A,0,15,a,b,c`,
      {
        ...cellFacts,
        lac: 0xc3,
        rac: 26,
        cause_type: 0,
        reject_cause: 15,
        one: 'a',
        two: 'b',
        three: 'c',
      },
      marks,
    ],
    [
      nr,
      `${cell},8,"01.02",0,15`,
      {
        ...cellFacts,
        tac: 0xc3,
        allowed_nssai_length: 8,
        allowed_nssai: '01.02',
        cause_type: 0,
        reject_cause: 15,
      },
      marks,
    ],
    // The routing area between area and cell.
    [
      lte,
      '1,"00C3", 1A ,"0B36D5",7',
      { stat: 1, tac: 0xc3, rac: 26, ci: 0xb36d5, act: 7 },
      ['cell 00C3', 'cell 0B36D5'],
    ],
    [
      lte,
      '2,1,"00C3",1,"ABC",17',
      { n: 2, stat: 1, tac: 0xc3, rac: 1, ci: 0xabc, act: 17 },
      ['cell 00C3', 'cell ABC'],
    ],
    // The cell once more, with its RNC.
    [
      lte,
      '2,1,000B,2816, B, C2816',
      { n: 2, stat: 1, tac: 0xb, ci: 0x2816 },
      ['cell 000B', 'cell 2816'],
    ],
  ])('%# %o: %s', (domain, line, facts, marked) => {
    const read = registrationRow(domain)
    expect(readRow((row) => read(row, { form: 'read' }), line)).toEqual({
      facts,
      marked,
      problems: [],
    })
  })

  test.each<[string, string[]]>([
    ['', ['expected a registration state']],
    ['0,l', ['expected a registration state']],
    ['0,"l"', ['tac is "l", not hex']],
    ['0,l,1', ['tac is "l", not hex']],
    ['x,1', ['n is "x", not a whole number']],
    ['x', ['stat is "x", not a whole number']],
    ['1,"C3","x"', ['ci is "x", not hex']],
    ['1,"C3","1",x', ['act is "x", not a whole number']],
    ['2,1,"C3","1",7,ABC', ['cause_type is "ABC", not a whole number']],
    ['2,1,"C3","1",7,x,15', ['cause_type is "x", not a whole number']],
    ['2,1,"C3","1",7,0,x', ['reject_cause is "x", not a whole number']],
    // Nearly a routing area in between, and nearly the cell once more.
    ['1,"C3",1AB,"ABC",7', ['act is "ABC", not a whole number']],
    ['1,"C3",1A,"AB",7', ['act is "AB", not a whole number']],
    [
      '1,"C3",1A,"ABC",x',
      ['act is "ABC", not a whole number', 'cause_type is "x", not a whole number'],
    ],
    ['1,"C3",1A,"ABC",7,8', ['act is "ABC", not a whole number']],
    [
      '2,1,000B,2816,C,C2816',
      ['act is "C", not a whole number', 'cause_type is "C2816", not a whole number'],
    ],
    ['2,1,000B,2816,B,2816', ['act is "B", not a whole number']],
    [
      '2,1,000B,2816,B,C2817',
      ['act is "B", not a whole number', 'cause_type is "C2817", not a whole number'],
    ],
    [
      '2,1,000B,2816,B,C2816,1',
      ['act is "B", not a whole number', 'cause_type is "C2816", not a whole number'],
    ],
  ])('%s: %j', (line, problems) => {
    const read = registrationRow(lte)
    expect(readRow((row) => read(row, { form: 'read' }), line).problems).toEqual(problems)
  })

  test('an area of the routing kind that is none is said so', () => {
    const read = registrationRow(packet)
    const problems = (line: string) => readRow((row) => read(row, { form: 'read' }), line).problems
    expect(problems(`${cell},x,0,15`)).toEqual(['rac is "x", not hex'])
    expect(
      readRow((row) => registrationRow(nr)(row, { form: 'read' }), `${cell},x`).problems,
    ).toEqual(['allowed_nssai_length is "x", not a whole number'])
  })

  test.each([
    ['1', true],
    ['1,"00C3"', true],
    ['1,00C3', true],
    ['2,1', false],
    ['2,1,"00C3"', false],
  ])('%s comes unasked: %s', (line, unasked) => {
    expect(isRegistrationUrc(new Row(line))).toBe(unasked)
  })
})
