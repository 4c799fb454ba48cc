import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '@core/bytes'
import { encodeFrame, type FrameHead } from '@core/cmux/frame'
import type { CmuxOptions } from '@core/cmux/session-types'
import { cmuxTimers } from '@core/cmux/timers'
import { CmuxWire } from '@core/cmux/wire'
import { ManualClock } from '../../support/manual-clock'
import { octets } from './alone'

/** The wire alone; what it told, and what it wrote as hex. */
function wire(options: Partial<CmuxOptions> = {}) {
  const clock = new ManualClock()
  const told: string[] = []
  const sent: string[] = []
  const it = new CmuxWire(
    { role: 'initiator', clock, write: async (bytes) => void sent.push(hexOf(bytes)), ...options },
    { ...cmuxTimers, wakeMs: 100 },
    {
      onFrame: ({ control, dlci }) => told.push(`${control} ${dlci}`),
      onLeft: (line) => told.push(`left ${line}`),
      onOutside: (bytes) => told.push(`outside ${hexOf(bytes)}`),
      onWriteFailure: (error) => told.push(`failed ${String(error)}`),
      onNoWake: () => told.push('no wake'),
    },
  )
  return { clock, told, sent, it, feed: (hex: string) => it.feed(octets(hex)) }
}

const ua = 'F9037301D7F9'

describe('what comes in', () => {
  test('is counted, told and traced', () => {
    const traced: string[] = []
    const trace: CmuxOptions['trace'] = (direction, { dlci }, { en }) =>
      traced.push(`${direction} ${dlci} ${en}`)
    const { it, told, feed } = wire({ trace })
    feed(`4142 ${ua} F90700FF ${ua}`)
    expect(told).toEqual(['outside 4142', 'UA 0', 'outside 0700ff', 'UA 0'])
    expect(it.counts).toEqual({
      framesIn: 2,
      framesOut: 0,
      rejected: 1,
      outsideOctets: 5,
      echoes: 0,
      lineErrors: 0,
    })
    expect(traced).toEqual([
      'in 0 Agrees, on the control channel (UA).',
      'in 0 Agrees, on the control channel (UA).',
    ])
  })

  test('a line that shows a modem in command mode is told, unless of a damaged frame', () => {
    const { it, told } = wire()
    it.feed(bytesOf('\r\nRDY\r\n'))
    expect(told).toEqual(['outside 0d0a5244590d0a', 'left RDY'])
    expect(it.lastLine).toBe('RDY')
    const other = wire()
    other.feed('F90700 0D0A5244590D0A')
    expect(other.told).toEqual(['outside 07000d0a5244590d0a'])
  })

  test('in the option that was asked for', () => {
    const { told, feed } = wire({ option: 'advanced' })
    feed('7E0373857E')
    expect(told).toEqual(['UA 0'])
  })

  test('a frame makes what stood before it noise', () => {
    const { it, told, feed } = wire()
    it.feed(bytesOf('RD'))
    feed(ua)
    it.feed(bytesOf('Y\r\n'))
    expect(told.filter((what) => what.startsWith('left'))).toEqual([])
  })
})

describe('half a frame', () => {
  test.each<[string, number[], number]>([
    ['at once', [], 240],
    ['after more octets', [150], 390],
    ['after octets late in the silence', [199.999], 439.999],
    ['after octets that a busy computer brought late', [200], 480],
    ['after octets in the last moment', [239.999], 480],
  ])('is ended by the silence behind it, %s', async (_when, more, endMs) => {
    const { clock, it, feed } = wire()
    feed('F905EF5D')
    for (const ms of more) {
      await clock.advance(ms - clock.monotonicUs() / 1000)
      feed('41')
    }
    await clock.advance(endMs - 0.001 - clock.monotonicUs() / 1000)
    expect(it.counts.rejected).toBe(0)
    await clock.advance(0.001)
    expect([it.counts.rejected, clock.pending]).toEqual([1, 0])
  })

  test('that is complete in time is a frame', async () => {
    const { clock, it, feed } = wire()
    feed('F90373')
    await clock.advance(100)
    feed('01D7F9')
    await clock.advance(1000)
    expect(it.counts).toMatchObject({ framesIn: 1, rejected: 0 })
    feed('F90373')
    await clock.advance(210)
    feed('01D7F9')
    await clock.advance(1000)
    expect(it.counts).toMatchObject({ framesIn: 2, rejected: 0 })
  })

  test('is nobody’s concern once it was stopped', async () => {
    for (const beforeMs of [10, 210]) {
      const { clock, it, told, feed } = wire()
      feed('F90373')
      await clock.advance(beforeMs)
      it.stop()
      expect(clock.pending).toBe(0)
      feed('01D7F9 F9F9F9F9')
      feed('F90373')
      expect([told, clock.pending]).toEqual([[], 0])
    }
  })
})

