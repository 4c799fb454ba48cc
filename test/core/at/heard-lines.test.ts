import { bytesOf } from '@core/bytes'
import type { Endings } from '@core/at/endings'
import { type Heard, Hearing } from '@core/at/hearing'
import type { Line } from '@core/at/line-buffer'
import { Outstanding } from '@core/at/outstanding'
import { Pending } from '@core/at/pending'
import type { SendOptions } from '@core/at/send-options'
import { unsolicitedTable } from '@core/at/unsolicited'
import { describe, expect, test } from 'vitest'

const line = (text: string, more: Partial<Line> = {}): Line => ({
  text,
  raw: bytesOf(`${text}\r`),
  end: 'cr',
  continued: false,
  adjacent: false,
  ...more,
})

function hearing() {
  const open = new Outstanding()
  const ear = new Hearing(open, unsolicitedTable())
  let last = 0
  const later: Pending[] = []
  const entry = (command: string, options: SendOptions = {}, endings: Endings = {}) =>
    new Pending(++last, command, options, { endings })
  const send = (command: string, options?: SendOptions, endings?: Endings) => {
    const sent = entry(command, options, endings)
    open.add(sent)
    return sent
  }
  const hear = (text: string, more?: Partial<Line>) => ear.hear(line(text, more), later)
  /** Its kind and the number of its command, with what else is said. */
  const said = (text: string, more?: Partial<Line>) => shown(hear(text, more))
  return { open, ear, later, entry, send, hear, said }
}
function shown(heard: Heard): string {
  const marks = Object.entries(heard)
    .filter(([key, value]) => key !== 'kind' && value !== false)
    .map(([key, value]) => {
      if (value instanceof Pending) return `${key} ${value.command}`
      if (value === true) return key
      if (typeof value === 'string') return `${key} ${value}`
      return Array.isArray(value) && value.length > 0
        ? `${key} ${value.map((one) => (one instanceof Pending ? one.command : '?')).join(' ')}`
        : ''
    })
  return [heard.kind, ...marks.filter((mark) => mark !== '')].join(', ')
}

describe('pieces', () => {
  test.each<[more: Partial<Line>, said: string]>([
    [{ end: 'cut' }, 'unknown, piece first'],
    [{ end: 'cut', continued: true }, 'unknown, piece middle'],
    [{ continued: true }, 'unknown, piece last'],
    [{ end: 'none', continued: true }, 'unknown, piece last'],
    [{ end: 'none' }, 'unknown'],
    [{}, 'final, entry AT'],
  ])('%o', (more, said) => {
    const at = hearing()
    at.send('AT')
    expect(at.said('OK', more)).toBe(said)
  })
})

describe('echoes', () => {
  test.each([
    ['AT+CSQ', 'echo, entry AT+CSQ'],
    ['\xfeAT+CSQ', 'echo, entry AT+CSQ'],
    ['x\xfe AT+CSQ', 'unknown'],
    ['x\xfeAT+CSQ', 'echo, entry AT+CSQ'],
    ['\x1fAT+CSQ', 'echo, entry AT+CSQ'],
    ['\x7fAT+CSQ', 'echo, entry AT+CSQ'],
    ['~AT+CSQ', 'unknown'],
    [' AT+CSQ', 'unknown'],
    ['> AT+CSQ', 'echo, entry AT+CSQ'],
    ['> x', 'unknown'],
    ['AT+CSG', 'unknown, brokenEcho AT+CSQ'],
  ])('%j', (text, said) => {
    const at = hearing()
    at.send('AT+CSQ')
    expect(at.said(text)).toBe(said)
  })
  test('twice it is the second', () => {
    const at = hearing()
    at.send('AT+CSQ')
    expect(['AT+CSQ', 'AT+CSQ'].map((text) => at.said(text))).toEqual([
      'echo, entry AT+CSQ',
      'echo, entry AT+CSQ, second',
    ])
  })
  test('those of the last eight commands are known', () => {
    const at = hearing()
    for (let i = 0; i < 9; i++) at.ear.settled(at.entry(`AT+X=${i}`))
    expect([0, 1, 8].map((i) => at.said(`AT+X=${i}`))).toEqual(['unknown', 'echo', 'echo'])
  })

  const givenBack = (text: string) => {
    const at = hearing()
    at.send('AT+CMGS=1', { payload: bytesOf('x') })
    at.ear.expectPayloadEcho(text)
    return at
  }
  test.each<[text: string, lines: string[], echoes: boolean[]]>([
    ['abc', ['abc', 'abc'], [true, false]],
    ['abc\x1a', ['abc'], [true]],
    ['abc', ['abc\x1a'], [true]],
    ['abc', ['> abc'], [true]],
    ['abc', ['>abc', 'abd', 'abc'], [false, false, true]],
    ['\r\nabc\r\r\n\ndef\x1a', ['abc', '> def'], [true, true]],
    ['ab', ['a\x1ab'], [false]],
  ])('of a text %j', (text, lines, echoes) => {
    const at = givenBack(text)
    const heard = lines.map((one) => at.said(one))
    expect(heard.map((one) => one === 'echo, payloadEcho, entry AT+CMGS=1')).toEqual(echoes)
  })
  test('of a text that nobody waits for', () => {
    const at = hearing()
    at.ear.expectPayloadEcho('abc')
    expect(at.hear('abc')).toEqual({ kind: 'echo', payloadEcho: true })
  })
  test('of a text come no more behind the answer or the end', () => {
    const answered = givenBack('abc')
    expect(answered.said('+CMGS: 5')).toBe('answer, entry AT+CMGS=1')
    expect(answered.said('abc')).toBe('unknown')
    expect(answered.said('AX+CMGS=1')).toBe('unknown, brokenEcho AT+CMGS=1')
    const ended = givenBack('abc')
    ended.ear.settled(ended.entry('AT'))
    expect(ended.said('abc')).toBe('unknown')
    expect(ended.said('AX+CMGS=1')).toBe('unknown, brokenEcho AT+CMGS=1')
    const restarted = givenBack('abc')
    restarted.ear.restarted()
    expect(restarted.said('abc')).toBe('unknown')
    expect(restarted.said('AX+CMGS=1')).toBe('unknown, brokenEcho AT+CMGS=1')
    // While the text comes, a line that looks like one may be of it.
    expect(givenBack('abc').said('AX+CMGS=1')).toBe('unknown')
  })
})

