import { BootWatch } from '@core/at/boot-watch'
import { takesNextLine, unsolicitedTable } from '@core/at/unsolicited'
import { describe, expect, test } from 'vitest'

describe('a restart, by what the modem says', () => {
  const table = unsolicitedTable()
  type Step = readonly [seconds: number, line: string]
  const heard = (...steps: readonly Step[]) => {
    const watch = new BootWatch(0)
    return steps.map(([seconds, line]) => {
      if (line.startsWith('AT')) watch.sent(line, seconds * 1e6)
      const row = line.startsWith('AT') ? undefined : table.find(line)
      return row !== undefined && watch.heard(row, line, seconds * 1e6)
    })
  }
  test.each<[what: string, steps: readonly Step[], is: boolean]>([
    ['RDY', [[1, 'RDY']], true],
    ['RING', [[1, 'RING']], false],
    [
      'another line of the same start',
      [
        [1, 'RDY'],
        [15.9, 'START'],
      ],
      false,
    ],
    [
      'another line fifteen seconds later',
      [
        [1, 'RDY'],
        [16, 'START'],
      ],
      true,
    ],
    [
      'the same line again',
      [
        [1, 'RDY'],
        [2, 'RDY'],
      ],
      true,
    ],
    [
      'a third line of the same start',
      [
        [1, 'RDY'],
        [2, 'START'],
        [3, 'QCRDY'],
      ],
      false,
    ],
    [
      'the start behind switching off',
      [
        [1, 'NORMAL POWER DOWN'],
        [2, 'RDY'],
      ],
      true,
    ],
    [
      'switching off behind a start',
      [
        [1, 'RDY'],
        [2, 'NORMAL POWER DOWN'],
      ],
      false,
    ],
    [
      'switching off twice',
      [
        [1, 'NORMAL POWER DOWN'],
        [2, 'POWERED DOWN'],
      ],
      false,
    ],
    ['the SIM is ready, after two minutes of nothing', [[120.1, '+CPIN: READY']], true],
    ['the SIM is ready, within two minutes', [[120, '+CPIN: READY']], false],
    [
      'the SIM is ready again',
      [
        [121, '+CPIN: READY'],
        [122, '+CPIN: READY'],
      ],
      false,
    ],
    ['the SIM is not ready', [[130, '+CPIN: SIM PIN']], false],
    ['PB DONE', [[130, 'PB DONE']], true],
    ['Call Ready', [[130, 'Call Ready']], true],
    ['APP RDY', [[130, 'APP RDY']], false],
    [
      'behind AT+CFUN=1',
      [
        [50, 'AT+CFUN=1'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind AT+CFUN=1, later',
      [
        [5, 'AT+CFUN=1'],
        [130, 'PB DONE'],
      ],
      true,
    ],
    [
      'behind AT+CPIN=1',
      [
        [50, 'AT+CPIN=1'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind at+cpof',
      [
        [50, 'AT+cpof'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind AT+CRESET',
      [
        [50, 'AT+CRESET'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind ATZ',
      [
        [50, 'ATZ'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind AT&F',
      [
        [50, 'AT&F'],
        [130, 'PB DONE'],
      ],
      false,
    ],
    [
      'behind AT+CFUN?',
      [
        [50, 'AT+CFUN?'],
        [130, 'PB DONE'],
      ],
      true,
    ],
    [
      'behind AT+CSQ',
      [
        [50, 'AT+CSQ'],
        [130, 'PB DONE'],
      ],
      true,
    ],
    [
      'behind AT+XZ',
      [
        [50, 'AT+XATZ'],
        [130, 'PB DONE'],
      ],
      true,
    ],
  ])('%s: %s', (_what, steps, is) => {
    expect(heard(...steps).at(-1)).toBe(is)
  })
  test.each([
    ['+CMT: "x"', '+CMT:', true],
    ['+CDS: 25', '+CDS:', true],
    ['+CDS:25', '+CDS:', true],
    ['+CDS: 25,1', '+CDS:', false],
    ['+CDS: 6,"x"', '+CDS:', false],
    ['RING', 'RING', false],
    ['RINGX', undefined, undefined],
    ['+CREG: 1', '+CREG:', false],
    ['PSM POWER DOWN', 'PSM POWER DOWN', false],
    ['UNDER-VOLTAGE WARNING', 'UNDER-VOLTAGE', false],
    ['UNDER-VOLTAGE POWER DOWN', 'UNDER-VOLTAGE POWER', false],
    ['+C', undefined, undefined],
    ['', undefined, undefined],
  ])('%s is of %s and takes the next line: %s', (line, match, next) => {
    const row = table.find(line)
    expect(row?.match).toBe(match)
    expect(row && takesNextLine(row, line)).toBe(next)
  })
  test('rows that stand in front win', () => {
    const own = unsolicitedTable([
      { match: 'RING', body: 'always' },
      { match: 'RING' },
      { match: '+CR', prefix: true },
      { match: '+CREG:', prefix: true },
    ])
    expect(own.find('RING')?.body).toBe('always')
    expect(own.find('+CREG: 1')?.match).toBe('+CR')
  })
})
