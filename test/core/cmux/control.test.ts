import { describe, expect, test } from 'vitest'
import { fromHex, hexOf } from '@core/bytes'
import { CmuxChannel } from '@core/cmux/channel'
import { ControlChannel } from '@core/cmux/control'
import { cmuxTimers } from '@core/cmux/timers'
import { quiet } from '@core/cmux/values'
import { Waits } from '@core/cmux/waits'
import { ManualClock, settle } from '../../support/manual-clock'

/** A control channel and everything it did, in order. Channel 1 is there, no other. */
function control() {
  const clock = new ManualClock()
  const did: string[] = []
  const waits = new Waits<string>(clock)
  const counts = {
    framesIn: 0,
    framesOut: 0,
    rejected: 0,
    outsideOctets: 0,
    echoes: 0,
    lineErrors: 0,
  }
  const it = new ControlChannel({
    waits,
    timers: { ...cmuxTimers, controlMs: 100, answerTries: 3 },
    counts,
    maxInfo: 128,
    channels: {
      agree: (dlci, maxInfo) => did.push(`N1 of ${dlci} is ${maxInfo}`),
      get: (dlci) =>
        dlci === 1
          ? { status: ({ signals }) => did.push(`status ${signals.rtc ? 'RTC' : '-'}`) }
          : undefined,
      stopAll: (stopped) => did.push(stopped ? 'all stopped' : 'all go'),
    },
    send: (info) => did.push(hexOf(info)),
    note: (severity, { en }) => did.push(`${severity}: ${en}`),
    closedByPeer: () => did.push('closed'),
    sleep: () => did.push('sleep'),
  })
  const receive = (hex: string) => it.receive(fromHex(hex) ?? new Uint8Array())
  return { clock, did, waits, counts, it, receive }
}

describe('commands of the other side', () => {
  test.each<[string, string, string[]]>([
    ['MSC', 'E3050705', ['e1050705', 'status RTC']],
    ['MSC of a channel that is none', 'E3050B05', ['e1050b05']],
    ['MSC too short', 'E30307', ['e10307']],
    ['TEST', '2305AABB', ['2105aabb']],
    ['FCoff', '6301', ['6101', 'all stopped']],
    ['FCon', 'A301', ['a101', 'all go']],
    ['CLD', 'C301', ['c101', 'closed']],
    ['PSC', '4301', ['4101', 'sleep']],
    ['RPN that asks', '93030B', ['91110b07030011130000']],
    ['RPN that sets', '93070B0603', ['91070b0603']],
    ['RPN of nothing', '9301', ['9101']],
    [
      'RLS',
      '53050707',
      ['51050707', 'warning: The modem saw line errors on channel 1: overrun, parity.'],
    ],
    ['RLS without errors', '53050700', ['51050700']],
    ['RLS too short', '530307', ['510307']],
    ['PN', '8311 02 00 07 0A 4000 03 02', ['N1 of 2 is 64', '8111020007' + '0a40000302']],
    ['PN above ours', '8311 02 00 07 0A 8100 03 02', ['N1 of 2 is 128', '81110200070a80000302']],
    ['PN of nothing', '8311 02 00 07 0A 0000 03 02', ['N1 of 2 is 1', '81110200070a01000302']],
    ['PN for I frames', '8311 02 12 07 0A 4000 03 02', ['N1 of 2 is 64', '81110210070a40000302']],
    ['PN too short', '830302', ['110383']],
    ['NSC', '130343', ['110313']],
    ['SNC', 'D301', ['1103d3']],
    ['an unknown one', '0B01', ['11030b']],
    [
      'octets that are none',
      'A301 E2',
      [
        'a101',
        'all go',
        'warning: A control frame holds octets that are no message (wrong type octet).',
      ],
    ],
  ])('%s', (_what, hex, expected) => {
    const { did, receive } = control()
    receive(hex)
    expect(did).toEqual(expected)
  })

  test('FCoff holds for channels to come', () => {
    const { it, receive } = control()
    expect(it.allStopped).toBe(false)
    receive('6301')
    expect(it.allStopped).toBe(true)
    receive('A301')
    expect(it.allStopped).toBe(false)
  })

  test('line errors are counted, each', () => {
    const { counts, receive } = control()
    receive('5305070F')
    receive('53050703')
    expect(counts.lineErrors).toBe(4)
  })
})

