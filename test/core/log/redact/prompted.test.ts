import { promptedIn, PromptedTexts } from '@core/log/redact/prompted'
import type { LogRow, RowKind } from '@core/log/row'
import { describe, expect, test } from 'vitest'

type Line = readonly [kind: RowKind, text: string]
const row = ([kind, text]: Line): LogRow => ({
  id: 1,
  slot: 'a',
  atMs: 0,
  monoUs: 0,
  dir: 'rx',
  kind,
  text,
})
const plain = (kind: RowKind) => kind === 'text' || kind === 'unknown'

/** What is hidden in the last line; lines that could be none are passed over. */
function after(prompted: PromptedTexts, lines: readonly Line[]): string | undefined {
  let last: string | undefined
  for (const line of lines) {
    const [kind, text] = line
    const found = text === '' || !plain(kind) ? undefined : prompted.spanOf(row(line))
    if (text === '') prompted.blank()
    else if (!plain(kind) && kind !== 'note') prompted.cut()
    if (text !== '') prompted.pass(row(line))
    last = found && text.slice(found.start, found.end)
  }
  return last
}
const hidden = (...lines: readonly Line[]) => after(new PromptedTexts(), lines)

const ok: Line = ['final', 'OK']
const text = (said: string): Line => ['text', said]

describe('the text behind a prompt, right behind a line of the modem', () => {
  test.each<[line: string, found: string | undefined]>([
    ['> the gate', 'the gate'],
    ['>   the gate', 'the gate'],
    ['>the gate', 'the gate'],
    ['>7 gates', '7 gates'],
    ['>-the gate', undefined],
    ['12:00:01 > the gate', 'the gate'],
    ['12:00:01 >the gate', undefined],
    ['[at] > the gate', 'the gate'],
    ['1,> the gate', 'the gate'],
    ['<- > the gate', 'the gate'],
    ['recv: "> the gate"', 'the gate'],
    ["rx(b'\\r\\n> the gate\\r\\n')", 'the gate'],
    ['1,"> say ""hi"" now"', 'say ""hi"" now'],
    ['"> say \\"hi\\" now" and more', 'say \\"hi\\" now'],
    ['&gt; the gate', 'the gate'],
    ['<td>&gt; the gate</td>', undefined],
    ['> the gate\\x1a', 'the gate'],
    ['> the gate^Z', 'the gate'],
    ['> the gate\x1a', 'the gate'],
    ['> the gate\\r\\n', 'the gate'],
    ['> the gate</p>', 'the gate'],
    // Prompts of shells and programs, arrows, and what people quote.
    ['word > the gate', undefined],
    ['[admin@bench] > the gate', undefined],
    ['-> the gate', undefined],
    ['=> the gate', undefined],
    ['>>> the gate', undefined],
    ['> > the gate', 'the gate'],
    ['> --> the gate', undefined],
    ['> ... the gate', undefined],
    ['> .', undefined],
    ['> [!note]', undefined],
    ['> **Note**', undefined],
    ['> # Title', undefined],
    ['> ```', undefined],
    ['> - one', undefined],
    // What is none of a text.
    ['> OK', undefined],
    ['> +CMGS: 5', undefined],
    ['> AT+CSQ', undefined],
    ['> SEND OK', undefined],
    ['> --', undefined],
    ['no prompt', undefined],
  ])('%j', (line, found) => {
    expect(hidden(ok, text(line))).toBe(found)
  })
})

describe('what the rows before say of a prompt', () => {
  const gate = text('> the gate')
  const words = (count: number) => Array<Line>(count).fill(text('some print'))
  test.each<[what: string, lines: readonly Line[], is: boolean]>([
    ['nothing came before', [gate], false],
    ['it came over the port', [['unknown', '> the gate']], true],
    ['it was received', [text('recv: > the gate')], true],
    ['behind an answer', [['answer', '+CSQ: 1'], gate], true],
    ['behind an unsolicited line', [['unsolicited', '+CREG: 1'], gate], true],
    ['behind a command', [['command', 'AT+X'], gate], true],
    ['behind an echo', [['echo', 'AT+X'], gate], true],
    ['behind a prompt', [['prompt', '>'], gate], true],
    ['behind a frame', [['ppp', 'LCP'], gate], false],
    ['behind a print with a result in it', [text('got OK'), gate], true],
    ['behind a print with an answer in it', [text('got "+CMGS: 5"'), gate], true],
    ['behind a print', [text('got it'), gate], false],
    ['behind a result and a print', [ok, text('got it'), gate], true],
    ['nineteen rows behind a result', [ok, ...words(19), gate], true],
    ['twenty rows behind a result', [ok, ...words(20), gate], false],
    ['with commands in the log', [['command', 'AT+X'], ok, text('got it'), gate], false],
    ['behind a note', [ok, ['note', 'port opened'], gate], true],
    ['under who wrote it', [ok, text('Erika wrote:'), gate], false],
    ['behind one that was quoted', [text('Erika wrote:'), gate, ok, gate], false],
    [
      'behind one that was quoted, deeper',
      [text('Erika wrote:'), gate, ok, text('> > the gate')],
      true,
    ],
    [
      'behind two that were quoted',
      [text('Erika wrote:'), text('> > the gate'), ok, text('> > the gate')],
      false,
    ],
    ['behind one far from the modem', [...words(1), gate, ok, gate], false],
  ])('%s: %s', (_what, lines, is) => {
    expect(hidden(...lines)).toBe(is ? 'the gate' : undefined)
  })
})

