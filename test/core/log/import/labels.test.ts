import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import { SummaryReader } from '@core/log/summary'
import { describe, expect, test } from 'vitest'

function read(lines: readonly string[]) {
  const log = new LogImport({ knowledge })
  return [...log.push(lines.join('\n')), ...log.end()]
}

describe('two modems in one file', () => {
  const lines = [
    '[A] 10:00:01.000 -> AT+CREG?',
    '[B] 10:00:01.010 -> AT+CREG?',
    '[A] 10:00:01.050 <- +CREG: 0,2',
    '[B] 10:00:01.060 <- +CREG: 0,1',
    '[A] 10:00:01.070 <- OK',
    '[B] 10:00:01.080 <- OK',
    '[A] 10:00:02.000 -> ATD*99#',
    '[B] 10:00:02.010 -> ATD*99#',
    '[A] 10:00:03.000 <- NO CARRIER',
    '[B] 10:00:03.010 <- CONNECT 115200',
  ]
  test('each under its label is told by itself', () => {
    const rows = read(lines)
    expect(rows.filter(({ kind }) => kind === 'note')).toEqual([])
    const reader = new SummaryReader()
    for (const row of rows) reader.take(row)
    const [a, b] = reader.summary
    expect(a?.stages.find(({ id }) => id === 'ppp')?.state).toBe('failure')
    expect(b?.failed).toBe(undefined)
    expect(b?.stages.find(({ id }) => id === 'network')?.state).toBe('fine')
  })
  test('a label may be a name', () => {
    const rows = read([
      '[modem-a] -> AT+CPIN?',
      '[modem-b] -> AT+CPIN?',
      '[modem-b] <- +CME ERROR: 10',
      '[modem-a] <- +CPIN: READY',
      '[modem-a] <- OK',
    ])
    const reader = new SummaryReader()
    for (const row of rows) reader.take(row)
    expect(reader.summary.map(({ stopped }) => stopped?.id)).toEqual([undefined, 'sim'])
  })
  test('levels of messages are no labels', () => {
    const rows = read([
      '[I] 10:00:01 -> AT+CREG?',
      '[D] 10:00:01 <- +CREG: 0,1',
      '[D] 10:00:01 <- OK',
      '[I] 10:00:02 -> AT+CSQ',
      '[D] 10:00:02 <- +CSQ: 20,99',
      '[D] 10:00:02 <- OK',
    ])
    expect(new Set(rows.map(({ slot }) => slot))).toEqual(new Set(['a']))
    expect(rows.filter(({ kind }) => kind === 'final')).toHaveLength(2)
    const spelled = read(['INFO: AT', 'DEBUG: AT+CSQ', 'DEBUG: OK', 'INFO: OK'])
    expect(new Set(spelled.map(({ slot }) => slot))).toEqual(new Set(['a']))
  })
})

describe('a table among other lines', () => {
  test.each([
    ['送信', '受信'],
    ['sent', 'received'],
    ['TX', 'RX'],
  ])('%s, %s', (sent, received) => {
    for (const [left, right] of [
      ['| ', ' |'],
      ['', ''],
    ] as const) {
      const row = (cells: string) => `${left}${cells}${right}`
      const rows = read([
        '<!-- copied -->',
        row('No | dir | what'),
        row('----|------|------'),
        row(`1 | ${sent} | AT+CFUN?`),
        row(`2 | ${received} | +CFUN: 4`),
        row(`3 | ${received} | OK`),
        row(`4 | ${sent} | ATD*99#`),
        row(`5 | ${received} | NO CARRIER`),
        'and that is all',
      ])
      expect(rows.filter(({ dir }) => dir !== 'note').map(({ text }) => text)).toEqual([
        'AT+CFUN?',
        '+CFUN: 4',
        'OK',
        'ATD*99#',
        'NO CARRIER',
      ])
    }
  })
})
