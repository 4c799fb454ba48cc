import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { decodeCommand } from '@hosts/cli/filters/decode'
import { framesCommand } from '@hosts/cli/filters/frames'
import { languageOption } from '@hosts/cli/language'

let out = ''
beforeEach(() => {
  out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    out += String(text)
    for (const done of rest) if (typeof done === 'function') done()
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

/** What the filter says to these lines; octets may be cut anywhere. */
async function filter(which: 'decode' | 'frames', ...chunks: (string | Buffer)[]) {
  const stdin = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as typeof process.stdin)
  const command = which === 'decode' ? decodeCommand() : framesCommand()
  await command.exitOverride().parseAsync(['node', which])
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** What the command prints for lines that are its arguments. */
async function told(...words: string[]): Promise<string> {
  out = ''
  await decodeCommand()
    .addOption(languageOption())
    .exitOverride()
    .parseAsync(['node', 'decode', '--lang', 'en', ...words])
  return out
}

describe('modem-bench decode with lines', () => {
  test('tells an answer by the command that it names', async () => {
    expect(await told('+CGPADDR: 1,192.0.2.7')).toBe('Context 1 has an IPv4 address.\n')
    expect(await told('+CFUN: (0,1,4),(0-1)')).toContain('What the modem accepts')
    expect(await told('+CEREG: 5')).toContain('registered, roaming')
  })

  test('takes the command that was asked, and line ends as a shell hands them on', async () => {
    const answer = await told('+QTEMP: 31,28,28\\r\\n\\r\\nOK', '--command', 'AT+QTEMP', '--json')
    expect(JSON.parse(answer)).toMatchObject({ result: 'OK', unknown: [], error: null })
  })

  test('a command in the place of its answer is told, and the answer is asked for', async () => {
    const said = await told('AT+CSQ')
    expect(said).toContain('Asks: signal strength.')
    expect(said).toContain("modem-bench decode 'ANSWER' --command 'AT+CSQ'")
    expect(await told('AT+CSQ', '+CSQ: 20,99', 'OK')).toContain('RSSI -73 dBm')
  })

  test('says that it does not know a line', async () => {
    expect(JSON.parse(await told('+NOSUCH: 1', '--json'))).toMatchObject({
      unknown: ['+NOSUCH: 1'],
      answer: null,
    })
  })
})

describe('modem-bench decode', () => {
  test('answers each line with all the fields of the format, and only those', async () => {
    const [answer] = await filter(
      'decode',
      '{"id":1,"command":"AT+CEREG?","response":"AT+CEREG?\\r\\r\\n+CEREG: 0,5\\r\\n\\r\\nOK\\r\\n"}\n',
    )
    expect(answer).toEqual({
      id: 1,
      echo: 'AT+CEREG?',
      result: 'OK',
      code: null,
      text: null,
      answer: { n: 0, stat: 5 },
      urcs: [],
      unknown: [],
      error: null,
      words: {
        en: 'LTE (EPS) registration 0,5: registered, roaming. Normal for a SORACOM global SIM.',
        ja: 'LTE（EPS）の登録状態 0,5：登録済み（ローミング中）。SORACOM のグローバル SIM では正常です。',
      },
    })
  })

  test('answers bad and empty lines in their place and goes on', async () => {
    const answers = await filter(
      'decode',
      '{"id":1\n\n[]\n{"id":2}\n{"id":3,"command":5,"response":""}\n',
      '{"id":4,"command":null,"response":"RING","charset":"EBCDIC"}\n',
      '{"id":5,"command":null,"response":"\\r\\nRING\\r\\n"}',
    )
    const errors = answers.map(({ id, error }) => [id, error])
    expect(errors).toEqual([
      [undefined, expect.stringMatching(/^not JSON: /)],
      [undefined, 'not JSON: the line is empty'],
      [undefined, expect.stringContaining('expected object')],
      [2, expect.stringContaining('response')],
      [3, expect.stringContaining('command')],
      [4, expect.stringContaining('charset')],
      [5, null],
    ])
  })

  test('takes a byte order mark, CRLF and broken UTF-8 as they come', async () => {
    const answers = await filter(
      'decode',
      '\ufeff{"id":"a","command":"AT","response":"OK"}\r\n',
      Buffer.from([0x7b, 0x22, 0x72, 0x65, 0x73, 0x70, 0x6f, 0x6e, 0x73, 0x65, 0x22, 0x3a, 0x22]),
      Buffer.from([0xff, 0xfe, 0x5c, 0x72, 0x5c, 0x6e, 0x4f, 0x4b, 0x22, 0x7d, 0x0a]),
    )
    expect(answers).toMatchObject([
      { id: 'a', result: 'OK' },
      { id: null, result: null, unknown: ['\ufffd\ufffd'], urcs: [{ name: 'OK' }] },
    ])
  })
})

test('a line that never ends is answered without being held, and the next one is read', async () => {
  const piece = Buffer.alloc(1 << 20, 0x41)
  const chunks = Array.from({ length: 20 }, () => piece)
  const answers = await filter('decode', ...chunks, '\n{"id":1,"response":"RING"}\n')
  expect(answers).toMatchObject([
    { error: expect.stringContaining('longer than 16 MiB') as unknown },
    { id: 1, urcs: [{ name: 'RING' }] },
  ])
})

describe('modem-bench frames', () => {
  test('answers with all the fields of the format, and only those', async () => {
    const answers = await filter(
      'frames',
      '{"id":1,"kind":"cmux","hex":"F9 03 3f011cf9"}\n{"kind":"cmux","chunks":["f903","3f011c","f9"]}\n',
      '{"id":2,"kind":"ppp","hex":"7eff7d23c0217d2174","rxAccm":"00000000"}\n',
    )
    const frame = { dlci: 0, cr: 1, control: 'SABM', pf: 1, length: 0, info: '', fcs: '1c' }
    const whole = { frames: [frame], rejected: 0, text: [], words: [expect.anything()] }
    expect(answers).toEqual([
      { id: 1, ...whole },
      { id: null, ...whole },
      { id: 2, frames: [], rejected: 0, text: [], words: [], unfinished: 'ff7d23c0217d2174' },
    ])
  })

  test('says what is wrong with a line, and goes on', async () => {
    const answers = await filter(
      'frames',
      '{"id":1,"kind":"lapb","hex":""}\n{"id":2,"kind":"ppp"}\n{"id":3,"kind":"ppp","hex":"7e1"}\n',
      '{"id":4,"kind":"ppp","hex":"","chunks":[]}\n{"id":5,"kind":"ppp","hex":"7e","rxAccm":"0"}\n',
      '{"id":6,"kind":"ppp","hex":"0d0a4e4f20434152524945520d0a"}\n',
    )
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      [1, expect.stringContaining('kind')],
      [2, expect.stringContaining('either "hex" or "chunks"')],
      [3, expect.stringContaining('two digits an octet')],
      [4, expect.stringContaining('either "hex" or "chunks"')],
      [5, expect.stringContaining('eight hex digits')],
      [6, undefined],
    ])
    expect(answers[5]).toMatchObject({ text: ['NO CARRIER'] })
  })
})

test('a command that stands first is the one that the lines answer', async () => {
  expect(await told('AT+QGPSLOC=2', '+CME ERROR: 516')).toBe(
    '+CME ERROR 516: Quectel: no position yet.\n',
  )
  expect(await told('+CME ERROR: 516')).toContain('a number of the maker’s own')
})