test.each<[kind: RowKind, is: boolean]>([
  ['answer', true],
  ['unsolicited', true],
  ['final', true],
  ['echo', true],
  ['prompt', true],
  ['command', true],
  ['ppp', false],
  ['payload', false],
  ['noise', false],
])(
  'where commands are in the log, a prompt right behind a row of the kind %s is one: %s',
  (kind, is) => {
    const lines: readonly Line[] = [['command', 'AT+X'], text('x'), [kind, 'x'], text('> the gate')]
    expect(hidden(...lines)).toBe(is ? 'the gate' : undefined)
  },
)

describe('a text of several lines', () => {
  const first = text('> the gate')
  test.each<[what: string, lines: readonly Line[], found: string | undefined]>([
    ['its second line', [ok, first, text('by nine')], 'by nine'],
    ['its tenth line', [ok, first, ...Array<Line>(9).fill(text('more'))], 'more'],
    ['what comes behind ten', [ok, first, ...Array<Line>(10).fill(text('more'))], undefined],
    ['a result', [ok, first, text('OK')], undefined],
    ['behind the result', [ok, first, text('OK'), text('later')], undefined],
    [
      'a print that ends with an answer',
      [ok, first, text('got +CMGS: 5'), text('later')],
      undefined,
    ],
    ['behind an empty line of it', [ok, first, text(''), text('later')], 'later'],
    ['behind another row', [ok, first, ['final', 'OK'], text('later')], undefined],
    ['behind a note', [ok, first, ['note', 'x'], text('by nine')], 'by nine'],
    ['prompted for again', [ok, first, text('> by nine')], 'by nine'],
    ['on the line behind the prompt', [ok, text('>'), text('by nine')], 'by nine'],
    ['with an empty line between', [ok, text('>'), text(''), text('by nine')], 'by nine'],
    ['and one behind it', [ok, text('>'), text('by nine'), text(''), text('later')], 'later'],
    [
      'behind an empty line and a result',
      [ok, first, text(''), text('OK'), text('later')],
      undefined,
    ],
    [
      'a quotation that begins with an empty line',
      [ok, text('>'), ['final', 'OK'], text('> the gate')],
      undefined,
    ],
    ['a line that is a quotation', [text('Erika wrote:'), first, text('by nine')], undefined],
  ])('%s', (_what, lines, found) => {
    expect(hidden(...lines)).toBe(found)
  })
  test.each<[what: string, lines: readonly Line[], idle: boolean]>([
    ['nothing', [], true],
    ['a text', [ok, first], false],
    ['a text and its result', [ok, first, text('OK')], true],
    ['a text and an empty line', [ok, first, text('')], false],
    ['a text and another row', [ok, first, ['final', 'OK']], true],
    ['a prompt alone', [ok, text('>')], false],
    ['a prompt alone and an empty line', [ok, text('>'), text('')], false],
    ['what looks like a prompt', [first], false],
    ['what looks like a prompt, and a line', [first, text('x')], true],
    ['what looks like a prompt, and an empty line', [first, text('')], true],
  ])('behind %s nothing more is to come: %s', (_what, lines, idle) => {
    const prompted = new PromptedTexts()
    after(prompted, lines)
    expect(prompted.idle).toBe(idle)
  })
})

test.each([
  ['> the gate', ['the gate']],
  ['\r\n> the gate\x1a', ['the gate']],
  ['AT\r> one\n> two\r', ['one', 'two']],
  ['x > the gate', []],
  ['>the gate', []],
  ['> OK', []],
  ['> ', []],
  ['', []],
])('in octets that say %j', (octets, found) => {
  const spans = promptedIn(octets)
  expect(spans.map(({ start, end }) => octets.slice(start, end))).toEqual(found)
  expect(spans.every(({ kind }) => kind === 'message')).toBe(true)
})
