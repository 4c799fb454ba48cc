import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import type { LogRow } from '@core/log/row'
import { rowBlock } from '@core/log/row-block'
import { rowSearch } from '@core/log/row-search'
import { writtenTerm } from '@core/log/search-term'

let id = 0
function row(text: string, command?: string, more: Partial<LogRow> = {}): LogRow {
  const explanation = knowledge.line(text, { command })
  return {
    id: id++,
    slot: 'a',
    atMs: 0,
    monoUs: 0,
    dir: 'rx',
    kind: 'answer',
    text,
    ...(command ? { command } : {}),
    ...(explanation ? { explanation } : {}),
    ...more,
  }
}
const weak = row(
  '+CPSI: LTE,Online,440-10,0x1B71,22873090,245,EUTRAN-BAND28,9460,2,2,-144,-1178,-841,5',
)
const strong = row('+CESQ: 99,99,255,255,20,61')
const roaming = row('+CEREG: 0,5', 'AT+CEREG?')
const contexts = row('+CGDCONT: 1,"IP","soracom.io","0.0.0.0",0,0', 'AT+CGDCONT?')
const failed = row('+CME ERROR: 10', 'AT+CPIN?', { kind: 'final', slot: 'b' })
const rows = [weak, strong, roaming, contexts, failed]

function found(typed: string): LogRow[] {
  const search = rowSearch(typed)
  if (search.problem !== undefined) throw new Error(search.problem.en)
  const matching = rows.filter((one) => search.matches(one))
  // What lets a search pass over many rows at once says of none that it cannot match when it does.
  for (const one of matching) expect(search.mayMatch(rowBlock([weak, one]))).toBe(true)
  // Asked again it answers from what it remembers.
  expect(rows.filter((one) => search.matches(one))).toEqual(matching)
  return matching
}

describe('a search in the log', () => {
  test.each([
    ['', rows],
    ['cereg', [roaming]],
    ['ローミング', [roaming]],
    ['/^\\+ce.*,5/', [roaming]],
    ['/^\\+CE/', [strong, roaming]],
    ['/soracom\\.IO/g', []],
    ['"soracom.io"', [contexts]],
  ])('finds %s', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test.each(['nowhere', 'ローミング', 'rsrp<-200', 'cereg rsrp>0'])(
    'passes over rows that cannot match %s',
    (typed) => {
      const search = rowSearch(typed)
      expect(search.problem === undefined && search.mayMatch(rowBlock([weak, strong]))).toBe(false)
    },
  )

  test.each([
    ['rsrp<-80', [weak]],
    ['rsrp>=-84', [strong]],
    ['rsrp<-80 slot=a', [weak]],
    ['stat=5', [roaming]],
    ['stat!=5', []],
    ['apn=soracom.io', [contexts]],
    ['apn="SORACOM.IO"', [contexts]],
    ['kind=final', [failed]],
    ['slot=b', [failed]],
    ['severity>=failure', [failed]],
    ['name=+CEREG', [roaming]],
    ['rsrp<-80 cereg', []],
    ['nosuchfield>1', []],
  ])('compares fields: %s', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  test('takes a command with an equals sign for text', () => {
    const command = row('ATS0=1', undefined, { kind: 'command', dir: 'tx' })
    const search = rowSearch('ATS0=1')
    expect(search.problem === undefined && search.matches(command)).toBe(true)
  })

  test.each([
    ['csq', 'AT+CSQ; +CSQ: 1', ['CSQ', 'CSQ']],
    ['/c(s|e)/', 'AT+CSQ;+CEREG', ['CS', 'CE']],
    ['/x*/', 'AT', []],
    ['stat=5 cereg', '+CEREG: 0,5', ['CEREG']],
    ['stat=5', '+CEREG: 0,5', []],
    ['', 'AT', []],
  ])('says where a text holds %s', (typed, text, parts) => {
    const search = rowSearch(typed)
    if (search.problem !== undefined) throw new Error(search.problem.en)
    expect(search.places(text).map(([from, to]) => text.slice(from, to))).toEqual(parts)
  })

  test.each(['AT+CSQ', 'AT+CFUN=1', 'AT+CGDCONT=1,"IP","a b"', "it's so", 'NTT DOCOMO'])(
    'finds a command by its own words: %s',
    (command) => {
      const written = writtenTerm('command', command)
      const own = row(command, undefined, { kind: 'command', dir: 'tx' })
      const search = rowSearch(written ?? '')
      expect(search.problem === undefined && search.matches(own)).toBe(true)
      expect(search.problem === undefined && search.matches(failed)).toBe(false)
    },
  )

  test('has no way to write a value with both quotation marks', () => {
    expect(writtenTerm('command', `AT+X="it's"`)).toBeUndefined()
  })

  test('says what is wrong with a regular expression', () => {
    const { problem } = rowSearch('/(/')
    expect(problem?.en).toContain('closing )')
    expect(problem?.ja).toContain('閉じかっこ')
  })
})
