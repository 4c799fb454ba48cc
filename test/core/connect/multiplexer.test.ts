import { describe, expect, test } from 'vitest'
import { concat, hexOf } from '@core/bytes'
import { closeDown } from '@core/cmux/close-down'
import { decodeCmuxStream } from '@core/cmux/frames'
import { ManualClock } from '../../support/manual-clock'
import { connectBench, soracom, stepOf } from '../../support/connect-bench'

type Bench = Awaited<ReturnType<typeof connectBench>>

const sentBy = (bench: Bench, from = 0) =>
  bench.wire
    .slice(from)
    .filter(({ dir }) => dir === 'tx')
    .map(({ bytes }) => bytes)

/** The frames of control that went out, in order: `DISC 1`, `CLD`. */
function endingOf(bench: Bench): string[] {
  const { frames } = decodeCmuxStream(sentBy(bench))
  return frames.flatMap(({ control, dlci, message }) => {
    if (control === 'DISC') return [`DISC ${dlci}`]
    return message?.name === 'CLD' && message.command ? ['CLD'] : []
  })
}

/** How long something took on the clock, ms. */
async function took(clock: ManualClock, running: Promise<unknown>): Promise<number> {
  const startUs = clock.monotonicUs()
  await clock.until(running, 120_000)
  return (clock.monotonicUs() - startUs) / 1000
}

