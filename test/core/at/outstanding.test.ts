import { Outstanding } from '@core/at/outstanding'
import { Pending } from '@core/at/pending'
import type { Final } from '@core/at/final'
import { describe, expect, test } from 'vitest'

/** Commands that were written in this order; `!` before one: it was given up, `'`: its echo came. */
function written(...commands: string[]) {
  const open = new Outstanding()
  const entries = commands.map((text, i) => {
    const entry = new Pending(i, text.replace(/^[!']+/, ''), {})
    entry.overdue = /^'?!/.test(text)
    entry.echoed = /^!?'/.test(text)
    open.add(entry)
    return entry
  })
  return { open, entries, at: (entry: Pending | undefined) => entry && entries.indexOf(entry) }
}
function nth(entries: readonly Pending[], index: number): Pending {
  const entry = entries[index]
  if (!entry) throw new Error(`No command ${index}`)
  return entry
}
const carrierLost: Final = { kind: 'no carrier' }

describe('whose echo it is', () => {
  test.each([
    ['AT+CSQ', 'AT+CSQ', true],
    ['AT+CSQ', 'T+CSQ', true],
    ['at+csq', 't+csq', true],
    ['AT%X', 'T%X', true],
    ['AT+CSQ', '+CSQ', false],
    ['AT+CSQ', 'T+CSR', false],
    ['AT+CSQ', 'T+CSQQ', false],
    ['AT+CSQ', 'T+C', false],
    ['ATI', 'TI', false],
    ['XAT+Q', 'AT+Q', false],
    ['', '', true],
  ])('%j comes back as %j: %s', (command, text, is) => {
    const { open, at } = written(command)
    expect(at(open.echo(text)?.entry)).toBe(is ? 0 : undefined)
  })
  test('without a command there is none', () => {
    expect(new Outstanding().echo('AT')).toBe(undefined)
  })
  test('the newest whose echo did not come has it; what comes twice is executed', () => {
    const { open, entries, at } = written('AT+A', 'AT+B', 'AT+B')
    const echo = (text: string) => {
      const said = open.echo(text)
      return [at(said?.entry), said?.second, at(open.current)]
    }
    expect(echo('AT+B')).toEqual([2, false, 0])
    expect(echo('AT+B')).toEqual([1, false, 0])
    expect(echo('AT+B')).toEqual([1, true, 1])
    expect(echo('T+B')).toEqual([undefined, undefined, 1])
    expect(entries.map((entry) => entry.echoed)).toEqual([false, true, true])
    open.remove(nth(entries, 2))
    expect(at(open.current)).toBe(1)
    open.remove(nth(entries, 1))
    expect(at(open.current)).toBe(0)
  })
  test.each([
    ['AT+CPIN?', 0],
    ["'AT+CPIN?", undefined],
    ['!AT+CPIN?', undefined],
    ['AT+CSQ', undefined],
  ])('with broken letters, of %s', (command, entry) => {
    const { open, entries, at } = written(command)
    expect(at(open.brokenEcho('AT+CPAN?'))).toBe(entry)
    expect(entries[0]?.cameBack).toBe(entry === undefined ? undefined : 'AT+CPAN?')
    // One is enough.
    expect(open.brokenEcho('AT+CPAN?')).toBe(undefined)
  })
  test('with broken letters it is that of the newest alone', () => {
    expect(written('AT+CPIN?', 'AT+CSQ').open.brokenEcho('AT+CPAN?')).toBe(undefined)
    expect(new Outstanding().brokenEcho('AT+CPAN?')).toBe(undefined)
  })
})

describe('whose answer it is', () => {
  test.each<[commands: string[], line: string, entry: number | undefined, lost: number[]]>([
    [['AT+CSQ'], '+CSQ: 9,99', 0, []],
    [['AT+CSQ'], '+CREG: 0,1', undefined, []],
    [['AT+CFUN=1', 'AT+CSQ'], '+CSQ: 9,99', 1, [0]],
    // In order, unless an echo says that the modem is further.
    [['AT+CSQ', 'AT+CSQ'], '+CSQ: 9,99', 0, []],
    [['AT+CSQ', "'AT+CSQ"], '+CSQ: 9,99', 1, [0]],
    [["'AT+CSQ", "'AT+CSQ", 'AT+CSQ'], '+CSQ: 9,99', 1, [0]],
    [[], '+CSQ: 9,99', undefined, []],
  ])('of %j, %s', (commands, line, entry, lost) => {
    const { open, at } = written(...commands)
    const answer = open.answer(line)
    expect(at(answer?.entry)).toBe(entry)
    expect(answer?.lost.map(at) ?? []).toEqual(lost)
    if (entry !== undefined) expect(at(open.current)).toBe(entry)
    expect(open.all.map(at)).toEqual(commands.map((_, i) => i).filter((i) => !lost.includes(i)))
  })
  test('what is executed answers before what was echoed', () => {
    const { open, at } = written('AT+CSQ', 'AT+CSQ', "'AT+CSQ")
    open.echo('AT+CSQ')
    open.echo('AT+CSQ')
    open.echo('AT+CSQ')
    expect(at(open.current)).toBe(0)
    expect(at(open.answer('+CSQ: 9,99')?.entry)).toBe(0)
  })
  test.each<[commands: string[], line: string, entry: number | undefined]>([
    [['AT+CFUN=1', 'AT+CIMI'], '440101234567890', 1],
    [['AT+CFUN=1', 'at+cgsn '], '440101234567890', 1],
    [['AT+CFUN=1', 'AT+GSN'], '12345678901234', 1],
    [['AT+CFUN=1', 'AT+CIMI'], '12345678901234567', 1],
    [['AT+CFUN=1', 'AT+CIMI'], '1234567890123', undefined],
    [['AT+CFUN=1', 'AT+CIMI'], '123456789012345678', undefined],
    [['AT+CFUN=1', 'AT+CIMI'], 'x440101234567890', undefined],
    [['AT+CFUN=1', 'AT+CIMI'], '440101234567890x', undefined],
    [['AT+CFUN=1', 'AT+CIMI=?'], '440101234567890', undefined],
    [['AT+CFUN=1', 'XAT+CIMI'], '440101234567890', undefined],
    [['AT+CFUN=1', 'AT+CSQ'], '440101234567890', undefined],
    // Alone it is the free text of its command.
    [['AT+CIMI'], '440101234567890', undefined],
  ])('a bare number of %j: %s', (commands, line, entry) => {
    const { open, at } = written(...commands)
    const value = open.value(line)
    expect([at(value?.entry), value?.lost.map(at)]).toEqual([entry, entry && [0]])
  })
})

describe('what was given up', () => {
  test('is open again when its answer comes, once', () => {
    const { open, entries, at } = written('AT+CSQ', 'AT+CESQ', 'AT+CFUN=1')
    open.giveUp(nth(entries, 0))
    open.giveUp(nth(entries, 1))
    expect(open.all.map(at)).toEqual([2])
    expect(open.revive('+CREG: 0,1')).toBe(undefined)
    expect(at(open.revive('+CSQ: 9,99'))).toBe(0)
    expect([open.all.map(at), at(open.current)]).toEqual([[0, 2], 0])
    expect(open.revive('+CSQ: 9,99')).toBe(undefined)
    expect(at(open.revive('+CESQ: 9'))).toBe(1)
  })
  test('is remembered, sixteen of them', () => {
    const { open, entries, at } = written(...Array.from({ length: 17 }, (_, i) => `AT+CSQ${i}?`))
    for (const entry of entries) open.giveUp(entry)
    const revived = [0, 1, 16].map((i) => at(open.revive(`+CSQ${i}: 1`)))
    expect(revived).toEqual([undefined, 1, 16])
  })
  test('is forgotten when all is', () => {
    const { open, entries, at } = written('AT+CSQ', 'AT+CESQ', 'AT+CSQ')
    open.giveUp(nth(entries, 0))
    open.answer('+CESQ: 9')
    expect(open.clear().map(at)).toEqual([1, 2])
    expect([open.all, open.current, open.newest]).toEqual([[], undefined, undefined])
    expect(open.revive('+CSQ: 9,99')).toBe(undefined)
  })
  test('has what is there, and the newest', () => {
    const { open, entries, at } = written('AT+CSQ', 'AT+CESQ')
    expect([open.has(nth(entries, 0)), at(open.newest)]).toEqual([true, 1])
    open.remove(nth(entries, 0))
    expect([open.has(nth(entries, 0)), open.has(nth(entries, 1))]).toEqual([false, true])
  })
})

describe('whose result it is', () => {
  const ok: Final = { kind: 'ok' }
  const connect: Final = { kind: 'connect', text: '' }
  test.each<[commands: string[], final: Final, entry: number | undefined]>([
    [['AT+CSQ', 'AT+CREG?'], ok, 0],
    [['AT+CSQ', 'ATD1'], carrierLost, 1],
    [['ATD1', 'ATD2'], carrierLost, 0],
    [['AT+CSQ'], carrierLost, undefined],
    [['ATD1', 'ATD2', 'AT+CSQ'], connect, 1],
    [['AT+CSQ'], connect, undefined],
    [[], ok, undefined],
    // AT that is asked again until it is answered.
    [['!AT', 'AT'], ok, 1],
    [['!AT', '!AT', 'AT'], ok, 2],
    [['!AT', '!AT'], ok, 0],
    [['AT', 'AT'], ok, 0],
    [['!AT', 'AT+CSQ'], ok, 0],
    [['!AT+CSQ', 'AT'], ok, 0],
    [['!AT'], ok, 0],
  ])('of %j %o', (commands, final, entry) => {
    const { open, at } = written(...commands)
    expect(at(open.final(final))).toBe(entry)
  })
  test('the end of a call is that of the call that is executed, or of the oldest', () => {
    const calls = written('ATD1', 'ATD2', 'AT+CSQ')
    calls.open.echo('ATD2')
    calls.open.echo('ATD2')
    expect(calls.at(calls.open.final(carrierLost))).toBe(1)
    const other = written('AT+CSQ', 'ATD1')
    other.open.echo('AT+CSQ')
    other.open.echo('AT+CSQ')
    expect(other.at(other.open.final(carrierLost))).toBe(1)
    expect(other.at(other.open.final(ok))).toBe(0)
  })
})