describe('what goes out', () => {
  test.each<['initiator' | 'responder', string[]]>([
    ['initiator', ['f9073f01def9', 'f905730174f9', 'f903ef05c301f2f9', 'f9051f0195f9']],
    ['responder', ['f9053f01bff9', 'f907730115f9', 'f901ef05c30193f9', 'f9071f01f4f9']],
  ])('has the C/R bits of the %s', async (role, expected) => {
    const { clock, it, sent } = wire({ role })
    it.command(1, 'SABM')
    it.respond(1, 'UA')
    it.message(octets('C301'))
    it.respond(1, 'DM')
    await clock.advance(1)
    expect(sent.join('')).toBe(expected.join(''))
    expect(it.counts.framesOut).toBe(4)
    expect(it.commandBit).toBe(role === 'initiator' ? 1 : 0)
  })

  test('is traced as it was put together', async () => {
    const traced: string[] = []
    const { clock, it } = wire({
      trace: (direction, { info = new Uint8Array() }, { en }) =>
        traced.push(`${direction} ${hexOf(info)} ${en}`),
    })
    const head: FrameHead = { dlci: 1, cr: 1, control: 'UIH' }
    const portions = [{ frame: head, info: [bytesOf('AT'), bytesOf('\r')] }]
    it.add({ next: () => portions.shift() })
    await clock.advance(1)
    expect(traced).toEqual(['out 41540d Channel 1, 3 octets: AT␍'])
  })

  test('not of a source that was taken away, nor once it was stopped', async () => {
    const { clock, it, sent } = wire()
    const portions = [{ frame: { dlci: 1, cr: 1, control: 'UIH' } as const, info: [] }]
    const source = { next: () => portions.shift() }
    it.add(source)
    it.remove(source)
    it.wake()
    await clock.advance(1)
    it.stop()
    it.command(1, 'SABM')
    it.wake()
    await clock.advance(1)
    expect(sent).toEqual([])
  })

  test('a port that fails is told', async () => {
    const { clock, it, told } = wire({
      write: async () => {
        throw new Error('EIO')
      },
    })
    it.command(1, 'SABM')
    await clock.advance(1)
    expect(told).toEqual(['failed Error: EIO'])
  })
})

describe('sleep', () => {
  test('begins when all has gone out; what is to be sent wakes the other side first', async () => {
    const { clock, it, sent, feed } = wire()
    it.command(1, 'SABM')
    const asleep = it.fallAsleep()
    expect(it.asleep).toBe(false)
    await clock.until(asleep)
    expect([it.asleep, sent.splice(0)]).toEqual([true, ['f9073f01def9']])
    it.command(2, 'SABM')
    await clock.advance(1)
    expect(sent.splice(0)).toEqual(['f9f9f9f9'])
    feed('F9F9')
    await clock.advance(1)
    expect([it.asleep, sent]).toEqual([false, ['f90b3f0159f9']])
  })

  test('a source that has something wakes it, too; a frame ends the sleep', async () => {
    const { clock, it, sent, feed } = wire()
    await clock.until(it.fallAsleep())
    it.wake()
    await clock.advance(1)
    expect(sent).toEqual(['f9f9f9f9'])
    feed(ua)
    expect(it.asleep).toBe(false)
  })

  test('one that does not wake is told', async () => {
    const { clock, it, told, sent } = wire()
    await clock.until(it.fallAsleep())
    it.command(1, 'SABM')
    await clock.advance(1000)
    expect([told, sent]).toEqual([['no wake'], ['f9f9f9f9', 'f9f9f9f9']])
  })

  test('not once it was stopped', async () => {
    const { clock, it } = wire()
    it.stop()
    await clock.until(it.fallAsleep())
    expect(it.asleep).toBe(false)
    const other = wire()
    await other.clock.until(other.it.fallAsleep())
    other.it.command(1, 'SABM')
    other.it.stop()
    expect(other.clock.pending).toBe(0)
  })

  test('four flags are answered, not those before a frame', async () => {
    const { clock, sent, feed } = wire()
    feed(`F9F9F9F9${ua}`)
    feed('F9F9')
    await clock.advance(1)
    expect(sent).toEqual([])
    feed('F9F9')
    await clock.advance(1)
    expect(sent).toEqual(['f9f9'])
  })
})

test('the times of a session', () => {
  expect(cmuxTimers).toEqual({
    settleMs: 300,
    startMs: 400,
    startTries: 8,
    answerMs: 400,
    answerTries: 3,
    controlMs: 500,
    wakeMs: 10_000,
    wakeStepMs: 50,
    interOctetMs: 200,
    closeDownMs: 500,
    quietMs: 100,
    pausedMs: 3000,
    keepAliveMs: 0,
  })
  expect(encodeFrame({ dlci: 0, cr: 1, control: 'SABM', pf: 1 })).toHaveLength(6)
})
