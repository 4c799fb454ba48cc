// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { CommandHelp, LogRow, RowFilter } from '@contract'
import { masked, maskedLine, rowText, visibleText } from '@renderer/components/mask'
import { RowRing } from '@renderer/stores/row-ring'
import { emptyForm, formProblems, presetOf, targetOf } from '@renderer/stores/connect-form'
import { durationText, elapsedText, spanText, timeText } from '@renderer/text/time'
import { hexLines } from '@renderer/components/hex'
import { merged } from '@renderer/views/log/log-rows'
import { matcherOf } from '@renderer/views/log/row-match'
import { parameterHint, suggestionsFor } from '@renderer/views/terminal/completion'
import { planted } from '../core/log/redact/planted-secrets'
import { addHistory, readHistory, writeHistory } from '@renderer/views/terminal/history'
import { fakeRows } from '../support/fake-rows'

const w = (text: string) => ({ en: text, ja: text })
const row = (id: number, more: Partial<LogRow> = {}): LogRow => ({
  id,
  slot: 'a',
  atMs: id,
  monoUs: id * 1000,
  dir: 'rx',
  kind: 'answer',
  text: `line ${id}`,
  ...more,
})

describe('masking', () => {
  const imsi = row(1, {
    text: '+CIMI: 901310123456789',
    explanation: {
      name: '+CIMI',
      facts: {},
      words: w('IMSI 901310123456789'),
      severity: 'fine',
      secrets: [{ kind: 'imsi', start: 7, end: 22 }],
    },
  })
  test('covers a secret in the line and in the sentence about it', () => {
    expect(rowText(imsi, (words) => words.en, true)).toEqual({
      text: '+CIMI: ••••••••89',
      words: 'IMSI ••••••••89',
    })
  })
  test('shows all when nothing is to be masked', () => {
    expect(rowText(imsi, (words) => words.en, false).text).toBe('+CIMI: 901310123456789')
  })
  test('tells nothing about a short secret, not even its length', () => {
    expect(masked('1234')).toBe(masked('12345678'))
    expect(masked('1234')).not.toContain('4')
  })
  test('keeps what stands between two secrets', () => {
    const text = '"sora","secret"'
    const secrets = [
      { kind: 'password', start: 8, end: 14 },
      { kind: 'number', start: 1, end: 5 },
    ] as const
    expect(maskedLine(text, secrets)).toBe('"••••••••","••••••••"')
  })
})

test('shows control characters and octets above 126 as something one can see', () => {
  expect(visibleText('\r\n\u001bA\u007f\u00ff日')).toBe('␍␊␛A␡\\xff日')
})

describe('the ring of rows', () => {
  test('skips rows that a page has brought already', () => {
    const ring = new RowRing(100)
    ring.append([row(1), row(2)])
    ring.append([row(2), row(3)])
    expect(ring.rows.map((one) => one.id)).toEqual([1, 2, 3])
  })
  test('takes the rows of a new journal, whose numbers start again', () => {
    const ring = new RowRing(100)
    ring.append([row(1), row(2)])
    ring.append([row(1, { monoUs: 9_000_000 })])
    expect(ring.rows).toHaveLength(3)
  })
  test('keeps the newest when it is full', () => {
    const ring = new RowRing(100)
    ring.append(fakeRows('a', 1000, 0))
    expect(ring.rows).toHaveLength(100)
    expect(ring.rows.at(-1)?.id).toBe(1000)
  })
})

