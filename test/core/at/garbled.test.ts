import { expect, test } from 'vitest'
import { AtBench, outcome } from '../../support/at-bench'

/** Sends it to a modem that says this, and tells how that ended: fault, its English, the notes in the log. */
async function sent(command: string, says: string, options = {}) {
  const bench = new AtBench()
  bench.modem = () => says
  const reply = bench.send(command, { timeoutMs: 1000, ...options })
  const told = reply.catch((error: unknown) => (error as Error).message)
  const code = await bench.clock.until(outcome(reply))
  const notes = bench.tokens.flatMap((token) => (token.kind === 'note' ? [token.note] : []))
  return { code, told: await told, notes }
}

test.each([
  ['its echo has a broken letter', 'AT+CPIN\x9a\r\r\n', /AT\+CPIN\? came back as AT\+CPIN\\x9a\./],
  ['its OK has one', 'AT+CPIN?\r\r\n+CPIN: READY\r\n\r\nO\xcb\r\n', /O\\xcb arrived where/],
  ['nothing that came can be read', '\xe5\xfa\x80\x1c\r\n', /\\xe5\\xfa\\x80␜ arrived where/],
])('a command is not said to be unanswered where %s', async (_, says, words) => {
  const { code, told, notes } = await sent('AT+CPIN?', says)
  expect(code).toBe('at-garbled')
  expect(told).toMatch(/^Characters arrive broken/)
  expect(told).toMatch(words)
  expect(told).toMatch(/AT\+CPIN\?: no final result in 1 s\.$/)
  expect(notes).toEqual(['garbled'])
})

test.each([
  ['silence', ''],
  ['its echo alone', 'AT+CPIN?\r\r\n'],
  ['frames of PPP', '~\xff}#\xc0!}!}!} }8\r\n'],
  ['frames of the multiplexer', '\xf9\x03\xef\x01\r\n'],
  ['another line that can be read', 'Booting\r\n'],
])('%s is no sign of broken letters', async (_, says) => {
  const { code, notes } = await sent('AT+CPIN?', says)
  expect([code, notes]).toEqual(['at-timeout', ['timed-out']])
})

test('a line that came broken before the command was sent says nothing of it', async () => {
  const bench = new AtBench()
  bench.say('\xe5\xfa\x80\x1c\r\n')
  const reply = bench.send('AT+CPIN?', { timeoutMs: 1000 })
  expect(await bench.clock.until(outcome(reply))).toBe('at-timeout')
})

test('broken letters with a result in time are no failure', async () => {
  const { code } = await sent('AT+CPIN?', 'AT+CPIN\x9a\r\r\n+CPIN: READY\r\n\r\nOK\r\n')
  expect(code).toBe('ok')
})

test('what came of a PIN is not quoted', async () => {
  const echo = await sent('AT+CPIN="1234"', 'AT+CPIN="12\xb34"\r\r\n')
  const line = await sent('AT+CPIN="1234"', '"1234\xb3\xf0\xf1\x80\x81\r\n')
  for (const { code, told } of [echo, line]) {
    expect(code).toBe('at-garbled')
    expect(told).not.toMatch(/12|34/)
  }
})

test('of a long line that cannot be read the beginning is quoted', async () => {
  const { told } = await sent('AT+CPIN?', `${'\xe5x'.repeat(1000)}\r\n`)
  expect(told).toMatch(/ (?:\\xe5x){30}… arrived where/)
})