describe('prompts', () => {
  test.each<[command: string, options: SendOptions, text: string, said: string]>([
    ['AT+CMGS=1', { payload: bytesOf('x') }, '>', 'prompt, entry AT+CMGS=1'],
    ['AT+CMGS=1', {}, ' > ', 'prompt, entry AT+CMGS=1'],
    ['AT+CMGS=1', { prompt: '@' }, '@', 'prompt, entry AT+CMGS=1'],
    ['AT+CMGS=1', { prompt: '@' }, '>', 'unknown'],
    ['AT+CSQ', {}, '>', 'unknown'],
  ])('%s %o %j', (command, options, text, said) => {
    const at = hearing()
    at.send(command, options)
    expect(at.said(text)).toBe(said)
  })
})

describe('results', () => {
  test('of a command that is not the first', () => {
    const at = hearing()
    at.send('AT+CFUN=1')
    at.send('AT+X', { extraFinals: ['SHUT OK'] })
    expect(at.said('SHUT OK')).toBe('final, entry AT+CFUN=1')
    expect(at.said('OPEN OK')).toBe('unknown')
  })
  test('CONNECT OK is one that came by itself, and so is the end of a call', () => {
    const at = hearing()
    expect(['CONNECT OK', 'NO CARRIER', 'CONNECT', 'OK'].map((text) => at.said(text))).toEqual([
      'unsolicited',
      'unsolicited',
      'final',
      'final',
    ])
    at.send('ATD1')
    expect(at.said('NO CARRIER')).toBe('final, entry ATD1')
  })
  test('an address that ends its command makes no digits', () => {
    const at = hearing()
    at.send('AT+CIFSR', {}, { final: /^\d+\.\d+\.\d+\.\d+$/ })
    expect(at.said('10.0.0.1')).toBe('final, entry AT+CIFSR')
    at.open.clear()
    expect(at.said('2')).toBe('unknown')
    expect(at.said('0')).toBe('unknown')
  })
  test('what leads to data ends nothing', () => {
    const at = hearing()
    at.send('AT+X', {}, { lead: /^CONNECT \d+$/ })
    at.send('ATD1')
    expect(at.said('CONNECT 5')).toBe('answer, entry AT+X')
    expect(at.said('CONNECT')).toBe('final, entry ATD1')
  })
})