describe('the filter of the log', () => {
  const filter = (part: Partial<RowFilter>): RowFilter => ({
    slots: ['a', 'b'],
    text: '',
    kinds: [],
    minSeverity: 'fine',
    terms: [],
    ...part,
  })
  const failing = row(1, {
    text: '+CME ERROR: 10',
    explanation: {
      name: '+CME ERROR',
      facts: {},
      words: { en: 'SIM not inserted', ja: 'SIM 未挿入' },
      severity: 'failure',
      secrets: [],
    },
  })
  test.each([
    ['text in any case', { text: 'cme error' }, true],
    ['words of either language', { text: '未挿入' }, true],
    ['a regular expression', { text: '/ERROR: \\d+$/m' }, true],
    ['another slot', { slots: ['b'] }, false],
    ['another kind', { kinds: ['note'] }, false],
    ['its severity', { minSeverity: 'warning' }, true],
  ] as const)('looks at %s', (_name, part, found) => {
    expect(matcherOf(filter(part as Partial<RowFilter>)).matches(failing)).toBe(found)
  })
  test('leaves fine rows out when only warnings are wanted', () => {
    expect(matcherOf(filter({ minSeverity: 'warning' })).matches(row(2))).toBe(false)
  })
  test('says what is wrong with a regular expression, and finds nothing', () => {
    const matcher = matcherOf(filter({ text: '/(/' }))
    expect(matcher.problem).toMatch(/\(/)
    expect(matcher.matches(failing)).toBe(false)
  })
  test('answers the same for the same row twice, also with a g flag', () => {
    const matcher = matcherOf(filter({ text: '/ERROR/g' }))
    expect([matcher.matches(failing), matcher.matches(failing)]).toEqual([true, true])
  })
})

test('rows of both slots come in the order of the clock, each once', () => {
  const a = [row(1), row(3)]
  const b = [row(2, { slot: 'b' }), row(3)]
  expect(merged(a, b).map((one) => `${one.slot}${one.id}`)).toEqual(['a1', 'b2', 'a3'])
})

describe('completion', () => {
  const reference: readonly CommandHelp[] = [
    {
      name: '+CEREG',
      title: w('registration'),
      group: 'network',
      forms: [
        { text: 'AT+CEREG?', title: w('read') },
        { text: 'AT+CEREG=<n>', title: w('set') },
      ],
      parameters: [{ name: 'n', meaning: w('reporting') }],
    },
    {
      name: '+CGDCONT',
      title: w('context'),
      group: 'context',
      forms: [{ text: 'AT+CGDCONT=<cid>,<PDP_type>,<APN>', title: w('define') }],
      parameters: ['cid', 'PDP_type', 'APN'].map((name) => ({ name, meaning: w(name) })),
    },
  ]
  test('offers the forms that begin with what is typed, as far as they can be typed', () => {
    expect(suggestionsFor('at+ce', reference).map((one) => one.text)).toEqual([
      'AT+CEREG?',
      'AT+CEREG=',
    ])
  })
  test('offers nothing for an empty line or a command that is complete', () => {
    expect(suggestionsFor('  ', reference)).toEqual([])
    expect(suggestionsFor('AT+CEREG?', reference)).toEqual([])
  })
  test.each([
    ['AT+CGDCONT', -1],
    ['AT+CGDCONT=', 0],
    ['AT+CGDCONT=1,"IP', 1],
    ['AT+CGDCONT=1,"I,P",', 2],
  ])('knows which parameter %s is at', (typed, at) => {
    expect(parameterHint(typed, reference)?.at).toBe(at)
  })
})

describe('the history of commands', () => {
  test('survives a restart, without PINs and passwords', () => {
    localStorage.clear()
    writeHistory('a', ['ATI', 'AT+CPIN=1234', 'AT+CGAUTH=1,2,"u","p"', 'AT+CPIN?'])
    expect(readHistory('a')).toEqual(['ATI', 'AT+CPIN?'])
    expect(readHistory('b')).toEqual([])
  })
  test('keeps no command that opens something', () => {
    const typed = planted
      .filter(({ opens }) => opens)
      .flatMap(({ lines, secrets }) =>
        lines.filter((line) => line.startsWith('AT') && secrets.some((one) => line.includes(one))),
      )
    const more = ['AT+CFUN=1;+CPIN=1234', 'AT^CPIN="1234"', 'AT+CUSD=1,"*100*4321#"']
    expect(typed.length).toBeGreaterThan(10)
    for (const command of [...typed, ...more]) {
      writeHistory('a', [command])
      expect(readHistory('a')).toEqual([])
    }
    const harmless = ['AT+CPIN?', 'AT+CPIN=?', 'AT+CGDCONT=1,"IP","soracom.io"', 'AT+COPS=?']
    writeHistory('a', harmless)
    expect(readHistory('a')).toEqual(harmless)
  })
  test('counts as empty when what is stored cannot be read', () => {
    localStorage.setItem('modem-bench-history-a', '{"')
    expect(readHistory('a')).toEqual([])
  })
  test('holds a repeated command once, as the newest', () => {
    expect(addHistory(['AT', 'ATI'], 'AT')).toEqual(['ATI', 'AT'])
  })
})

describe('the form of a connection', () => {
  const form = { ...emptyForm(), apn: 'soracom.io' }
  test('is in order with an APN alone', () => {
    expect(formProblems(form)).toEqual({})
  })
  test.each([
    ['apn', { apn: '' }],
    ['apn', { apn: 'a"b' }],
    ['user', { user: 'a\nb' }],
    ['cid', { cid: '17' }],
    ['cid', { cid: 'x' }],
    ['pin', { pin: '12' }],
    ['pingHost', { pingHost: 'no host' }],
    ['httpUrl', { httpUrl: 'ftp://example.com/' }],
  ])('names %s when it holds %j', (field, part) => {
    expect(Object.keys(formProblems({ ...form, ...part }))).toEqual([field])
  })
  test('needs no APN to speak PPP at once', () => {
    expect(formProblems({ ...emptyForm(), direct: true })).toEqual({})
  })
  test('sends no PIN when none is typed', () => {
    expect(targetOf(form)).not.toHaveProperty('pin')
    expect(targetOf({ ...form, pin: '1234' }).pin).toBe('1234')
  })
  test('gives a preset of the same name the same id, and another a free one', () => {
    const first = presetOf(form, 'My SIM', [])
    expect(presetOf(form, 'My SIM', [first]).id).toBe(first.id)
    expect(presetOf(form, 'My-SIM', [first]).id).not.toBe(first.id)
  })
})

describe('times', () => {
  test('say an age in one unit', () => {
    expect([9_000, 61_000, 7_200_000, 200_000_000].map(spanText)).toEqual([
      '9 s',
      '1 min',
      '2 h',
      '2 d',
    ])
  })
  test('say a duration as exactly as it matters', () => {
    expect([12, 2_345, 75_400].map(durationText)).toEqual(['12 ms', '2.3 s', '75 s'])
  })
  test('show the time of a log of an unknown zone as it was written, not moved into ours', () => {
    const row = { atMs: Date.UTC(2026, 10, 21, 9, 5, 12), monoUs: 0, timed: 'date' as const }
    expect(timeText('local', row)).toBe('09:05:12.000')
    expect(timeText('utc', row)).toBe('09:05:12.000')
  })
  test('count elapsed time from the first row and differences from the row before', () => {
    const rows = [row(1000), row(62_500), row(62_750)]
    const [first, second, third] = rows
    if (!first || !second || !third) throw new Error('three rows')
    expect(timeText('elapsed', third, first, second)).toBe('+1:01.750')
    expect(timeText('delta', third, first, second)).toBe('+0:00.250')
    expect(elapsedText(-5)).toBe('+0:00.000')
  })
})

test('lists octets with their offset, hex and what can be read of them', () => {
  expect(hexLines({ hex: '7eff7d23c0217d217e' })).toEqual([
    '0000  7e ff 7d 23 c0 21 7d 21  ~·}#·!}!',
    '0008  7e                       ~',
  ])
})
