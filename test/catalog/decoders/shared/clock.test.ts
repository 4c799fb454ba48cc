import { clock } from '@catalog/decoders/shared/clock'
import { expect, test } from 'vitest'
import { readRow } from './read-row'

const noon = { hour: 12, minute: 34, second: 56, tz_quarters: null, utc_offset_minutes: null }

test.each<[string, object]>([
  [
    '"14/08/05,04:00:21+40"',
    {
      year: 2014,
      month: 8,
      day: 5,
      hour: 4,
      minute: 0,
      second: 21,
      tz_quarters: 40,
      utc_offset_minutes: 600,
    },
  ],
  [
    '25/1/3,1:2:3-96',
    {
      year: 2025,
      month: 1,
      day: 3,
      hour: 1,
      minute: 2,
      second: 3,
      tz_quarters: -96,
      utc_offset_minutes: -1440,
    },
  ],
  [
    '25/01/31,23:59:60+96',
    {
      year: 2025,
      month: 1,
      day: 31,
      hour: 23,
      minute: 59,
      second: 60,
      tz_quarters: 96,
      utc_offset_minutes: 1440,
    },
  ],
  ['2025/02/28 , 12:34:56', { year: 2025, month: 2, day: 28, ...noon }],
  [
    '2025/02/28 12:34:56 +0',
    { year: 2025, month: 2, day: 28, ...noon, tz_quarters: 0, utc_offset_minutes: 0 },
  ],
  ['69/12/31,12:34:56', { year: 2069, month: 12, day: 31, ...noon }],
  ['70/12/31,12:34:56', { year: 1970, month: 12, day: 31, ...noon }],
  ['00/02/29,12:34:56', { year: 2000, month: 2, day: 29, ...noon }],
  ['24/02/29,12:34:56', { year: 2024, month: 2, day: 29, ...noon }],
  ['2000/02/29,12:34:56', { year: 2000, month: 2, day: 29, ...noon }],
  ['25/04/30,12:34:56', { year: 2025, month: 4, day: 30, ...noon }],
  ['25/06/30,12:34:56', { year: 2025, month: 6, day: 30, ...noon }],
  ['25/09/30,12:34:56', { year: 2025, month: 9, day: 30, ...noon }],
  ['25/11/30,12:34:56', { year: 2025, month: 11, day: 30, ...noon }],
])('%s', (line, facts) => {
  expect(readRow((row) => clock(row), line)).toEqual({ facts, marked: [], problems: [] })
})

test.each([
  '25/02/29,12:34:56',
  '24/02/30,12:34:56',
  '1900/02/29,12:34:56',
  '25/04/31,12:34:56',
  '25/06/31,12:34:56',
  '25/09/31,12:34:56',
  '25/11/31,12:34:56',
  '25/01/32,12:34:56',
  '25/00/01,12:34:56',
  '25/13/01,12:34:56',
  '25/01/00,12:34:56',
  '25/01/01,24:00:00',
  '25/01/01,00:60:00',
  '25/01/01,00:00:61',
])('%s does not exist', (line) => {
  expect(readRow((row) => clock(row), line)).toEqual({
    facts: {},
    marked: [],
    problems: ['expected a date and time that exist'],
  })
})

test.each([
  '',
  'now',
  '25/01/01',
  '5/01/01,00:00:00',
  '25-01-01,00:00:00',
  '25/01/01;00:00:00',
  '25/01/01,00:00',
])('%s is no time', (line) => {
  expect(readRow((row) => clock(row), line)).toEqual({
    facts: {},
    marked: [],
    problems: ['expected a time such as "25/01/31,23:59:59+36"'],
  })
})

test.each(['+97', '-97', '+100'])('a zone of %s is none', (zone) => {
  const read = readRow((row) => clock(row), `25/01/01,00:00:00${zone}`)
  expect(read.facts).toMatchObject({ year: 2025, tz_quarters: null, utc_offset_minutes: null })
  expect(read.problems).toEqual(['expected a zone of at most 96 quarters of an hour'])
})
