import { combine, readPart } from '@catalog/decoders/shared/combine'
import { joinEndings } from '@catalog/decoders/shared/join-endings'
import { createRegistry } from '@catalog/decoders/shared/registry'
import { sortLines } from '@catalog/decoders/shared/sort-lines'
import { parseCommands } from '@core/at/command-text'
import { decoder, type Definition } from '@core/at/decoder'
import { usualEndings } from '@core/at/endings'
import { int, say } from '@core/at/parameter'
import { describe, expect, test } from 'vitest'

const make = (id: string, more: Partial<Definition> = {}) =>
  decoder({ id, title: say('x', 'x'), spec: 'x', group: 'basic', ...more })

const n = int('n', 'n', 'n')
const registry = createRegistry([
  make('OK', { pattern: /^OK$/, final: 'hard' }),
  make('ERROR', { pattern: /^ERROR$/, final: 'hard' }),
  make('NO CARRIER', { pattern: /^NO CARRIER$/, final: 'soft' }),
  make('CONNECT', { pattern: /^CONNECT/, final: 'soft' }),
  make('RING', { pattern: /^RING$/, urc: true }),
  make('ATD', { forms: ['action'] }),
  make('+ONE', { parameters: [n], ends: { final: /^ONE END$/ } }),
  make('+TWO', {
    forms: ['action', 'test'],
    free: true,
    ends: { prompt: '> ', second: /^\+TWO:/ },
  }),
  make('+THREE', {
    forms: ['action'],
    free: true,
    ends: { final: /^THREE END$/, forms: ['read'] },
  }),
  make('+ASK', { parameters: [n], asks: true, list: 'asked' }),
  make('+SEND', { set: [n, int('length', 'l', 'l')], ends: { prompt: '>' } }),
  make('+SIZE', { parameters: [int('size', 's', 's')], ends: { prompt: '>' } }),
  make('+LEN', { parameters: [int('length', 'l', 'l')], ends: { final: /^LEN END$/ } }),
  make('+GET', { forms: ['action'], body: 'answer' }),
  make('+BOTH', { forms: ['action'], body: 'both', urc: true }),
  make('+NEWS', { forms: [], urc: true }),
  make('+TEXT', { forms: [], urc: true, body: 'urc' }),
])

