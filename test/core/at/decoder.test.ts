import { decoder, type Asked, type Definition } from '@core/at/decoder'
import { int, secret, text } from '@core/at/parameter'
import { describe, expect, test } from 'vitest'

describe('a decoder', () => {
  const words = { en: 'x', ja: 'x' }
  const own = (more: Partial<Definition> = {}) =>
    decoder({
      id: '+X',
      title: words,
      spec: '',
      group: 'others',
      parameters: [int('a', 'a', 'a'), int('b', 'b', 'b')],
      ...more,
    })
  const read: Asked = { form: 'read' }
  test('completes what its file says', () => {
    expect(own()).toMatchObject({
      commands: ['+X'],
      prefixes: ['+X'],
      forms: ['read', 'set', 'test'],
    })
    expect(own({ aliases: ['+Y', 'ATZ'] })).toMatchObject({
      commands: ['+X', '+Y', 'ATZ'],
      prefixes: ['+X', '+Y'],
    })
    expect(own({ prefixes: ['+Z'] }).prefixes).toEqual(['+Z'])
    expect(own({ pattern: /^x$/ })).toMatchObject({ commands: [], prefixes: [], forms: [] })
    expect(own({ pattern: /^x$/, forms: ['read'] }).commands).toEqual(['+X'])
    expect(decoder({ id: '+X', title: words, spec: '', group: 'others' }).parameters).toEqual([])
  })
  test.each<
    [
      what: string,
      definition: Partial<Definition>,
      lines: string[],
      asked: Asked,
      facts: object,
      ...problems: string[],
    ]
  >([
    ['one line', {}, ['+X: 1,2'], read, { a: 1, b: 2 }],
    ['without its prefix', {}, ['1,2'], read, { a: 1, b: 2 }],
    [
      'of another name',
      {},
      ['+Y: 1,2'],
      read,
      { a: null, b: 2 },
      '"+Y: 1,2": a is "+Y: 1", not a whole number',
    ],
    ['of a name it includes', { includes: ['+Y'] }, ['+Y: 1,2'], read, { a: 1, b: 2 }],
    [
      'two lines',
      {},
      ['+X: 1,2', '+X: 3'],
      read,
      { a: 1, b: 2, entries: [{ a: 1, b: 2 }, { a: 3 }] },
    ],
    ['a list', { list: 'all' }, ['+X: 1,2'], read, { all: [{ a: 1, b: 2 }] }],
    ['an empty list', { list: 'all', least: 2 }, ['+X:'], read, { all: [] }],
    ['a test form', {}, ['+X: (0,1),(2)'], { form: 'test' }, { a_values: [0, 1], b_values: [2] }],
    [
      'a test form of the set form',
      { set: [int('s', 's', 's')] },
      ['+X: (0,1)'],
      { form: 'test' },
      { s_values: [0, 1] },
    ],
    ['a test form of its own', { test: () => ({ t: 1 }) }, ['+X: 1'], { form: 'test' }, { t: 1 }],
    [
      'an answer of its own',
      { answer: (rows) => ({ n: rows.length }) },
      ['+X: 1', 'y'],
      read,
      { n: 2 },
    ],
    ['a line that is a pattern', { pattern: /^x$/ }, [' x '], read, { event: 'x' }],
    ['a pattern and no line', { pattern: /^x$/ }, [], read, { event: '+X' }],
    [
      'a pattern with a row',
      { pattern: /^x/, row: (row) => ({ t: row.tail }) },
      ['x1'],
      read,
      { t: 'x1' },
    ],
    ['by itself', { urc: [int('u', 'u', 'u')] }, ['+X: 1,2'], { form: 'urc' }, { u: 1 }],
    ['by itself, the same', { urc: true }, ['+X: 1,2'], { form: 'urc' }, { a: 1, b: 2 }],
    ['asked for', { urc: [int('u', 'u', 'u')] }, ['+X: 1,2'], read, { a: 1, b: 2 }],
    [
      'a line that is cut',
      { least: 2 },
      ['+X: 1'],
      read,
      {},
      '"+X: 1": expected at least 2 fields',
    ],
    ['a line that is long enough', { least: 2 }, ['+X: 1,2'], read, { a: 1, b: 2 }],
    [
      'an empty line where one is wanted',
      { least: 1 },
      ['+X:'],
      read,
      {},
      '"+X:": expected at least 1 fields',
    ],
    [
      'a cut line of a list',
      { least: 2, list: 'all' },
      ['+X: 1'],
      read,
      { all: [{}] },
      '"+X: 1": expected at least 2 fields',
    ],
    ['by itself it may be short', { least: 2, urc: true }, ['+X: 1'], { form: 'urc' }, { a: 1 }],
    [
      'what follows from the facts',
      { derive: ({ a }) => ({ a, half: Number(a) / 2 }) },
      ['+X: 4'],
      read,
      { a: 4, half: 2 },
    ],
  ])('reads %s', (_what, definition, lines, asked, facts, ...problems) => {
    expect(own(definition).decode(lines, asked)).toEqual({ facts, problems, secrets: [] })
  })
  test('what is secret is told of the last line', () => {
    const marked = own({ parameters: [secret('pin', text('p', 'p', 'p'))] })
    expect(marked.decode(['+X: 12345', '+X: 9'], read).secrets).toEqual([
      { kind: 'pin', start: 4, end: 5 },
    ])
  })
  const command = (form: 'read' | 'test' | 'set', args = '') => ({
    name: '+X',
    form,
    args,
    argsStart: 5,
  })
  test.each<
    [
      what: string,
      definition: Partial<Definition>,
      line: string,
      form: 'read' | 'test' | 'set',
      is: boolean,
    ]
  >([
    ['its name', {}, '+X: 1', 'read', true],
    ['another name', {}, '+Y: 1', 'read', false],
    ['a name it includes', { includes: ['+Y'] }, '+Y: 1', 'read', true],
    ['a name it does not', { includes: ['+Z'] }, '+Y: 1', 'read', false],
    ['what comes unasked, behind a set', { urc: true }, '+X: 1', 'set', false],
    ['what comes unasked, behind a question', { urc: true }, '+X: 1', 'read', true],
    ['what answers a set all the same', { urc: true, setAnswers: true }, '+X: 1', 'set', true],
    ['what never comes unasked', {}, '+X: 1', 'set', true],
    [
      'what is unsolicited by its shape',
      { isUnsolicited: (row) => row.count === 1 },
      '+X: 1',
      'read',
      false,
    ],
    [
      'what is an answer by its shape',
      { isUnsolicited: (row) => row.count === 1 },
      '+X: 1,2',
      'read',
      true,
    ],
    ['a test form by any shape', { isUnsolicited: () => true }, '+X: 1', 'test', true],
  ])('answers: %s', (_what, definition, line, form, is) => {
    expect(own(definition).answers(line, command(form))).toBe(is)
  })
  test('what a command sets', () => {
    const line = 'AT+X=1,2;+Y=3'
    expect(own().decodeSet(line, command('set', '1,2')).facts).toEqual({ a: 1, b: 2 })
    expect(own({ set: [int('s', 's', 's')] }).decodeSet(line, command('set', '1,2')).facts).toEqual(
      { s: 1 },
    )
    expect(
      own({ setFacts: (row) => ({ n: row.count }) }).decodeSet(line, command('set', '1,2')).facts,
    ).toEqual({ n: 2 })
    const bad = own({ parameters: [secret('pin', int('a', 'a', 'a'))] }).decodeSet(
      'AT+X=z',
      command('set', 'z'),
    )
    expect(bad).toEqual({
      facts: { a: null },
      problems: ['"AT+X=z": a is "z", not a whole number'],
      secrets: [{ kind: 'pin', start: 5, end: 6 }],
    })
  })
})
