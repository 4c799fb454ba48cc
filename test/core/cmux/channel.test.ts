import { describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { CmuxChannel } from '@core/cmux/channel'
import { quiet, ready } from '@core/cmux/values'
import { faultCode } from '@core/fault'
import { quoted } from '@core/words'
import { ManualClock, settle } from '../../support/manual-clock'

/** A channel, what it asked of its session, and what it said. */
function channel() {
  const clock = new ManualClock()
  const did: string[] = []
  const it = new CmuxChannel(
    {
      clock,
      pausedMs: 3000,
      commandBit: 1,
      wake: () => did.push('wake'),
      tellSignals: async ({ signals }) => {
        const on = Object.entries(signals).flatMap(([name, is]) => (is ? [name] : []))
        did.push(`tell ${on.join(' ')}`)
        return true
      },
      drained: () => did.push('drained'),
      disconnect: async () => void did.push('disconnect'),
    },
    5,
    4,
  )
  return { clock, did, it }
}

const octets = (length: number) => new Uint8Array(length)
/** Everything that was told, and a way to end the listening. */
function listening(it: CmuxChannel) {
  const got: string[] = []
  const leave = it.onBytes((bytes) => got.push(latin1(bytes)))
  return { got, leave }
}

describe('sending', () => {
  test('a frame takes as much as N1 says', async () => {
    const { it, did } = channel()
    void it.write(bytesOf('abcdef'))
    expect([did, it.queuedOctets, it.sending]).toEqual([['wake'], 6, true])
    const one = it.next()
    expect(one).toEqual({ frame: { dlci: 5, cr: 1, control: 'UIH' }, info: [bytesOf('abcd')] })
    it.maxInfo = 9
    const two = it.next()
    expect(two?.info).toEqual([bytesOf('ef')])
    expect([it.next(), it.queuedOctets, it.sending]).toEqual([undefined, 0, true])
    two?.taken?.()
    expect([did, it.sending]).toEqual([['wake', 'drained'], false])
  })

  test('is over when all has left, not before', async () => {
    const { it, did } = channel()
    void it.write(bytesOf('abcd'))
    const one = it.next()
    void it.write(bytesOf('ef'))
    one?.taken?.()
    expect(did).toEqual(['wake', 'wake'])
    it.next()?.taken?.()
    expect(did).toEqual(['wake', 'wake', 'drained'])
  })

  test('nothing is nothing to send', async () => {
    const { it, did } = channel()
    await it.write(octets(0))
    expect([did, it.sending]).toEqual([[], false])
  })

  test.each<[string, (it: CmuxChannel) => void, boolean]>([
    ['by nothing', () => {}, true],
    ['by FCoff', (it) => it.stopAll(true), false],
    ['until it is ready', (it) => it.holdUntilReady(), false],
    [
      'no more once it is about to be closed',
      (it) => {
        it.holdUntilReady()
        it.waitNoMore()
      },
      true,
    ],
  ])('is held back %s', (_by, happens, goes) => {
    const { it } = channel()
    void it.write(bytesOf('a'))
    happens(it)
    expect(it.next() !== undefined).toBe(goes)
  })

  test('a pause is told', async () => {
    const { it, clock } = channel()
    const pauses: unknown[] = []
    const leave = it.onPaused((pause) => pauses.push(pause))
    it.stopAll(true)
    await clock.advance(3000)
    expect(it.paused).toBe('all channels')
    it.stopAll(false)
    leave()
    it.stopAll(true)
    await clock.advance(3000)
    expect(pauses).toEqual(['all channels', undefined])
  })
})

describe('receiving', () => {
  test('goes to everyone who listens, until they leave', () => {
    const { it, did } = channel()
    const one = listening(it)
    const two = listening(it)
    it.receive(bytesOf('a'))
    it.receive(octets(0))
    one.leave()
    it.receive(bytesOf('b'))
    expect([one.got, two.got, did]).toEqual([['a'], ['a', 'b'], []])
  })

  test.each([
    [32_767, []],
    [32_768, ['tell fc rtc rtr', 'tell rtc rtr']],
  ])('%i octets that nobody read: told so', async (length, told) => {
    const { it, did } = channel()
    it.receive(octets(length - 1))
    it.receive(octets(0))
    it.receive(bytesOf('x'))
    const { got } = listening(it)
    expect([got.length, got[1]]).toEqual([2, 'x'])
    it.receive(bytesOf('y'))
    listening(it)
    expect(did).toEqual(told)
  })

  test('the other side is told once', () => {
    const { it, did } = channel()
    it.receive(octets(40_000))
    it.receive(octets(40_000))
    expect(did).toEqual(['tell fc rtc rtr'])
  })

  test('beyond a MiB that nobody reads it is over', () => {
    const { it } = channel()
    const ends: unknown[] = []
    it.onEnd((end) => ends.push(end))
    it.receive(octets(1024 * 1024))
    expect(it.open).toBe(true)
    it.receive(octets(1))
    expect(ends).toEqual([
      {
        reason: 'failed',
        detail: {
          en: 'Nobody reads this channel, and it was not paused.',
          ja: 'このチャネルの受信データが読み出されず、停止もされませんでした。',
        },
      },
    ])
  })

  test('what was read counts no more', () => {
    const { it, did } = channel()
    it.receive(octets(30_000))
    listening(it).leave()
    it.receive(octets(30_000))
    expect(did).toEqual([])
  })

  test('what was held is given to who comes after the end, and nobody is told', () => {
    const { it, did } = channel()
    it.receive(octets(40_000))
    it.finish({ reason: 'gone' })
    it.receive(bytesOf('late'))
    expect(listening(it).got).toEqual([])
    expect(did).toEqual(['tell fc rtc rtr'])
  })
})

describe('signals', () => {
  test('are ours, as they were changed', async () => {
    const { it, did } = channel()
    expect(it.signals).toEqual(ready)
    expect(await it.setSignals({ ic: true })).toBe(true)
    await it.lines.set({ dtr: false, rts: true })
    expect(it.signals).toEqual({ ...quiet, rtr: true, ic: true })
    await it.lines.set({ dtr: true, rts: false })
    expect(did).toEqual(['tell rtc rtr ic', 'tell rtr ic', 'tell rtc ic'])
    expect(await it.lines.get()).toEqual({ dtr: true, rts: false })
  })

  test.each([
    [{}, {}],
    [{ rtr: true }, { cts: true }],
    [{ rtc: true }, { dsr: true }],
    [{ dv: true }, { dcd: true }],
    [{ ic: true }, { ri: true }],
  ])('of the other side, %o, are the lines %o', (signals, lines) => {
    const { it } = channel()
    const seen: unknown[] = []
    const leave = it.onLines((now) => seen.push(now))
    it.status({ dlci: 5, signals: { ...quiet, ...signals } })
    const all = { dtr: true, rts: true, cts: false, dsr: false, dcd: false, ri: false, ...lines }
    expect([it.lineStates, seen]).toEqual([all, [all]])
    leave()
    it.status({ dlci: 5, signals: quiet })
    expect(seen).toHaveLength(1)
  })
})

describe('the end', () => {
  test('is told once, to who listened and to who asks later', async () => {
    const { it } = channel()
    const said: string[] = []
    it.onEnd(({ reason }) => said.push(`one ${reason}`))
    it.onEnd(() => said.push('left'))()
    it.finish({ reason: 'gone' })
    it.finish({ reason: 'closed' })
    it.onEnd(({ reason }) => said.push(`two ${reason}`))
    expect([said, it.open]).toEqual([['one gone', 'two gone'], false])
  })

  test.each([
    [undefined, 'cmux 5'],
    [quoted('DISC'), 'DISC'],
  ])('with the detail %s fails what waits', async (detail, said) => {
    const { it } = channel()
    const writing = it.write(bytesOf('a'))
    it.finish({ reason: 'gone', ...(detail ? { detail } : {}) })
    await expect(writing).rejects.toMatchObject({ code: 'port-closed', detail: said })
  })

  test('leaves nothing to do', async () => {
    const { it, did, clock } = channel()
    it.stopAll(true)
    await it.close()
    it.finish({ reason: 'closed' })
    await it.close()
    expect([did, clock.pending]).toEqual([['disconnect'], 0])
    for (const late of [it.write(bytesOf('a')), it.setSignals({ fc: true })])
      await expect(late).rejects.toMatchObject({ code: 'port-closed', detail: 'cmux 5' })
    expect(await it.write(octets(0)).catch(faultCode)).toBe('port-closed')
    await settle()
    expect(did).toEqual(['disconnect'])
  })
})
