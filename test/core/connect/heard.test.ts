import { expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { Heard } from '@core/connect/steps/port-heard'
import type { ModemSession } from '@core/modem/session'
import { seenIn, type SeenLine } from '@core/words'

/** A port on which octets come and lines are read, by hand. */
function port() {
  const bytes = new Set<(octets: Uint8Array) => void>()
  const events = new Set<(event: unknown) => void>()
  const on =
    <T>(all: Set<T>) =>
    (listener: T) => {
      all.add(listener)
      return () => all.delete(listener)
    }
  const heard = new Heard({
    port: { onBytes: on(bytes) },
    on: on(events),
  } as unknown as ModemSession)
  const tell = (kind: string, text: string) => {
    for (const listener of events) listener({ kind: 'token', token: { kind, text } })
  }
  return {
    heard,
    octets: (octets: Uint8Array) => bytes.forEach((listener) => listener(octets)),
    line: (text: string) => tell('line', text),
    echo: () => tell('echo', 'AT'),
    note: () => tell('note', '\u0001'),
    row: () => events.forEach((listener) => listener({ kind: 'row' })),
    listeners: () => bytes.size + events.size,
    found() {
      const seen: SeenLine[] = []
      const { code } = heard.failure(seen)
      return { code, seen: seen.map((line) => seenIn(line, 'en')) }
    },
  }
}
const text = (length: number) => bytesOf('x'.repeat(length))

test.each([
  ['nothing', [], 'connect-silent'],
  ['text', [...text(3)], 'connect-no-modem'],
  ['one strange octet of three', [0, ...text(2)], 'connect-no-modem'],
  ['two strange octets of five', [0, 0, ...text(3)], 'connect-noise'],
  ['the first that is text', [0x20], 'connect-no-modem'],
  ['the last that is text', [0x7e], 'connect-no-modem'],
  ['ends of lines', [0x0d, 0x0a], 'connect-no-modem'],
  ['a tab', [0x09], 'connect-no-modem'],
  ['one before text', [0x1f], 'connect-noise'],
  ['one behind text', [0x7f], 'connect-noise'],
  ['high octets', [0x80, 0xff], 'connect-noise'],
])('%s', (_, octets, code) => {
  const side = port()
  side.octets(Uint8Array.from(octets))
  expect(side.found().code).toBe(code)
})

test.each([
  ['no text', 0, 0, 1, 'connect-noise'],
  ['as much text as none', 0, 1, 1, 'connect-no-modem'],
  ['as much echo as no text', 1, 0, 1, 'connect-echo-only'],
  ['echo alone', 2, 0, 0, 'connect-echo-only'],
  ['echo and text', 1, 1, 0, 'connect-no-modem'],
  ['echo and text, and more without text', 1, 1, 3, 'connect-noise'],
] as const)('lines: %s', (_, echoes, readable, unreadable, code) => {
  const side = port()
  side.octets(text(10))
  for (let left = echoes; left > 0; left--) side.echo()
  for (let left = readable; left > 0; left--) side.line('login:')
  for (let left = unreadable; left > 0; left--) side.line('\u0001\u0002')
  side.note()
  side.row()
  expect(side.found().code).toBe(code)
})

test.each([
  ['123456789\u0001', ['123456789\u0001']],
  ['12345678\u0001\u0001', []],
  [' ~ ~ ~ ~ ~', [' ~ ~ ~ ~ ~']],
  ['1234567890\u007f\u007f', []],
  ['x'.repeat(200), ['x'.repeat(200)]],
  ['x'.repeat(201), [`${'x'.repeat(200)}…`]],
])('a line “%s” is shown as %j', (line, seen) => {
  const side = port()
  side.octets(text(10))
  side.echo()
  side.line(line)
  side.line('login:')
  expect(side.found().seen).toEqual([...seen, 'login:'])
})

test('the last eight lines are shown', () => {
  const side = port()
  side.octets(text(10))
  for (let number = 1; number <= 9; number++) side.line(`line ${number}`)
  expect(side.found().seen).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((number) => `line ${number}`))
})

test('listens to nothing once it is stopped', () => {
  const side = port()
  expect(side.listeners()).toBe(2)
  side.heard.stop()
  expect(side.listeners()).toBe(0)
})
