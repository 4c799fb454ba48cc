import { identityText, unquoted } from '@catalog/decoders/shared/identity'
import { Row } from '@core/at/row'
import { expect, test } from 'vitest'

const model = (...lines: string[]) =>
  identityText('model')(lines.map((line) => new Row(line)))['model']

test.each<[string[], string | null]>([
  [['EC25'], 'EC25'],
  [['"EC25"'], 'EC25'],
  [['Model: EC25'], 'EC25'],
  [['MODEL :EC25'], 'EC25'],
  [['Revision: 1'], '1'],
  [['Manufacturer: "x"'], 'x'],
  [['The Model: EC25'], 'The Model: EC25'],
  [['EC25', 'EFAR'], 'EC25\nEFAR'],
  [['EC25', '', 'EFAR'], 'EC25\nEFAR'],
  [['Model:', '""'], null],
  [[], null],
  // Lists.
  [['SIERRA,INC'], 'SIERRA,INC'],
  [['"WCDMA","LTE","MODEL=X1"'], 'X1'],
  [['"WCDMA" , "model=X1" , "LTE"'], 'X1'],
  [['"WCDMA","LTE","A MODEL=X1"'], 'WCDMA, LTE, A MODEL=X1'],
  [['"WCDMA","LTE"'], 'WCDMA, LTE'],
  [['"WCDMA"  ,  "LTE"'], 'WCDMA, LTE'],
  [['"WCDMA",LTE,"GSM","EDGE"'], 'WCDMA, LTE, GSM, EDGE'],
])('%j', (lines, text) => {
  expect(model(...lines)).toBe(text)
})

test('a list is looked through for the name that was asked for', () => {
  const rows = [new Row('"REVISION=2","MODEL=X1"')]
  expect(identityText('revision')(rows)).toEqual({ revision: '2' })
})

test.each([
  ['"a"', 'a'],
  [' " a " ', 'a'],
  ['""', ''],
  ['"', '"'],
  ['"a', '"a'],
  ['a"', 'a"'],
  ['"a" b', '"a" b'],
  ['a "b"', 'a "b"'],
])('%s without quotes', (text, bare) => {
  expect(unquoted(text)).toBe(bare)
})
