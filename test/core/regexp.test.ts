import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, test, vi } from 'vitest'
import { learnPrefixes } from '@core/log/import/learner'
import { byHand } from '@core/log/import/by-hand'
import { rowSearch } from '@core/log/row-search'
import type { LogRow } from '@core/log/row'
import { linePattern } from '@core/macro/pattern'
import { literal, ownRegExp, regExp } from '@core/regexp'
import { maskedCommand } from '@core/simulator/replay/command-key'

const long = `${'a'.repeat(4000)}!`
const blowing = ['(a+)+$', '^(\\w+\\s?)*$', '(a|aa)+$', '(.*)*x$', '([a-z]+)*#$']

describe('a regular expression that somebody typed', () => {
  test.each(blowing)('%s on 4000 letters answers', (source) => {
    expect(regExp(source).pattern?.test(long)).toBe(false)
  })

  test.each([
    ['(?=a)b', 'look-ahead', '先読み'],
    ['a(?!99)', 'look-ahead', '先読み'],
    ['(?<=a)b', 'look-behind', '後読み'],
    ['(?<!a)b', 'look-behind', '後読み'],
    ['(a)\\1', 'back-references, \\1', '後方参照'],
    ['(?<n>a)\\k<n>', 'back-references, \\k<n>', '後方参照'],
    ['(', 'missing closing )', '閉じかっこ )'],
    ['[z-a]', 'range', '文字範囲'],
    ['*a', 'missing argument', '繰り返し'],
    ['(x{100}){50}', 'invalid repeat count', '繰り返し'],
    ['(?:\\w+\\s?){900}', 'too large', '大きすぎます'],
  ])('%s is refused with what it is, in both languages', (source, en, ja) => {
    const { problem } = regExp(source)
    expect(problem?.en).toContain(en)
    expect(problem?.ja).toContain(ja)
  })

  test.each([['a('], ['[z-a]'], ['*a']])(
    'what is wrong with %s is told without the flags that nobody typed',
    (source) => {
      for (const flags of ['i', 'im', 'ims']) {
        expect(regExp(source, flags).problem?.en).toBe(regExp(source).problem?.en)
        expect(regExp(source, flags).problem?.ja).not.toContain('(?')
      }
    },
  )

  const megabyte = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length))
  test.each(['()', '(', 'a*', '\\p{L}', '\\k<n>', 'x{1000}', '(x{31}){31}'])(
    'a megabyte of %s is refused before it is put together, in a sentence',
    (part) => {
      const source = megabyte(part)
      const compile = vi.spyOn(RE2JS, 'compile')
      const { problem } = regExp(source)
      expect(compile).not.toHaveBeenCalled()
      compile.mockRestore()
      expect(problem?.en).toBe(`it has ${source.length} characters; 2000 are the most`)
      expect(problem?.ja).toBe(`${source.length} 文字あります。最大 2000 文字です`)
    },
  )
  test('many great repetitions are refused before they are put together', () => {
    const compile = vi.spyOn(RE2JS, 'compile')
    const { problem } = regExp('x{999}'.repeat(300))
    expect(compile).not.toHaveBeenCalled()
    compile.mockRestore()
    expect(problem?.en).toContain('too large')
  })
  test.each(['\\{999}'.repeat(100), `[${'{999}'.repeat(200)}]`])(
    'braces that mean themselves are none: %#',
    (source) => {
      expect(regExp(source).problem).toBeUndefined()
    },
  )
  test('of a long one that is malformed, the beginning is quoted', () => {
    const { problem } = regExp('('.repeat(900))
    expect(problem?.en).toMatch(/^missing closing \): "\(+…"$/)
    expect(problem?.en.length).toBeLessThan(100)
  })

  test.each(['\\(?=', '[(?=]', '\\\\1'])('%s is nothing special', (source) => {
    expect(regExp(source).problem?.en).toBeUndefined()
  })

  test('a flag that does not exist is named', () => {
    expect(regExp('a', 'x').problem?.en).toContain('no flag "x"')
  })

  test("finds what the language's own engine finds", () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.',
      '\\d',
      '\\w',
      '[ab]',
      '[^a]',
      '(a|b)',
      'a?',
      'b*',
      '^',
      '$',
      '\\+',
      '\\s',
    )
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '+', ' ', 'é'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), text, (parts, said) => {
        const source = parts.join('')
        const made = regExp(source, 'i')
        expect(made.problem).toBeUndefined()
        if (made.problem !== undefined) return
        const own = new RegExp(source, 'i').exec(said)
        const fit = made.pattern.find(said)
        expect(made.pattern.test(said)).toBe(own !== null)
        expect(fit && [fit.from, fit.to]).toEqual(
          own ? [own.index, own.index + own[0].length] : undefined,
        )
      }),
    )
  })

  test('a text stands for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(ownRegExp(`^${literal(text)}$`).test(text)).toBe(true)
      }),
    )
  })
})