/** Whose each line is: `echo AT+X`, `+ONE: 1` under its command, and so on. */
function sorted(sent: string, ...lines: string[]) {
  const { echo, final, parts, urcs, unknown } = sortLines(
    registry,
    sent,
    parseCommands(sent),
    lines,
  )
  return {
    ...(echo === null ? {} : { echo }),
    ...(final ? { final: final.line } : {}),
    ...Object.fromEntries(
      parts.flatMap(({ command, lines: own }) => (own.length > 0 ? [[command.name, own]] : [])),
    ),
    ...(urcs.length > 0 ? { urcs: urcs.map(({ lines: own }) => own.join('/')) } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
  }
}

const long = 'x'.repeat(16_384)

describe('whose each line is', () => {
  test.each<[string, string[], object]>([
    ['AT+ONE?', ['+ONE: 1', 'OK'], { '+ONE': ['+ONE: 1'], final: 'OK' }],
    [
      'AT+ONE?',
      [' at+one? ', '+ONE: 1', 'OK'],
      { echo: ' at+one? ', '+ONE': ['+ONE: 1'], final: 'OK' },
    ],
    ['AT+ONE?', ['AT+ONE?', 'AT+ONE?', 'OK'], { echo: 'AT+ONE?', final: 'OK' }],
    ['AT+ONE?', ['AT+O', 'NE?', 'OK'], { echo: 'AT+ONE?', final: 'OK' }],
    [
      'AT+ONE?',
      ['AT+O', '+NEWS: 1', 'NE?', 'OK'],
      { echo: 'AT+ONE?', urcs: ['+NEWS: 1'], final: 'OK' },
    ],
    ['AT+ONE?', ['x', 'AT+O', 'NE?', 'y'], { echo: 'AT+ONE?', unknown: ['x', 'y'] }],
    [
      'AT+ONE?',
      ['AT+ONE?', 'AT+O', 'NE?', 'OK'],
      { echo: 'AT+ONE?', unknown: ['AT+O', 'NE?'], final: 'OK' },
    ],
    ['AT+ONE?', ['x', 'OK'], { unknown: ['x'], final: 'OK' }],
    ['AT+ONE?', ['>', ' > ', 'OK'], { final: 'OK' }],
    [
      'AT+ONE?',
      ['+NEWS: 1', '+ONE: 1', 'OK'],
      { '+ONE': ['+ONE: 1'], urcs: ['+NEWS: 1'], final: 'OK' },
    ],
    [
      'AT+ONE?',
      ['+ONE: 1', 'OK', '+ONE: 2'],
      { '+ONE': ['+ONE: 1'], urcs: ['+ONE: 2'], final: 'OK' },
    ],
    ['AT+ONE?', ['+ONE: 1'], { '+ONE': ['+ONE: 1'] }],
    ['AT+ONE=?', ['(0-1)', 'OK'], { '+ONE': ['(0-1)'], final: 'OK' }],
    ['AT+ONE?', ['(0-1)', 'OK'], { unknown: ['(0-1)'], final: 'OK' }],
    ['AT+ONE=?', ['0-1', 'OK'], { unknown: ['0-1'], final: 'OK' }],
    ['AT+ONE=?', ['OK', '(0-1)'], { unknown: ['(0-1)'], final: 'OK' }],
    ['AT+TWO', ['free', 'OK'], { '+TWO': ['free'], final: 'OK' }],
    ['AT+TWO', ['+WHAT: 1', 'OK'], { unknown: ['+WHAT: 1'], final: 'OK' }],
    ['AT+TWO', ['OK', 'free'], { unknown: ['free'], final: 'OK' }],
    ['AT+TWO;+THREE', ['a', 'b', 'OK'], { '+TWO': ['a'], '+THREE': ['b'], final: 'OK' }],
    ['AT+TWO;+THREE', ['a', 'b', 'c', 'OK'], { '+TWO': ['a', 'b', 'c'], final: 'OK' }],
    [
      'AT+TWO;+THREE',
      ['a', '+THREE: b', 'OK'],
      { '+TWO': ['a'], '+THREE': ['+THREE: b'], final: 'OK' },
    ],
    ['AT+TWO;+ONE?', ['a', '+ONE: 1', 'OK'], { '+TWO': ['a'], '+ONE': ['+ONE: 1'], final: 'OK' }],
    ['AT+ONE?', [long, 'OK'], { unknown: [long], final: 'OK' }],
    ['AT+TWO', [long, 'OK'], { '+TWO': [long], final: 'OK' }],
    ['AT+TWO', [`${long}x`, 'OK'], { unknown: [`${long}x`], final: 'OK' }],
    // Bodies.
    [
      'AT+GET',
      ['+GET: 1', 'body', 'more', 'OK'],
      { '+GET': ['+GET: 1', 'body', 'more'], final: 'OK' },
    ],
    [
      'AT+GET',
      ['+GET: 1', '+NEWS: 1', 'body', 'OK'],
      { '+GET': ['+GET: 1', 'body'], urcs: ['+NEWS: 1'], final: 'OK' },
    ],
    [
      'AT+GET',
      ['+GET: 1', 'body', '+NEWS: 1', 'more', 'OK'],
      { '+GET': ['+GET: 1', 'body'], urcs: ['+NEWS: 1'], unknown: ['more'], final: 'OK' },
    ],
    ['AT+BOTH', ['+BOTH: 1', 'body', 'OK'], { '+BOTH': ['+BOTH: 1', 'body'], final: 'OK' }],
    ['', ['+BOTH: 1', 'body'], { urcs: ['+BOTH: 1/body'] }],
    [
      '',
      ['+TEXT: 1', 'body', '+NEWS: 1', 'more'],
      { urcs: ['+TEXT: 1/body', '+NEWS: 1'], unknown: ['more'] },
    ],
    ['', ['+NEWS: 1', 'body'], { urcs: ['+NEWS: 1'], unknown: ['body'] }],
    ['AT+ONE?', ['+ONE: 1', 'body', 'OK'], { '+ONE': ['+ONE: 1'], unknown: ['body'], final: 'OK' }],
    // Ends.
    ['', ['OK'], { urcs: ['OK'] }],
    ['AT+ONE?', ['OK', 'ERROR'], { final: 'OK', urcs: ['ERROR'] }],
    ['AT+ONE?', ['NO CARRIER', 'OK'], { urcs: ['NO CARRIER'], final: 'OK' }],
    ['AT+ONE?', ['NO CARRIER'], { final: 'NO CARRIER' }],
    ['ATD123', ['NO CARRIER', 'OK'], { final: 'NO CARRIER', urcs: ['OK'] }],
    ['ATO', ['CONNECT', 'NO CARRIER'], { final: 'CONNECT', urcs: ['NO CARRIER'] }],
    ['ATA', ['CONNECT', 'OK'], { final: 'CONNECT', urcs: ['OK'] }],
    ['AT+CGDATA="PPP",1', ['CONNECT', 'OK'], { final: 'CONNECT', urcs: ['OK'] }],
    ['AT+ONE?', [`CONNECT${'x'.repeat(193)}`], { final: `CONNECT${'x'.repeat(193)}` }],
    ['AT+ONE?', [`CONNECT${'x'.repeat(194)}`], { unknown: [`CONNECT${'x'.repeat(194)}`] }],
    ['AT+ONE?', ['+ONE: 1', ' 0 '], { '+ONE': ['+ONE: 1'], final: ' 0 ' }],
    ['AT+ONE?', ['0', '+ONE: 1'], { '+ONE': ['+ONE: 1'], unknown: ['0'] }],
    ['AT+ONE?', ['1'], { final: '1' }],
    ['AT+ONE?', ['2'], { final: '2' }],
    ['AT+ONE?', ['3'], { final: '3' }],
    ['AT+ONE?', ['4'], { final: '4' }],
    ['AT+ONE?', ['5'], { unknown: ['5'] }],
    ['AT+ONE?', ['6'], { unknown: ['6'] }],
    ['AT+ONE?', [], {}],
    ['AT+ONE=1;D123', ['NO CARRIER', 'OK'], { final: 'NO CARRIER', urcs: ['OK'] }],
    // A command that nobody describes, and two that are the same.
    ['AT+WHAT', ['x', 'OK'], { unknown: ['x'], final: 'OK' }],
    ['AT+WHAT;+TWO', ['free', 'OK'], { '+TWO': ['free'], final: 'OK' }],
    [
      'AT+ONE?;+ONE?',
      ['+ONE: 1', '+ONE: 2', 'OK'],
      { '+ONE': ['+ONE: 1', '+ONE: 2'], final: 'OK' },
    ],
  ])('%s', (sent, lines, expected) => {
    expect(sorted(sent, ...lines)).toEqual(expected)
  })
})

test('a line without an end has none', () => {
  expect(sortLines(registry, 'AT+ONE?', parseCommands('AT+ONE?'), ['x']).final).toBeUndefined()
})

describe('what one part of a line says', () => {
  const read = (line: string, lines: string[], done: boolean) => {
    const [command] = parseCommands(line)
    if (!command) throw new Error('no command')
    return readPart(
      { command, decoder: registry.ofCommand(command.name), lines },
      line,
      done,
      undefined,
    )?.facts
  }
  test.each<[string, string[], boolean, object | undefined]>([
    ['AT+ONE?', ['+ONE: 7'], false, { n: 7 }],
    ['AT+ONE=5', [], true, { n: 5 }],
    ['AT+ONE=5', [], false, undefined],
    ['AT+ONE?', [], true, undefined],
    ['AT+ASK=5', [], true, { asked: [] }],
    ['AT+ASK?', [], true, { asked: [] }],
    ['AT+ASK=?', [], true, undefined],
    ['AT+ASK?', [], false, undefined],
    ['AT+WHAT?', ['+WHAT: 1'], true, undefined],
  ])('%s %j, over: %s', (line, lines, done, facts) => {
    expect(read(line, lines, done)).toEqual(facts)
  })

  test('several stand under their names, and what is one’s alone by itself, too', () => {
    expect(combine([])).toEqual({})
    expect(combine([{ name: '+A', facts: { x: 1 } }])).toEqual({ x: 1 })
    const both = [
      { name: '+A', facts: { x: 1, y: 2, z: undefined } },
      { name: '+B', facts: { x: 3, w: 4 } },
    ]
    expect(combine(both)).toEqual({ '+A': { x: 1, y: 2 }, '+B': { x: 3, w: 4 }, y: 2, w: 4 })
    expect('z' in combine(both)).toBe(false)
  })
})

describe('what ends a line', () => {
  test.each<[string, object]>([
    ['AT+WHAT', usualEndings],
    ['AT+ONE=1', { final: /^ONE END$/ }],
    ['AT+ONE', { final: /^ONE END$/ }],
    ['AT+ONE?', usualEndings],
    ['AT+ONE=?', usualEndings],
    ['AT+THREE?', { final: /^THREE END$/, forms: ['read'] }],
    ['AT+THREE', usualEndings],
    ['AT+TWO', { prompt: '> ', second: /^\+TWO:/ }],
    ['AT+SEND=1,5', { prompt: '>', counts: 1 }],
    ['AT+SIZE=5', { prompt: '>', counts: 0 }],
    ['AT+LEN=5', { final: /^LEN END$/ }],
    ['AT+TWO;+ONE=1', { prompt: '> ', second: /^\+TWO:/, final: /^ONE END$/ }],
    ['AT+ONE=1;+TWO', { prompt: '> ', second: /^\+TWO:/ }],
    ['AT+TWO;+SEND=1,5', { prompt: '> ', second: /^\+TWO:/, counts: 1 }],
    ['AT+TWO;+WHAT', { prompt: '> ', second: /^\+TWO:/ }],
  ])('%s', (line, endings) => {
    expect(joinEndings(registry, parseCommands(line))).toEqual(endings)
  })

  test('nothing asked', () => {
    expect(joinEndings(registry, [])).toBe(usualEndings)
    expect(joinEndings(registry, parseCommands('AT+WHAT'))).toBe(usualEndings)
  })
})
