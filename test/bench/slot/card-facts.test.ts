import { describe, expect, test } from 'vitest'
import type { Final } from '@core/at/final'
import { parseFinal } from '@core/at/final'
import type { Token } from '@core/at/engine'
import { commonUnsolicited } from '@core/at/unsolicited'
import { bytesOf } from '@core/bytes'
import { knowledge } from '@catalog/decoders'
import { merged } from '@bench/slot/known-facts'
import { factsOfToken } from '@bench/slot/token-facts'
import type { KnownFact } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

const [news] = commonUnsolicited
const base = (text: string) => ({ text, raw: bytesOf(text), atUs: 0 })
function token(command: string | null, text: string): Token {
  const final: Final | undefined = parseFinal(text)
  if (final) return { kind: 'final', final, ...base(text), ...(command ? { command } : {}) }
  if (command) return { kind: 'answer', command, ...base(text) }
  if (!news) throw new Error('no row')
  return { kind: 'unsolicited', row: news, ...base(text) }
}
type Said = readonly [command: string | null, line: string]

/** What the slot knows of its SIM behind these lines. */
function sim(said: readonly Said[]): string | undefined {
  const facts = said.reduce<readonly KnownFact[]>(
    (known, [command, line]) =>
      merged(known, factsOfToken(knowledge, token(command, line), known, 0)),
    [],
  )
  return facts.find(({ key }) => key === 'sim')?.value
}

describe('an error to whatever command needed the SIM tells its state', () => {
  test.each([
    ['AT+CIMI', '+CME ERROR: 10', 'NOT INSERTED'],
    ['AT+CIMI', '+CME ERROR: SIM not inserted', 'NOT INSERTED'],
    ['AT+CCID', '+CME ERROR: (U)SIM not inserted', 'NOT INSERTED'],
    ['AT+COPS?', '+CME ERROR: SIM NOT INSERTED', 'NOT INSERTED'],
    ['AT+CMGL=4', '+CMS ERROR: 310', 'NOT INSERTED'],
    ['AT+CGATT=1', '+CME ERROR: 11', 'SIM PIN'],
    ['AT+CMGF=1', '+CMS ERROR: 311', 'SIM PIN'],
    ['AT+CMGF=1', '+CMS ERROR: SIM PIN required', 'SIM PIN'],
    ['AT+CIMI', '+CME ERROR: 12', 'SIM PUK'],
    ['AT+CPMS?', '+CMS ERROR: 316', 'SIM PUK'],
    ['AT+CIMI', '+CME ERROR: SIM failure', 'SIM FAILURE'],
    ['AT+CMGL=4', '+CMS ERROR: 313', 'SIM FAILURE'],
    ['AT+CIMI', '+CME ERROR: 14', 'SIM BUSY'],
    ['AT+CPIN?', '+CME ERROR: SIM wrong', 'SIM WRONG'],
    ['AT+CFUN=1', '+CME ERROR: network personalisation PIN required', 'PH-NET PIN'],
  ])('%s: %s', (command, line, code) => expect(sim([[command, line]])).toBe(code))

  test.each([
    ['AT+CGATT=1', '+CME ERROR: 30'],
    ['AT+CMGS=1', '+CMS ERROR: 500'],
    ['AT+CPIN="1"', '+CME ERROR: 16'],
    ['AT+CLCK="FD",2', '+CME ERROR: SIM PIN2 required'],
    ['AT+CGDCONT?', 'ERROR'],
  ])('%s: %s is of something else', (command, line) =>
    expect(sim([[command, line]])).toBe(undefined),
  )
})

test.each([
  [[['AT+CIMI', '440100123456789']]],
  [[['AT+CEREG?', '+CEREG: 0,5']]],
  [[[null, '+CREG: 1']]],
  [[['AT+CPIN="1234"', 'OK']]],
  [
    [
      ['AT+CIMI', '+CME ERROR: 10'],
      ['AT+CEREG?', '+CEREG: 0,2'],
      ['AT+CEREG?', '+CEREG: 0,1'],
    ],
  ],
] satisfies [Said[]][])('%j: the SIM is ready', (said) => expect(sim(said)).toBe('READY'))

test('what fails for a file or an entry of the SIM does not take away that it is ready', () => {
  const ready: Said = ['AT+CPIN?', '+CPIN: READY']
  expect(sim([ready, ['AT+CPBR=1', '+CME ERROR: 14']])).toBe('READY')
  expect(sim([ready, ['AT+CRSM=176,28539,0,0,12', '+CME ERROR: 13']])).toBe('READY')
  expect(sim([ready, ['AT+CPBR=1', '+CME ERROR: 10']])).toBe('NOT INSERTED')
})

test('a SIM that was pulled stays so while the modem still says that it is registered', () => {
  const said: Said[] = [
    ['AT+CREG?', '+CREG: 0,1'],
    [null, '+SIMCARD: NOT AVAILABLE'],
    ['AT+CREG?', '+CREG: 0,1'],
  ]
  expect(sim(said)).toBe('NOT INSERTED')
})

test('AT+CPIN? that was carried out says no more than its answer', () => {
  expect(sim([['AT+CPIN?', 'OK']])).toBe(undefined)
})

test('a slot whose SIM was never asked for shows on its ladder that there is none', async () => {
  const { ask, state, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672?nosim=1' })
  expect(await ask('at.send', { slot: 'a', text: 'AT+CIMI' })).toMatchObject({ ok: false })
  expect(state('a').rungs.find(({ id }) => id === 'sim')).toMatchObject({
    state: 'failure',
    word: { en: 'no SIM', ja: 'SIM なし' },
    fact: 'NOT INSERTED',
  })
  await end()
})
