import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { summaryFacts } from '@core/log/formats/summary-text'
import { headings } from '@core/log/formats/words'
import { LogImport } from '@core/log/import/log-import'
import type { SlotSummary } from '@core/log/slot-summary'
import { SummaryReader } from '@core/log/summary'

function summary(log: string): SlotSummary | undefined {
  const reading = new LogImport({ knowledge })
  const reader = new SummaryReader()
  for (const row of [...reading.push(log), ...reading.end()]) reader.take(row)
  return reader.summary[0]
}

test.each([
  ['ATD*99#', 'NO CARRIER', 'ppp'],
  ['ATDT*99***1#', 'NO CARRIER', 'ppp'],
  ['AT+CGDATA="PPP",1', 'ERROR', 'ppp'],
  ['AT+NETOPEN', 'ERROR', 'ip'],
  ['AT+NETOPEN', 'OK\n+NETOPEN: 1', 'ip'],
  ['AT+CIICR', 'ERROR', 'ip'],
  ['AT+SAPBR=1,1', 'ERROR', 'ip'],
  ['AT+QIACT=1', 'ERROR', 'ip'],
  ['AT+CNACT=0,1', 'ERROR', 'ip'],
  ['AT#SGACT=1,1', 'ERROR', 'ip'],
  ['AT+UPSDA=0,3', 'ERROR', 'ip'],
  ['AT+CIPSTART=0,"TCP","example.org",80', 'OK\n0, CONNECT FAIL', 'internet'],
])('%s with %s is where the log stopped', (command, answer, stage) => {
  expect(summary(`AT\nOK\n${command}\n${answer}\n`)?.stopped).toMatchObject({
    id: stage,
    state: 'failure',
  })
})

test('that all came up is said only where a connection did', () => {
  const told = (log: string) => {
    const slot = summary(log)
    return new Map(slot ? summaryFacts(slot, 'en') : []).get('Stopped at')
  }
  expect(told('AT\nOK\nAT+CIICR\nOK\n')).toBe(headings.nowhere.en)
  expect(told('AT\nOK\nAT+CSQ\n+CSQ: 20,99\nOK\n')).toBe(headings.untried.en)
})

test('a failure outside of the ladder is named', () => {
  expect(summary('AT\nOK\nAT+CLIP=1\n+CME ERROR: 50\n')?.failed?.line).toBe(
    'AT+CLIP=1: +CME ERROR: 50',
  )
})

test('no service and silence are told; a garbled command is no failure of the SIM', () => {
  expect(summary('AT+CPSI?\n+CPSI: NO SERVICE,Online\n')?.stopped?.id).toBe('network')
  const silent =
    '[10:00:00.000] AT\n[10:00:00.010] OK\n[10:00:01.000] AT+CGATT?\n[10:00:11.000] -\n'
  expect(summary(silent)?.stopped).toMatchObject({ id: 'port', state: 'failure' })
  expect(summary('AT\nOK\nAT+CPIN#1\nERROR\n')?.stopped).toBeUndefined()
})

test('the time of a log has the zone that the log says, and none where it says none', () => {
  const timeOf = (first: string, last: string) => {
    const slot = summary(`${first} > AT\n${last} < OK\n`)
    return new Map(slot ? summaryFacts(slot, 'en') : []).get('Time')
  }
  expect(timeOf('2026-01-31 10:00:01.000', '2026-01-31 10:00:02.000')).toBe(
    '2026-01-31T10:00:01.000 – 2026-01-31T10:00:02.000',
  )
  expect(timeOf('2026-01-31T10:00:01.000Z', '2026-01-31T10:00:02.000Z')).toBe(
    '2026-01-31T10:00:01.000Z – 2026-01-31T10:00:02.000Z',
  )
  expect(timeOf('10:00:01.000', '10:00:02.000')).toBeUndefined()
})

test('one failure is one', () => {
  const slot = summary('AT\nOK\nAT+CPIN?\n+CME ERROR: 10\n')
  expect(new Map(slot ? summaryFacts(slot, 'en') : []).get('Lines')).toBe(
    '4, 0 warnings, 1 failure',
  )
})

test('a question that the modem does not know is not what failed, unless nothing else did', () => {
  const asked = 'AT^SYSINFOEX\nERROR\nAT$GPSP?\nERROR\n'
  expect(summary(`${asked}AT+CGACT=1,1\n+CME ERROR: 148\n`)?.failed?.line).toBe(
    'AT+CGACT=1,1: +CME ERROR: 148',
  )
  expect(summary(asked)?.failed?.line).toBe('AT^SYSINFOEX: ERROR')
})
