import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { latin1 } from '@core/bytes'
import { connectBench, stepOf } from '../../support/connect-bench'

test('brings a SIM7672 from power-on to an address, a name and a ping', async () => {
  const bench = await connectBench()
  const end = await bench.connect({ httpUrl: 'http://pong.soracom.io/' })
  expect(end.verdict).toMatchObject({ result: 'connected', mode: 'data' })
  expect(end.verdict?.ip).toMatch(/^10\./)
  expect(end.verdict?.dns).toEqual(['100.127.0.53', '100.127.1.53'])
  expect(end.verdict?.ping).toMatchObject({ host: 'pong.soracom.io', sent: 3, received: 3 })
  expect(end.steps.map((step) => step.state)).not.toContain('failed')
  await bench.close()
})

test('writes the APN with the radio off, and only when it differs', async () => {
  const bench = await connectBench('sim:sim7672?apn=other.example')
  const end = await bench.connect()
  expect(stepOf(end, 'configure')).toMatchObject({ state: 'ok' })
  const sent = bench.wire
    .filter((part) => part.dir === 'tx')
    .map((part) => latin1(part.bytes))
    .join('')
  expect(sent).toContain('AT+CFUN=4\r')
  expect(sent).toContain('AT+CGDCONT=1,"IP","soracom.io"\r')
  expect(sent.indexOf('AT+CFUN=4')).toBeLessThan(sent.indexOf('AT+CGDCONT=1'))
  await bench.close()
})

test('keeps the attach when it disconnects, and reconnects in less time than the first time', async () => {
  const bench = await connectBench()
  const first = await bench.connect()
  const back = await bench.clock.until(bench.session.hangUp(), 120_000)
  expect(back.result).toBe('command')
  expect(bench.session.mode).toBe('command')
  const reply = await bench.clock.until(bench.session.at.send('AT+CEREG?'), 30_000)
  expect(reply.lines[0]).toMatch(/\+CEREG: \d,[15]/)
  const second = await bench.connect()
  expect(second.verdict?.result).toBe('connected')
  expect(stepOf(second, 'setup')?.state).toBe('skipped')
  expect(stepOf(second, 'identity')?.state).toBe('skipped')
  expect(stepOf(second, 'configure')?.state).toBe('skipped')
  expect(stepOf(second, 'radio')?.state).toBe('skipped')
  expect(second.verdict?.ms).toBeLessThan((first.verdict?.ms ?? 0) / 1.5)
  await bench.close()
})

test.each([
  ['sim:sim7672?nosim=1', {}, 'sim', 'sim-missing'],
  ['sim:sim7672?pin=1234', {}, 'sim', 'sim-pin-needed'],
  ['sim:sim7672?pin=1234', { pin: '9999' }, 'sim', 'sim-pin-wrong'],
  ['sim:sim7672?reject=11', {}, 'registration', 'registration-denied'],
  ['sim:sim7672?noanswer=1', {}, 'port', 'connect-silent'],
  ['sim:sim7672?echo=only', {}, 'port', 'connect-echo-only'],
  ['sim:sim7672?boot=off', {}, 'port', 'connect-silent'],
  ['sim:sim7672', { pingHost: 'no-such-host.example' }, 'dns', 'connect-no-dns'],
] as const)('%s %j stops at %s with %s', async (name, target, step, reason) => {
  const bench = await connectBench(name)
  const end = await bench.connect(target)
  expect(end.verdict).toMatchObject({ result: 'failed', step, reason })
  expect(end.verdict?.tries.length).toBeGreaterThan(0)
  await bench.close()
})

test.each([
  ['sim:sim7672?fplmn=44010,44020,44051,44011', 'registration-searching'],
  ['sim:sim7672?fplmn=44051&reject=11', 'registration-denied'],
])('%s: the verdict cites the list of the SIM, and how to clear it', async (name, reason) => {
  const bench = await connectBench(name)
  const { verdict } = await bench.connect({})
  expect(verdict).toMatchObject({ reason, forbidden: expect.arrayContaining(['44051']) })
  expect(verdict?.meaning.en).toMatch(
    /440 51.* stands? in the SIM’s forbidden networks \(EF_FPLMN\)/,
  )
  expect(verdict?.meaning.ja).toMatch(/禁止ネットワーク（EF_FPLMN）に .*440 51.* があります/)
  expect(verdict?.tries[0]?.en).toContain('sim-card clear-forbidden')
  await bench.close()
})

