import { expect, test } from 'vitest'
import { sectionsOf } from '@core/story/sections'
import { verdict } from '@core/story/words'
import { allTold, told } from './wild-story'

const missing = (lines: readonly string[]) =>
  sectionsOf(told(lines.join('\n')), 'en')
    .find(({ title }) => title === 'What is missing')
    ?.items.map(({ text }) => text)

test('a log that begins and ends within an exchange says so', () => {
  expect(missing(['OK', 'AT+CSQ', '+CSQ: 20,99', 'OK', 'AT+COPS=?'])).toEqual([
    'It begins in the middle of an exchange: what was before OK is not in it.',
    'It ends before the result of AT+COPS=?.',
  ])
})

test('a whole log, and one whose results nobody wrote down, miss nothing', () => {
  expect(missing(['AT+CSQ', '+CSQ: 20,99', 'OK'])).toBe(undefined)
  expect(missing(['AT+CSQ', '+CSQ: 20,99', 'AT+CREG?', '+CREG: 0,1'])).toBe(undefined)
})

const two = [
  ['0', 'AT+CGMM'],
  ['1', 'AT+CGMM'],
  ['0', 'EC25'],
  ['1', 'SIM7600G-H'],
  ['0', 'OK'],
  ['1', 'OK'],
  ['0', 'AT+CREG?'],
  ['1', 'AT+CREG?'],
  ['1', '+CREG: 0,3'],
  ['0', '+CREG: 0,1'],
  ['1', 'OK'],
  ['0', 'OK'],
] as const

test.each<[string, (port: string, line: string) => string]>([
  ['ttyUSB0: AT', (port, line) => `ttyUSB${port}: ${line}`],
  ['modem0> AT', (port, line) => `modem${port}> ${line}`],
  ['a time, a letter and a bar', (port, line) => `12:00:01.01${port} ${'AB'[+port]} | ${line}`],
  ['a number and a semicolon', (port, line) => `${port};${line}`],
  [
    'a level, a name and a direction',
    (port, line) =>
      `2026-01-01 10:00:00 INFO modem${port} ${line.startsWith('AT') ? 'TX' : 'RX'}: ${line}`,
  ],
  [
    'a name in brackets and arrows',
    (port, line) => `(COM${port}) ${line.startsWith('AT') ? '>>' : '<<'} ${line}`,
  ],
])('two modems are told apart by what stands before each line: %s', (_name, shown) => {
  const stories = allTold(two.map(([port, line]) => shown(port, line)).join('\n'))
  expect(stories.map(({ summary }) => summary.modem)).toEqual(['EC25', 'SIM7600G-H'])
  expect(stories.map((story) => verdict(story).en)).toEqual([
    'No step that was tried failed, and no connection came up in this log.',
    'It stopped at: Network.',
  ])
})

test('ports of one modem stay one story', () => {
  const lines = two.map(([port, line]) => `ttyUSB${port}: ${line.replace('SIM7600G-H', 'EC25')}`)
  expect(allTold(lines.join('\n'))).toHaveLength(1)
})

test('two modems in one stream without names are told as one, and that is said', () => {
  const [said = ''] = missing(two.map(([, line]) => line)) ?? []
  expect(said).toMatch(/^Two modems answer in it: to AT\+CGMM came EC25 and SIM7600G-H\./)
})
