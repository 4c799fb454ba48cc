import { expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { ReplReader, type ReplEvent } from '@platform/micropython/repl-reader'

const talk =
  '\r\n>>> \r\nraw REPL; CTRL-B to exit\r\n>' +
  'OKhello\r\n\x04Traceback (most recent call last):\r\nValueError: bad pin\r\n\x04>'

/** What is read from the talk when it is cut at one place; output is joined. */
function readCutAt(cut: number): string[] {
  const reader = new ReplReader()
  const events: ReplEvent[] = []
  const greeting = talk.indexOf('OK')
  const pieces = [talk.slice(0, greeting), talk.slice(greeting)].flatMap((part, at) => {
    const within = cut - (at === 0 ? 0 : greeting)
    return within > 0 && within < part.length ? [part.slice(0, within), part.slice(within)] : [part]
  })
  let fed = 0
  for (const piece of pieces) {
    if (fed === greeting) reader.codeSent()
    events.push(...reader.feed(bytesOf(piece)))
    fed += piece.length
  }
  const printed = events.flatMap((event) => (event.kind === 'output' ? [latin1(event.bytes)] : []))
  return [
    ...events.flatMap((event) =>
      event.kind === 'done' ? [event.error] : event.kind === 'output' ? [] : [event.kind],
    ),
    printed.join(''),
  ]
}

test('reads greeting, output and traceback wherever the talk is cut', () => {
  for (let cut = 1; cut < talk.length; cut++)
    expect(readCutAt(cut)).toEqual([
      'ready',
      'accepted',
      'Traceback (most recent call last):\r\nValueError: bad pin',
      'hello\r\n',
    ])
})

test('passes over what a program prints, and finds the greeting behind it', () => {
  const reader = new ReplReader()
  expect(reader.feed(bytesOf('temperature 23\r\n\x04>>> OK\x04'))).toEqual([])
  expect(reader.feed(bytesOf('raw REPL; CTRL-B to exit\r\n>'))).toEqual([{ kind: 'ready' }])
})
