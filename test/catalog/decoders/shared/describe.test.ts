import { decodersOf } from '@catalog/decoders/shared/decoders-of'
import { describe as documented } from '@catalog/decoders/shared/describe'
import { family, table } from '@catalog/decoders/shared/family'
import { referencePage } from '@catalog/decoders/shared/reference-page'
import { createRegistry } from '@catalog/decoders/shared/registry'
import { decoder, type Definition } from '@core/at/decoder'
import { int, say, text } from '@core/at/parameter'
import { describe, expect, test } from 'vitest'

const one = (more: Partial<Definition> = {}) =>
  decoder({ id: '+ONE', title: say('one thing', 'もの'), spec: 'Manual', group: 'basic', ...more })

const mode = int('mode', 'mode', 'モード', { 0: say('off', 'オフ'), 1: say('on', 'オン') })
const name = text('name', 'name', '名前')

describe('what is written of a command', () => {
  test.each<[Partial<Definition>, string[]]>([
    [{ parameters: [mode, name] }, ['AT+ONE?', 'AT+ONE=<mode>,<name>', 'AT+ONE=?']],
    [{ parameters: [mode], set: [name] }, ['AT+ONE?', 'AT+ONE=<name>', 'AT+ONE=?']],
    [{ forms: ['action'] }, ['AT+ONE']],
    [{ id: 'ATD', forms: ['action', 'set'], parameters: [name] }, ['ATD', 'ATD<name>']],
    [{ id: 'ATS', forms: ['read', 'set'] }, ['ATS<register>?', 'ATS<register>=<value>']],
    [{ id: '+++', forms: ['action'] }, ['+++']],
    [{ forms: [] }, []],
  ])('%# is typed %j', (definition, forms) => {
    const docs = documented(one(definition))
    expect(docs.flatMap((doc) => doc.forms.map((form) => form.text))).toEqual(forms)
  })

  test.each<[Partial<Definition>, string[], string[]]>([
    [
      {},
      ['Ask: one thing', 'Set: one thing', 'Ask which values it accepts'],
      ['ものを問い合わせる', 'ものを設定する', '指定できる値を問い合わせる'],
    ],
    [{ forms: ['action'] }, ['Ask: one thing'], ['ものを問い合わせる']],
    [
      { forms: ['action', 'set'], does: say('Does it.', '行う。') },
      ['Does it.', 'Does it.'],
      ['行う。', '行う。'],
    ],
    [
      { forms: ['read', 'set', 'action'], does: say('Does it.', '行う。') },
      ['Ask: one thing', 'Set: one thing', 'Does it.'],
      ['ものを問い合わせる', 'ものを設定する', '行う。'],
    ],
  ])('%# is titled', (definition, en, ja) => {
    const titles = documented(one(definition)).flatMap((doc) => doc.forms.map((form) => form.title))
    expect(titles.map((title) => title.en)).toEqual(en)
    expect(titles.map((title) => title.ja)).toEqual(ja)
  })

  test('its parameters have their values; each of its names is one', () => {
    const [first, second] = documented(one({ aliases: ['+TWO'], parameters: [mode, name] }))
    expect([first?.name, second?.name, second?.forms[0]?.text]).toEqual(['+ONE', '+TWO', 'AT+TWO?'])
    expect(first).toMatchObject({ title: { en: 'one thing' }, spec: 'Manual', group: 'basic' })
    expect(first?.parameters).toEqual([
      {
        name: 'mode',
        meaning: { en: 'mode', ja: 'モード' },
        values: [
          { value: '0', meaning: { en: 'off', ja: 'オフ' } },
          { value: '1', meaning: { en: 'on', ja: 'オン' } },
        ],
      },
      { name: 'name', meaning: { en: 'name', ja: '名前' } },
    ])
    expect(documented(one({ parameters: [mode], set: [] }))[0]?.parameters).toEqual([])
  })
})

test('the page of all commands', () => {
  const page = referencePage([
    ...documented(one({ parameters: [mode, name], spec: 'A_*|' })),
    ...documented(
      one({ id: '#LINE', forms: ['action'], group: 'u-blox', title: say('same', 'same') }),
    ),
    ...documented(one({ id: '+REG', forms: ['action'], group: 'network' })).map((doc) => ({
      ...doc,
      forms: [],
    })),
  ])
  expect(page).toBe(`# AT commands

The 3 commands that Modem Bench completes, explains and decodes. Made from the catalogue of decoders by
\`node scripts/docs.js\`; change the decoder, not this page.

- [Basic commands (V.250)](#basic-commands-v250) (1)
- [Network and registration](#network-and-registration) (1)
- [u-blox](#u-blox) (1)

## Basic commands (V.250)

### \`+ONE\`

one thing / もの · A\\_\\*\\|

- \`AT+ONE?\`: Ask: one thing / ものを問い合わせる
- \`AT+ONE=<mode>,<name>\`: Set: one thing / ものを設定する
- \`AT+ONE=?\`: Ask which values it accepts / 指定できる値を問い合わせる

| parameter | meaning | values |
| --- | --- | --- |
| \`mode\` | mode / モード | \`0\` off / オフ<br>\`1\` on / オン |
| \`name\` | name / 名前 |  |

## Network and registration

### \`+REG\`

one thing / もの · Manual

## u-blox

### \`#LINE\`

same · Manual

- \`AT#LINE\`: Ask: same / sameを問い合わせる
`)
})

