import { cardIssuer, operatorName, simIssuer } from '@catalog/decoders/shared/operators'
import { scanOperators } from '@catalog/decoders/shared/operator-scan'
import { expect, test } from 'vitest'

const lab = { stat: 2, long: 'Lab', short: 'L', numeric: '00101' }

test.each<[string, object[]]>([
  ['', []],
  ['(2,"Lab","L","00101",7)', [{ ...lab, act: 7 }]],
  ['(2,"Lab","L","00101")', [lab]],
  ['(2,"Lab","L","00101",)', [lab]],
  ['(2,"Lab","L","00101",x)', [lab]],
  ['(2,"Lab","L","00101",12)', [{ ...lab, act: 12 }]],
  ['(2,"Lab","L","00101",123)', [lab]],
  ['(2,"Lab","L","00101"),7)', [{ ...lab, act: 7 }]],
  ['(2,"Lab","L","00101") , 12 )', [{ ...lab, act: 12 }]],
  ['(2,"Lab","L","00101"),123)', [lab]],
  ['(2,"Lab","L","00101",7),8)', [{ ...lab, act: 7 }]],
  ['(,"Lab","L","00101",7)', [{ ...lab, stat: null, act: 7 }]],
  ['(12,"Lab","L","00101",7)', []],
  ['(2,"","L","00101",7)', [{ ...lab, long: null, act: 7 }]],
  ['(2,Lab,L,00101,7)', [{ ...lab, act: 7 }]],
  ['(2,Lab,L,001010,7)', [{ ...lab, numeric: '001010', act: 7 }]],
  ['(2,Lab,L,0010,7)', []],
  ['(2,Lab,L,x00101,7)', []],
  ['(2,Lab,L,00101x,7)', []],
  ['(x2,"Lab","L","00101",7)', []],
  ['(2,"Lab","L","00101",x7)', [lab]],
  ['(2,"Lab","L","00101",7x)', [lab]],
  ['(2,"Lab","L","00101")x,7)', [lab]],
  ['(2,"Lab","L","00101"),7', [lab]],
  ['(2,"Lab","L","00101"),             7)', [{ ...lab, act: 7 }]],
  ['(2,"Lab","L","00101"),              7)', [lab]],
  ['(2,"Lab","L",)', [{ ...lab, numeric: null }]],
  ['x(2,"Lab","L","00101",7)', [{ ...lab, act: 7 }]],
  [
    '(2,"Lab","L","("),7),(3,"Lab","L","00101",0)',
    [
      { ...lab, numeric: '(', act: 7 },
      { ...lab, stat: 3, act: 0 },
    ],
  ],
  ['(2,Lab,L,0010100,7)', []],
  ['(2,"Lab",L,1,7)', [{ ...lab, numeric: '1', act: 7 }]],
  ['(2,Lab,"L",1,7)', [{ ...lab, numeric: '1', act: 7 }]],
  ['(2,Lab,L,"1",7)', [{ ...lab, numeric: '1', act: 7 }]],
  ['("2",Lab,L,1,7)', []],
  ['(2,"Lab","L")', []],
  ['(2,"Lab (x)","L","00101",7)', [{ ...lab, long: 'Lab (x)', act: 7 }]],
  ['(2,"Lab","L","00101",7', [{ ...lab, act: 7 }]],
  ['(2,"Lab","L","00101",7),,(0-4),(0,1,2,3,4)', [{ ...lab, act: 7 }]],
  [
    '(2,"Lab","L","00101",7),(3,"Lab","L","00101",0)',
    [
      { ...lab, act: 7 },
      { ...lab, stat: 3, act: 0 },
    ],
  ],
])('%s', (text, operators) => {
  expect(scanOperators(text)).toEqual(operators)
})

test.each([
  ['44010', 'NTT docomo'],
  ['00000', undefined],
  [44_010, undefined],
])('operator %s is %s', (plmn, name) => {
  expect(operatorName(plmn)).toBe(name)
})

test('whose a card is follows from its longest known beginning', () => {
  expect([simIssuer(1), cardIssuer(null), simIssuer('999'), cardIssuer('')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(simIssuer('440101234567890')).toMatch(/docomo/i)
  expect(cardIssuer('8942310012345678901')).toBe('SORACOM global')
  expect(cardIssuer('8981')).toBe('Japan')
  expect(cardIssuer('898')).toBeUndefined()
})
