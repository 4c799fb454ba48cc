import { expect, test } from 'vitest'
import { told } from '../story/wild-story'

const warned = (log: string) => told(log).summary.warned.map(({ line, count }) => [line, count])

test('each command that was not answered is warned of by its own name', () => {
  expect(warned('AT+CGMM\nAT+CSQ\nAT+CSQ\nAT\nOK\n')).toEqual([
    ['AT+CSQ', 2],
    ['AT+CGMM', 1],
  ])
})

test('what one command answers in other words is warned of apart, other numbers are not', () => {
  const log =
    'AT+CPIN?\n+CPIN: NOT READY\nOK\nAT+CPIN?\n+CPIN: SIM PIN\nOK\nAT+CSQ\n+CSQ: 4,99\nOK\nAT+CSQ\n+CSQ: 5,99\nOK\n'
  expect(warned(log)).toEqual([
    ['+CSQ: 4,99', 2],
    ['+CPIN: NOT READY', 1],
    ['+CPIN: SIM PIN', 1],
  ])
})