describe('the same in every place that takes one', () => {
  const row: LogRow = { id: 1, slot: 'a', atMs: 0, monoUs: 0, dir: 'rx', kind: 'text', text: long }

  test.each(blowing)('the search of a log: /%s/', (source) => {
    const search = rowSearch(`/${source}/`)
    expect(search.problem === undefined && search.matches(row)).toBe(false)
  })
  test.each(blowing)('expect of a macro: /%s/', (source) => {
    const made = linePattern(`/${source}/`)
    expect(made.problem === undefined && made.pattern.test(long)).toBe(false)
  })
  test('expect with many stars', () => {
    const made = linePattern(`${'*a'.repeat(20)}x`)
    expect(made.problem === undefined && made.pattern.test(long)).toBe(false)
  })
  test('the marks of a log whose directions a person tells', () => {
    const parser = byHand({ sent: `${'*a'.repeat(20)}x` }).parser()
    expect(parser.line(long, '\n')).toEqual([{ kind: 'text', text: long }])
  })
  test('a replayed log with many masked values in one command', () => {
    const key = `AT+X=${'IMEI-1'.repeat(20)}#`
    expect(maskedCommand(key)?.pattern.test(`AT+X=${'1'.repeat(4000)}`)).toBe(false)
  })
  test('what a log puts before its lines', () => {
    const before = (numbers: string) => `${numbers}: `
    const lines = [1, 2, 3].flatMap((n) => [
      `${before(`${n} 2 3 4 5 6 7 8 9 10 11 12`)}AT+CSQ`,
      `${before(`${n} 2 3 4 5 6 7 8 9 10 11 12`)}+CSQ: 20,99`,
      `${before(`${n} 2 3 4 5 6 7 8 9 10 11 12`)}OK`,
    ])
    const [learned] = learnPrefixes(lines)
    expect(learned?.form.test(lines[0] ?? '')).toBe(true)
    expect(learned?.form.test('1'.repeat(4000))).toBe(false)
  })
})

test('no other place makes a regular expression of what is typed or read', () => {
  const root = resolve(import.meta.dirname, '../../src-main')
  const making = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'core/regexp.ts')
    .filter((name) => /new RegExp\(|\bRE2JS\b/.test(readFileSync(join(root, name), 'utf8')))
  // Each of these puts together constants, or quotes a text that stands for itself.
  expect(making.toSorted()).toEqual([
    'bench/config/config-words.ts',
    'catalog/decoders/shared/family.ts',
    'catalog/decoders/sockets/espressif.ts',
    'core/log/import/learner.ts',
    'core/log/import/pppd-frame.ts',
    'core/log/import/stamps.ts',
    'core/log/import/wrap/joined.ts',
    'core/log/redact/aliases.ts',
    'core/log/redact/own-words.ts',
    'core/log/redact/programs.ts',
    'core/log/redact/prose.ts',
    'core/log/redact/search.ts',
    'core/log/redact/tokens.ts',
    'core/modem/leftovers.ts',
  ])
})