test.each([
  ['sim:sim7672?reject=11', {}, 'emm', 11, 'PLMN not allowed (cause 11).', 'choose another'],
  ['sim:sim7672?reject=15', {}, 'emm', 15, 'No suitable cells', 'the band mask'],
  ['sim:sim7672?reject=2', {}, 'emm', 2, 'IMSI unknown in HSS', 'not provisioned'],
  ['sim:sim7672', { apn: 'no.such.apn' }, 'esm', 27, 'Missing or unknown APN', 'The APN is wrong'],
] as const)(
  '%s %j: what the network said is the title, and what helps against it the advice',
  async (name, target, kind, code, title, advice) => {
    const bench = await connectBench(name)
    const { verdict } = await bench.connect(target)
    expect(verdict?.cause).toEqual({
      ...{ kind, code },
      meaning: { en: expect.any(String), ja: expect.stringMatching(/[ぁ-ん一-龠]/) },
    })
    expect(verdict?.title?.en).toContain(title)
    expect(verdict?.title?.en).toMatch(/ \(cause \d+\)\.$/)
    expect(verdict?.meaning.en).toContain(title)
    expect(verdict?.meaning.ja).toContain(`（原因番号 ${code}）`)
    expect(verdict?.tries).toEqual([
      { en: expect.stringContaining(advice), ja: expect.stringMatching(/[ぁ-ん]/) },
    ])
    await bench.close()
  },
)

test('enters a PIN once and goes on', async () => {
  const bench = await connectBench('sim:sim7672?pin=1234')
  const end = await bench.connect({ pin: '1234' })
  expect(end.verdict?.result).toBe('connected')
  await bench.close()
})

test('says what the network said when the APN is not subscribed', async () => {
  const bench = await connectBench()
  const end = await bench.connect({ apn: 'no.such.apn', user: '', password: '' })
  expect(end.verdict?.result).toBe('failed')
  expect(['registration', 'dial']).toContain(end.verdict?.step)
  await bench.close()
})

test('finds a modem that was left in data mode and brings it back first', async () => {
  const bench = await connectBench()
  await bench.connect()
  await bench.reopen()
  const end = await bench.connect()
  expect(end.verdict?.result).toBe('connected')
  expect(stepOf(end, 'mode')?.state).toBe('ok')
  await bench.close()
})

test('connects a SIM5320, which has no CEREG', async () => {
  const bench = await connectBench('sim:sim5320')
  const end = await bench.connect()
  expect(end.verdict?.result).toBe('connected')
  expect(stepOf(end, 'identity')?.facts['profile']).toBe('sim5320')
  await bench.close()
})

test.each(['port', 'sim', 'registration', 'ppp', 'ping'])(
  'cancelled in step %s leaves a stated mode and says so',
  async (id) => {
    const bench = await connectBench()
    const abort = new AbortController()
    const running = bench.start({}, abort.signal)
    let passed = 0
    while (!bench.states.at(-1)?.steps.some((s) => s.id === id && s.state === 'running')) {
      await bench.clock.advance(5)
      passed += 5
      if (passed > 300_000) throw new Error(`step ${id} never ran`)
    }
    abort.abort(new Fault('connect-cancelled'))
    const end = await bench.clock.until(running, 200_000)
    expect(end.state).toBe('cancelled')
    expect(end.verdict).toMatchObject({
      result: 'cancelled',
      step: id,
      reason: 'connect-cancelled',
    })
    expect(['command', 'data', 'unknown']).toContain(end.verdict?.mode)
    await bench.close()
  },
)

test('cancelled while it writes with the radio off, it turns the radio on again', async () => {
  const bench = await connectBench()
  const abort = new AbortController()
  const running = bench.start({ apn: 'another.example' }, abort.signal)
  for (let passed = 0; bench.modem.radio.functionality !== 4; passed += 5) {
    await bench.clock.advance(5)
    if (passed > 300_000) throw new Error('the radio never went off')
  }
  abort.abort(new Fault('connect-cancelled'))
  const end = await bench.clock.until(running, 200_000)
  expect(end.verdict).toMatchObject({ result: 'cancelled', step: 'configure', mode: 'command' })
  expect(bench.modem.radio.functionality).toBe(1)
  await bench.close()
})