describe('answers', () => {
  test('the text of a message stands right behind its header', () => {
    const text = (said: string, adjacent: boolean) => {
      const at = hearing()
      at.send('AT+CMGR=1')
      expect(at.said(said)).toBe('answer, entry AT+CMGR=1')
      return [at.said('OK', { adjacent }), at.said('OK', { adjacent: true })]
    }
    expect(text('+CMGR: 1', true)).toEqual(['answer, entry AT+CMGR=1', 'final, entry AT+CMGR=1'])
    expect(text('+CMGR: 1', false)[0]).toBe('final, entry AT+CMGR=1')
    expect(text('x +CMGR: 1', true)[0]).toBe('final, entry AT+CMGR=1')
    const gone = hearing()
    const asked = gone.send('AT+CMGR=1')
    gone.hear('+CMGR: 1')
    gone.open.remove(asked)
    expect(gone.said('OK', { adjacent: true })).toBe('final')
  })
  test('the text of a message that came by itself', () => {
    const at = hearing()
    expect(at.hear('+CMT: "1"')).toMatchObject({ kind: 'unsolicited' })
    expect(at.hear('OK', { adjacent: true })).toMatchObject({
      kind: 'unsolicited',
      header: '+CMT: "1"',
      row: { match: '+CMT:' },
    })
    expect(at.said('OK', { adjacent: true })).toBe('final')
    at.hear('+CMT: "1"')
    expect(at.said('OK')).toBe('final')
  })
  test('an older command is lost', () => {
    const at = hearing()
    at.send('AT+CFUN=1')
    at.send('AT+CSQ')
    expect(at.said('+CSQ: 9,99')).toBe('answer, entry AT+CSQ, lost AT+CFUN=1')
  })
  test('a bare number of who asked for it, but not while free text is', () => {
    const at = hearing()
    at.send('AT+CFUN=1')
    at.send('AT+CIMI')
    expect(at.said('440101234567890')).toBe('answer, entry AT+CIMI, lost AT+CFUN=1')
    const free = hearing()
    free.send('ATI')
    free.send('AT+CIMI')
    expect(free.said('440101234567890')).toBe('answer, entry ATI')
  })
  test('one to a command that was given up', () => {
    const at = hearing()
    at.open.giveUp(at.send('AT+CGPADDR'))
    expect(at.hear('+CGPADDR: 1')).toMatchObject({ lost: [], secondPhase: false })
    expect(at.said('+CGPADDR: 2')).toBe('answer, entry AT+CGPADDR')
  })
})

describe('true results', () => {
  const secondPhase = { prefix: '+CNACT:', timeoutMs: 1 }
  test('of a second phase, early, late, and once', () => {
    const at = hearing()
    const early = at.send('AT+X=1', { secondPhase })
    expect(at.said('+CNACT: 1')).toBe('answer, entry AT+X=1, secondPhase')
    early.secondPhase = '+CNACT: 1'
    expect(at.said('+CNACT: 2')).toBe('unsolicited')
    at.open.remove(early)
    const late = at.entry('AT+Y=1', { secondPhase })
    at.later.push(late)
    expect(at.said('x+CNACT: 3')).toBe('unknown')
    expect(at.said('+CNACT: 3')).toBe('answer, entry AT+Y=1, secondPhase')
  })

  const endings = { second: /^@X: /, last: /^@X: 0$/ }
  test('before the OK, and then no more', () => {
    const at = hearing()
    const entry = at.send('AT+O=1', {}, endings)
    expect(at.hear('@X: 1')).toEqual({ kind: 'answer', entry, lost: [], secondPhase: false })
    expect(entry.told).toBe(false)
    at.hear('@X: 0')
    expect(entry.told).toBe(true)
    at.open.remove(entry)
    at.ear.settled(entry, { kind: 'ok' })
    expect(at.said('@X: 0')).toBe('unknown')
  })
  test('after the OK, of the oldest until its last', () => {
    const at = hearing()
    at.ear.settled(at.entry('AT+O=1', {}, endings), { kind: 'ok' })
    at.ear.settled(at.entry('AT+O=2', {}, endings), { kind: 'ok' })
    at.ear.settled(at.entry('AT+O=3', {}, endings), { kind: 'error' })
    const heard = ['@X: 1', '@X: 0', '@X: 1', '@X: 0', '@X: 0'].map((text) => at.said(text))
    expect(heard).toEqual([
      'answer, entry AT+O=1, secondPhase',
      'answer, entry AT+O=1, secondPhase',
      'answer, entry AT+O=2, secondPhase',
      'answer, entry AT+O=2, secondPhase',
      'unknown',
    ])
  })
  test('eight are waited for', () => {
    const at = hearing()
    const results = [/^@A$/, /^@B$/, /^@C$/, /^@D$/, /^@E$/, /^@F$/, /^@G$/, /^@H$/, /^@I$/]
    for (const [i, second] of results.entries())
      at.ear.settled(at.entry(`AT+O=${i}`, {}, { second }), { kind: 'ok' })
    expect(['@A', '@B', '@I'].map((text) => at.said(text))).toEqual([
      'unknown',
      'answer, entry AT+O=1, secondPhase',
      'answer, entry AT+O=8, secondPhase',
    ])
  })
})