describe('commands of ours', () => {
  test.each<[string, string, string | undefined, string[]]>([
    ['its name', 'C101', 'CLD', []],
    ['NSC, with C/R', '1103C3', 'NSC', ['notice: The modem does not support CLD (NSC).']],
    ['NSC, without', '1103C1', 'NSC', ['notice: The modem does not support CLD (NSC).']],
    ['NSC, without EA', '1103C0', 'NSC', ['notice: The modem does not support CLD (NSC).']],
    ['NSC of another', '110343', undefined, ['notice: The modem does not support PSC (NSC).']],
    ['NSC of nothing', '1101', undefined, ['notice: The modem does not support unknown (NSC).']],
    ['another name', '2101', undefined, []],
    ['a command', '2301', undefined, ['2101']],
  ])('CLD answered by %s', async (_what, hex, answer, more) => {
    const { clock, did, it, receive } = control()
    let said: string | undefined
    const asking = it.request('CLD', new Uint8Array(), 'CLD').then((answered) => (said = answered))
    await clock.advance(50)
    receive(hex)
    await settle()
    expect([said, did]).toEqual([answer, ['c301', ...more]])
    await clock.until(asking)
  })

  test('are sent three times, and no more once nobody wants them', async () => {
    const { clock, did, it } = control()
    const times: number[] = []
    expect(await clock.until(it.request('PSC', new Uint8Array(), 'PSC'), 1000, 1)).toBeUndefined()
    expect([did.splice(0), clock.monotonicUs()]).toEqual([['4301', '4301', '4301'], 300_000])
    let left = 2
    await clock.until(it.request('PSC', new Uint8Array(), 'PSC', () => left-- > 0))
    expect([did, times]).toEqual([['4301', '4301'], []])
  })

  test('PN proposes our N1, and holds as answered', async () => {
    const { clock, did, it, receive } = control()
    const settled = it.negotiate(3)
    await settle()
    receive('8111 02 00 07 0A 4000 03 00')
    receive('810302')
    await clock.advance(100)
    receive('8111 03 00 07 0A 4000 03 00')
    await settled
    expect(did).toEqual([
      '83110300070a80000300',
      'N1 of 2 is 64',
      '83110300070a80000300',
      'N1 of 3 is 64',
    ])
  })

  test.each([
    ['2101', true],
    ['110323', true],
    [undefined, false],
  ])('TEST with the answer %s says that somebody is there: %s', async (hex, there) => {
    const { clock, did, it, receive } = control()
    const answered = it.probe()
    if (hex !== undefined) receive(hex)
    expect(await clock.until(answered)).toBe(there)
    did.splice(0)
    void it.probe()
    expect(did).toEqual(['230f62656e63682032'])
  })

  test.each([
    ['6101', true, true],
    ['A101', true, false],
    ['110363', true, false],
    ['A101', false, true],
    ['6101', false, false],
    [undefined, true, false],
  ])('the answer %s to a stop (%s) is one: %s', async (hex, stopped, answer) => {
    const { clock, did, it, receive } = control()
    const asking = it.holdOff(stopped)
    await settle()
    if (hex !== undefined) receive(hex)
    expect(await clock.until(asking)).toBe(answer)
    expect(did[0]).toBe(stopped ? '6301' : 'a301')
  })

  test('what came later ends the repeats of what came before', async () => {
    const { clock, did, it } = control()
    const stop = it.holdOff(true)
    await clock.advance(50)
    const go = it.holdOff(false)
    await clock.until(Promise.all([stop, go]))
    expect(did).toEqual(['6301', 'a301', 'a301', 'a301'])
  })
})

describe('our signals', () => {
  function told() {
    const all = control()
    const channel = new CmuxChannel(
      {
        clock: all.clock,
        pausedMs: 3000,
        commandBit: 1,
        wake: () => {},
        tellSignals: (one) => all.it.tellSignals(one),
        drained: () => {},
        disconnect: async () => {},
      },
      2,
      31,
    )
    return { ...all, channel }
  }

  test.each([
    ['repeated', 'E1050B0D', true],
    ['repeated with other reserved bits', 'E1050B3D', true],
    ['repeated with a break', 'E1070B0D01', true],
    ['refused', '1103E3', true],
    ['of another channel', 'E105070D', false],
    ['FC', 'E1050B0F', false],
    ['no RTC', 'E1050B09', false],
    ['no RTR', 'E1050B05', false],
    ['IC', 'E1050B4D', false],
    ['DV', 'E1050B8D', false],
    ['nothing', 'E101', false],
  ])('%s: heard %s', async (_what, hex, heard) => {
    const { clock, it, channel, receive } = told()
    let answer: boolean | undefined
    const telling = it.tellSignals(channel).then((is) => (answer = is))
    await settle()
    receive(hex)
    await settle()
    expect(answer).toBe(heard ? true : undefined)
    await clock.until(telling)
  })

  test('without answer are told three times, and then that they were not', async () => {
    const { clock, did, it, channel } = told()
    expect(await clock.until(it.tellSignals(channel))).toBe(false)
    expect(did).toEqual([
      'e3050b0d',
      'e3050b0d',
      'e3050b0d',
      'warning: The modem does not answer the signals of channel 2 (MSC).',
    ])
  })

  test('changed meanwhile are told behind the answer to the old ones, to both who wait', async () => {
    const { clock, did, it, channel, receive } = told()
    const one = it.tellSignals(channel)
    await settle()
    const two = channel.setSignals({ dv: true })
    await settle()
    expect(did).toEqual(['e3050b0d'])
    receive('E1050B0D')
    await settle()
    expect(did).toEqual(['e3050b0d', 'e3050b8d'])
    receive('E1050B8D')
    expect(await Promise.all([one, two])).toEqual([true, true])
    const three = it.tellSignals(channel)
    expect(did).toHaveLength(3)
    await clock.until(three)
  })

  test('changed meanwhile are not repeated in their old form', async () => {
    const { clock, did, it, channel } = told()
    const one = it.tellSignals(channel)
    await settle()
    void channel.setSignals({ dv: true })
    await clock.until(one)
    expect(did.slice(0, 4)).toEqual(['e3050b0d', 'e3050b8d', 'e3050b8d', 'e3050b8d'])
  })

  test('of a channel that is over are told no more, and nobody complains', async () => {
    const { clock, did, it, channel } = told()
    const one = it.tellSignals(channel)
    await settle()
    channel.finish({ reason: 'closed' })
    expect(await clock.until(one)).toBe(false)
    expect(did).toEqual(['e3050b0d'])
    expect(channel.signals).toEqual({ ...quiet, rtc: true, rtr: true })
  })
})