describe('a list of decoders', () => {
  test('is what the files give, one or several', () => {
    const [a, b, c] = [one(), one({ id: '+TWO' }), one({ id: '+THREE' })]
    expect(decodersOf({ x: a, y: [b, c] }).map(({ id }) => id)).toEqual(['+ONE', '+TWO', '+THREE'])
  })

  test.each([
    [[]],
    [undefined],
    [null],
    ['x'],
    [{}],
    [{ id: 'x' }],
    [{ id: 1, decode: () => undefined }],
    [{ id: 'x', decode: 1 }],
    [[one(), {}]],
  ])('%# is none', (given) => {
    expect(() => decodersOf({ 'x/y.ts': given })).toThrow(
      'x/y.ts: its default export must be a decoder or a list of decoders; helpers belong in shared/',
    )
  })

  test('finds one by command and by line', () => {
    const fixed = one({ id: 'DONE', pattern: /^(DONE|A{199,})$/ })
    const { all, ofCommand, ofLine } = createRegistry([
      one({ id: '+TWO', aliases: ['+2'] }),
      one(),
      fixed,
    ])
    expect(all.map(({ id }) => id)).toEqual(['+ONE', '+TWO', 'DONE'])
    expect(['+ONE', '+2', '+X', 'DONE'].map((command) => ofCommand(command)?.id)).toEqual([
      '+ONE',
      '+TWO',
      undefined,
      undefined,
    ])
    const lines = ['+ONE: 1', '+2: 1', ' DONE ', 'DONE!', 'A'.repeat(200), 'A'.repeat(201)]
    expect(lines.map((line) => ofLine(line)?.id)).toEqual([
      '+ONE',
      '+TWO',
      'DONE',
      undefined,
      'DONE',
      undefined,
    ])
  })

  test('two for the same are a mistake', () => {
    expect(() => createRegistry([one(), one()])).toThrow('Two decoders for +ONE: +ONE and +ONE')
    expect(() =>
      createRegistry([one({ id: '+A', aliases: ['+B'] }), one({ id: '+C', aliases: ['+B'] })]),
    ).toThrow('Two decoders for +B: +A and +C')
    expect(() =>
      createRegistry([
        one({ id: '+A', aliases: ['+X'], forms: [], prefixes: ['+P'] }),
        one({ id: '+C', forms: [], prefixes: ['+P'] }),
      ]),
    ).toThrow('Two decoders for +P: +A and +C')
  })
})

describe('a family', () => {
  const of = family('Manual', 'others')

  test('its rows differ by what they are', () => {
    const inShort = [
      of.setting('+A', 'a', 'あ', [name]),
      of.question('+B', 'b', 'い', [name]),
      of.question('+B', 'b', 'い', [name], { set: [mode] }),
      of.action('+C', 'closing a socket', 'ソケット切断', [name]),
      of.later('$D', 'opening a file', 'ファイル A', [mode], [name]),
      of.news('+E', 'e', 'え', [name]),
    ].map((row) => ({
      spec: row.spec,
      forms: row.forms.join(' '),
      says: [row.asks && 'asks', row.setAnswers && 'answers', row.urc && 'urc']
        .filter(Boolean)
        .join(' '),
      does: row.does,
      set: row.set?.map((parameter) => parameter.name),
      parameters: row.parameters.map((parameter) => parameter.name),
    }))
    expect(inShort).toEqual([
      {
        spec: 'Manual, +A',
        forms: 'read set test',
        says: 'answers',
        does: undefined,
        set: undefined,
        parameters: ['name'],
      },
      {
        spec: 'Manual, +B',
        forms: 'action read test',
        says: 'asks answers',
        does: undefined,
        set: undefined,
        parameters: ['name'],
      },
      {
        spec: 'Manual, +B',
        forms: 'action set read test',
        says: 'asks answers',
        does: undefined,
        set: ['mode'],
        parameters: ['name'],
      },
      {
        spec: 'Manual, +C',
        forms: 'action set test',
        says: 'answers',
        does: { en: 'Closes a socket.', ja: 'ソケット切断を行います。' },
        set: ['name'],
        parameters: [],
      },
      {
        spec: 'Manual, $D',
        forms: 'action set read test',
        says: 'urc',
        does: { en: 'Opens a file.', ja: 'ファイル A を行います。' },
        set: ['mode'],
        parameters: ['name'],
      },
      {
        spec: 'Manual, +E',
        forms: '',
        says: 'urc',
        does: undefined,
        set: undefined,
        parameters: ['name'],
      },
    ])
  })

  test.each(['$D', '+D', '^D', '#D', '%D', '*D', '!D'])(
    'the result of %s is a line of its name',
    (id) => {
      const { ends } = of.later(id, 'opening a file', 'ファイル', [], [], {
        ends: { prompt: '>' },
      })
      expect(
        [`${id}: 1`, `${id}1: 1`, `x${id}: 1`].map((line) => ends?.second?.test(line)),
      ).toEqual([true, false, false])
      expect(ends?.prompt).toBe('>')
    },
  )

  test('a table has a value, and two languages', () => {
    expect(table('0 off|オフ', '12 on (now)|オン')).toEqual({
      0: { en: 'off', ja: 'オフ' },
      12: { en: 'on (now)', ja: 'オン' },
    })
    for (const row of ['0 off', 'off|オフ', '0 |オフ', '0 off|', ' 0 off|オフ'])
      expect(() => table(row)).toThrow(`A row of a table must be "<value> <en>|<ja>": ${row}`)
  })
})