describe.each(['', '?mux=advanced', '?mux-late=on', '?mux=advanced&mux-late=on'])(
  'sim7672%s over the multiplexer',
  (options) => {
    test('connects twice in a row: the first ends it in order', async () => {
      const bench = await connectBench(`sim:sim7672${options}`)
      const first = await bench.connect({ cmux: true })
      expect(first.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
      await bench.reopen()
      expect(bench.modem.muxed).toBe(false)
      expect(endingOf(bench)).toEqual(['DISC 1', 'DISC 2', 'CLD'])
      const second = await bench.connect({ cmux: true })
      expect(second.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
      await bench.close()
    })

    test('connects again, and soon, after a program that was killed', async () => {
      const bench = await connectBench(`sim:sim7672${options}`)
      await bench.connect({ cmux: true })
      await bench.killAndReopen()
      expect(bench.modem.muxed).toBe(true)
      const second = await bench.connect({ cmux: true })
      expect(second.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
      expect(stepOf(second, 'port')?.ms).toBeLessThan(10_000)
      await bench.close()
    })
  },
)

describe('a connection that fails in the multiplexer', () => {
  type Modem = Bench['modem']
  test.each([
    ['the account is refused', { password: 'wrong', auth: 'pap' }, undefined, 'ppp'],
    ['the modem leaves the network at the dial', {}, ({ radio }: Modem) => radio.detach(), 'dial'],
    [
      'the cell is lost at the dial, which takes a while',
      {},
      ({ faults }: Modem) => faults.loseCells(),
      'ppp',
    ],
  ] as const)('leaves none on: %s', async (_why, target, plant, step) => {
    const bench = await connectBench()
    if (plant) bench.whenBegins('dial', () => plant(bench.modem))
    const end = await bench.connect({ ...target, cmux: true })
    expect(end.verdict).toMatchObject({ result: 'failed', mode: 'command', step })
    expect(bench.modem.muxed).toBe(false)
    expect(endingOf(bench)).toEqual(['DISC 1', 'DISC 2', 'CLD'])
    const reply = await bench.clock.until(bench.session.ask('AT'), 10_000)
    expect(reply.ok).toBe(true)
    await bench.close()
  })

  test('closes in about 3 s where the modem has died meanwhile', async () => {
    const bench = await connectBench()
    await bench.connect({ cmux: true, pingHost: '' })
    bench.modem.faults.hang(true)
    expect(await took(bench.clock, bench.session.close())).toBeLessThan(3500)
    expect(endingOf(bench)).toContain('CLD')
  })
})

describe('the frames of the multiplexer', () => {
  test.each([
    ['basic', true, 0],
    ['advanced', true, 1],
    ['both', true, 0],
    ['both', 'basic', 0],
    ['both', 'advanced', 1],
  ] as const)('where %s is offered and %s asked for: mode %i', async (mux, cmux, mode) => {
    const bench = await connectBench(`sim:sim7672?mux=${mux}`)
    const end = await bench.connect({ cmux })
    expect(end.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
    const asked = sentBy(bench).map((bytes) => Buffer.from(bytes).toString('latin1'))
    const set = asked.find((text) => /^AT\+CMUX=\d/.test(text))
    expect(set).toMatch(new RegExp(`^AT\\+CMUX=${mode}`))
    await bench.close()
  })

  test.each([
    ['error-recovery', true, /error recovery \(2\), which is not supported/, /エラー回復/],
    ['basic', 'advanced', /offers basic \(0\); advanced \(1\) was asked for/, /拡張（1）/],
  ] as const)('where only %s is offered and %s asked for: why not', async (mux, cmux, en, ja) => {
    const bench = await connectBench(`sim:sim7672?mux=${mux}`)
    const end = await bench.connect({ cmux })
    expect(end.verdict).toMatchObject({ result: 'failed', reason: 'cmux-not-supported' })
    expect(JSON.stringify(end.verdict)).toMatch(en)
    expect(JSON.stringify(end.verdict)).toMatch(ja)
    const asked = sentBy(bench).map((bytes) => Buffer.from(bytes).toString('latin1'))
    expect(asked.filter((text) => /^AT\+CMUX=\d/.test(text))).toEqual([])
    await bench.close()
  })
})

test.each(['auto', 'pap'] as const)(
  'a login that is refused (%s) is the reason, not the carrier that falls then',
  async (auth) => {
    const bench = await connectBench()
    const end = await bench.connect({ password: 'wrong', auth, cmux: true })
    expect(end.verdict).toMatchObject({ result: 'failed', reason: 'link-auth-refused' })
    await bench.close()
  },
)

describe('where nobody chose', () => {
  const chosen = { cmux: 'auto' } as const
  const multiplexed = (bench: Bench) =>
    sentBy(bench).some((bytes) => Buffer.from(bytes).toString('latin1').startsWith('AT+CMUX='))

  test('a modem that is known to have the multiplexer keeps AT while connected', async () => {
    const bench = await connectBench('sim:sim7672')
    const end = await bench.connect(chosen)
    expect(end.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
    await bench.close()
  })

  test.each([
    ['sim:sim5320', 'has no such command'],
    ['sim:sim7672?mux=error-recovery', 'offers none that is known here'],
    ['sim:sim7672?mux-silent=on', 'accepts it, and answers none of its frames'],
  ])('%s %s: it is dialled without, and that is said', async (port) => {
    const bench = await connectBench(port)
    const end = await bench.connect(chosen)
    expect(end.verdict).toMatchObject({ result: 'connected', mode: 'data' })
    expect(stepOf(end, 'dial')?.words?.en).toContain('The multiplexer (CMUX) was refused')
    expect(stepOf(end, 'dial')?.words?.ja).toContain('CMUX なしでダイヤルしました')
    await bench.close()
  })

  test('an unknown modem is not put into a mode that a restart may have to end', async () => {
    const bench = await connectBench('sim:generic')
    const end = await bench.connect(chosen)
    expect(end.verdict).toMatchObject({ result: 'connected', mode: 'data' })
    expect(multiplexed(bench)).toBe(false)
    await bench.close()
  })
})

describe('a port that stays silent', () => {
  const closeDowns = (bench: Bench) => {
    const sent = hexOf(concat(sentBy(bench)))
    return (['basic', 'advanced'] as const).filter((option) =>
      sent.includes(hexOf(closeDown(option))),
    )
  }

  test.each(['nmea', 'diag'])('is never sent close-down where it is for %s', async (part) => {
    const bench = await connectBench(`sim:sim7600/${part}`)
    const end = await bench.connect({ ...soracom, cmux: true })
    expect(end.verdict).toMatchObject({ result: 'failed', step: 'port' })
    expect(closeDowns(bench)).toEqual([])
    await bench.close()
  })

  test('is sent both, once it has not answered AT', async () => {
    const bench = await connectBench('sim:sim7600')
    bench.modem.faults.hang(true)
    const end = await bench.connect()
    expect(end.verdict).toMatchObject({ result: 'failed', step: 'port' })
    expect(closeDowns(bench)).toEqual(['basic', 'advanced'])
    await bench.close()
  })
})