test.each(['sim', 'registration', 'ppp', 'ping'])(
  'a port unplugged in step %s ends with the port gone',
  async (id) => {
    const bench = await connectBench()
    const running = bench.start()
    let passed = 0
    while (!bench.states.at(-1)?.steps.some((s) => s.id === id && s.state === 'running')) {
      await bench.clock.advance(5)
      passed += 5
      if (passed > 300_000) throw new Error(`step ${id} never ran`)
    }
    bench.modem.faults.unplug()
    const end = await bench.clock.until(running, 200_000)
    expect(end.verdict).toMatchObject({ result: 'failed', mode: 'closed' })
    expect(end.verdict?.reason).toMatch(/^port-/)
  },
)

test.each([false, true])(
  'a port unplugged during a call is told as gone, not as a link we ended (multiplexer: %s)',
  async (cmux) => {
    const bench = await connectBench()
    await bench.connect({ cmux })
    const told: string[] = []
    bench.session.on((event) => {
      if (event.kind === 'end') told.push(`end ${event.end.reason}`)
      if (event.kind === 'link' && event.event.kind === 'down') told.push(event.event.code)
    })
    bench.modem.faults.unplug()
    await bench.clock.advance(2000)
    expect(told).toEqual(['port-gone', 'end gone'])
  },
)

test('never writes the password into a state that a window or a report shows', async () => {
  const bench = await connectBench()
  await bench.connect({ user: 'somebody', password: 'hunter2-secret' })
  expect(JSON.stringify(bench.states)).not.toContain('hunter2-secret')
  await bench.close()
})

test('keeps AT while connected, over the multiplexer', async () => {
  const bench = await connectBench()
  const end = await bench.connect({ cmux: true })
  expect(end.verdict).toMatchObject({ result: 'connected', mode: 'cmux' })
  const sent = bench.wire.filter(({ dir }) => dir === 'tx').map(({ bytes }) => latin1(bytes))
  const asked = sent.filter((text) => text.startsWith('AT+CMUX'))
  expect(asked[0]).toBe('AT+CMUX=?\r')
  expect(asked[1]).toMatch(/^AT\+CMUX=0/)
  const signal = await bench.clock.until(bench.session.at.send('AT+CPSI?'), 30_000)
  expect(signal.lines[0]).toContain('+CPSI: LTE')
  expect(bench.session.upLink?.up.address).toBe(end.verdict?.ip)
  await bench.clock.until(bench.session.hangUp(), 120_000)
  const again = await bench.connect({ cmux: true })
  expect(again.verdict?.result).toBe('connected')
  await bench.close()
})

test('says so when the firmware has no multiplexer', async () => {
  const bench = await connectBench('sim:generic')
  const asked = await bench.clock.until(bench.session.at.send('AT+CMUX=?'), 30_000)
  const end = await bench.connect({ cmux: true })
  if (asked.ok) expect(end.verdict?.result).toBe('connected')
  else expect(end.verdict).toMatchObject({ result: 'failed', reason: 'cmux-not-supported' })
  await bench.close()
})

test('escapes with the call held, asks, and resumes the same call', async () => {
  const bench = await connectBench()
  const end = await bench.connect()
  const back = await bench.clock.until(bench.session.escapeKeepingCall(), 60_000)
  expect(back.result).toBe('held')
  expect(bench.session.callHeld).toBe(true)
  const reply = await bench.clock.until(bench.session.at.send('AT+CSQ'), 30_000)
  expect(reply.ok).toBe(true)
  await bench.clock.until(bench.session.resume(), 30_000)
  expect(bench.session.mode).toBe('data')
  const host = bench.session.upLink?.host
  const ping = await bench.clock.until(
    host?.ping('100.127.100.127', { count: 1 }) ?? Promise.reject(new Error('no link')),
    30_000,
  )
  expect(ping.received).toBe(1)
  expect(bench.session.upLink?.up.address).toBe(end.verdict?.ip)
  await bench.close()
})
