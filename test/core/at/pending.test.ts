import { asksDigits, Pending } from '@core/at/pending'
import { CommandQueue } from '@core/at/queue'
import type { SendOptions } from '@core/at/send-options'
import { describe, expect, test } from 'vitest'

let last = 0
const pending = (command: string, options: SendOptions = {}) =>
  new Pending(++last, command, options)

describe('a command that is asked for', () => {
  test.each<[command: string, options: SendOptions, said: object]>([
    [
      'AT+CSQ',
      {},
      {
        priority: 'wizard',
        poll: false,
        prompt: 'none',
        timeoutMs: 5000,
        secret: false,
        coalesceKey: 'AT+CSQ',
        promptText: '> ',
      },
    ],
    [
      'AT+CSQ',
      { priority: 'poll', coalesce: 'signal' },
      { priority: 'poll', poll: true, coalesceKey: 'signal' },
    ],
    ['AT+CSQ', { timeoutMs: 7 }, { timeoutMs: 7 }],
    ['AT+CSQ', { payload: new Uint8Array(1) }, { prompt: 'wanted', prompts: false }],
    ['AT+CMGS=1', {}, { prompt: 'open', prompts: true }],
    ['AT+CMGS=1', { payload: new Uint8Array(1) }, { prompt: 'wanted' }],
    ['AT+CMGS=1', { prompt: '@' }, { promptText: '@' }],
    ['AT+CPIN=1', {}, { secret: true, shown: 'AT+CPIN=…' }],
    ['AT+CPIN=1', { secret: false }, { secret: false, shown: 'AT+CPIN=1' }],
  ])('%s with %o', (command, options, said) => {
    expect(pending(command, options)).toMatchObject(said)
  })
  test('an answer that is missing where one is asked for', async () => {
    const empty = async (command: string, lines: string[], final: Pending['final']) => {
      const entry = pending(command)
      entry.lines.push(...lines)
      entry.final = final
      const reply = entry.wait(undefined, () => undefined)
      entry.resolve()
      return (await reply).emptyAnswer
    }
    expect(await empty('AT+CEREG?', [], { kind: 'ok' })).toBe(true)
    expect(await empty('AT+CEREG?', ['+CEREG: 0,1'], { kind: 'ok' })).toBe(undefined)
    expect(await empty('AT+CEREG?', [], { kind: 'error' })).toBe(undefined)
    expect(await empty('AT+CEREG=1', [], { kind: 'ok' })).toBe(undefined)
  })
  test('nobody listens for what was called off once it is settled', async () => {
    const control = new AbortController()
    const entry = pending('AT')
    let alone = 0
    const reply = entry.wait(control.signal, () => alone++)
    entry.final = { kind: 'ok' }
    entry.resolve()
    expect((await reply).ok).toBe(true)
    control.abort()
    expect(alone).toBe(0)
  })
  test('the last of those who wait calls it off', async () => {
    const controls = [new AbortController(), new AbortController()]
    const entry = pending('AT')
    let alone = 0
    const replies = controls.map(({ signal }) => entry.wait(signal, () => alone++))
    const failed = replies.map((reply) =>
      expect(reply).rejects.toMatchObject({ code: 'at-cancelled' }),
    )
    controls[0]?.abort()
    expect(alone).toBe(0)
    controls[1]?.abort()
    expect(alone).toBe(1)
    await Promise.all(failed)
  })
  test.each([
    ['ATV0', true],
    ['ate0v0', true],
    ['ATV0E0', true],
    ['ATE0Q0V0', true],
    ['ATV1', false],
    ['ATV00', false],
    ['AT+X="V0"', false],
    ['AT+CSQ;V0', false],
    ['x ATV0', false],
  ])('%s asks for results in digits: %s', (command, is) => {
    expect(asksDigits(command)).toBe(is)
  })
})

test('commands wait in the order of who asks, and of their asking', () => {
  const queue = new CommandQueue()
  const poll = pending('P', { priority: 'poll' })
  const [one, two] = [pending('1'), pending('2')]
  const user = pending('U', { priority: 'user' })
  for (const entry of [poll, one, two, user]) queue.add(entry)
  expect(queue.length).toBe(4)
  expect(queue.findPoll('P')).toBe(poll)
  expect(queue.findPoll('1')).toBe(undefined)
  expect([queue.remove(one), queue.remove(one)]).toEqual([true, false])
  expect(queue.shift()).toBe(user)
  expect(queue.drain((entry) => entry.poll)).toEqual([poll])
  expect(queue.length).toBe(1)
  expect(queue.drain()).toEqual([two])
  expect(queue.shift()).toBe(undefined)
})
