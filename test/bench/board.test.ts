import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

async function opened(path: string) {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path })
  return fixture
}
const board = () => fixture.state('a').board
const powerRung = () => fixture.state('a').rungs.find((rung) => rung.id === 'power')

/** Runs the clock until the slot's power sequence has ended. */
async function sequenceEnd() {
  for (let passed = 0; passed < 300_000; passed += 50) {
    await fixture.clock.advance(50)
    const sequence = board()?.sequence
    if (sequence && sequence.state !== 'running') return sequence
  }
  throw new Error('the sequence did not end')
}

const target = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  pingHost: 'pong.soracom.io',
} as const

test('a simulated modem brings its board, and STATUS is measured', async () => {
  await opened('sim:sim7672')
  expect(board()).toMatchObject({
    id: 'microcat1',
    automatic: true,
    adapter: { id: 'sim:sim7672', state: 'open' },
    reading: { power: 'on', by: 'status' },
    can: { on: true, off: true, reset: true },
  })
  expect(powerRung()).toMatchObject({
    state: 'fine',
    word: { en: 'on' },
    fact: 'MicroCat.1 STATUS',
  })
})

test('a modem that is off is powered from the window and connects', async () => {
  await opened('sim:sim7672?boot=off')
  expect(board()?.reading).toEqual({ power: 'off', by: 'status' })
  await fixture.ask('board.power', { slot: 'a', action: 'on' })
  expect(await sequenceEnd()).toMatchObject({ state: 'done', presses: 1 })
  expect(board()?.reading.power).toBe('on')
  await fixture.ask('connect.start', { slot: 'a', target })
  expect(await fixture.verdict('a')).toMatchObject({ result: 'connected' })
})

test('a connection powers a modem whose STATUS is off, waits for it, and goes on', async () => {
  await opened('sim:sim7672?boot=off')
  await fixture.ask('connect.start', { slot: 'a', target })
  expect(await fixture.verdict('a')).toMatchObject({ result: 'connected' })
  const [power] = fixture.state('a').connect.steps
  expect(power).toMatchObject({ id: 'power', state: 'ok', facts: { presses: 1 } })
})

test('a silent port whose STATUS is not wired is not pressed by itself, and connects once a person wants the press', async () => {
  await opened('sim:sim7672?boot=off')
  const lines = { power: 'power' }
  await fixture.ask('board.set', { slot: 'a', board: 'microcat1', adapter: 'sim:sim7672', lines })
  await fixture.ask('connect.start', { slot: 'a', target })
  expect(await fixture.verdict('a')).toMatchObject({ result: 'failed', reason: 'connect-silent' })
  expect(fixture.simulators.modem('sim:sim7672').power.state).toBe('off')
  await fixture.ask('connect.start', { slot: 'a', target, pressPower: true })
  expect(await fixture.verdict('a')).toMatchObject({ result: 'connected' })
  expect(fixture.state('a').connect.steps[0]).toMatchObject({ id: 'power', facts: { presses: 1 } })
})

test('a modem that does not follow its key ends the connection at the power step', async () => {
  await opened('sim:sim7672?boot=off')
  fixture.simulators.modem('sim:sim7672').power.pwrkey = () => undefined
  await fixture.ask('connect.start', { slot: 'a', target })
  expect(await fixture.verdict('a')).toMatchObject({
    result: 'failed',
    step: 'power',
    reason: 'power-stuck',
  })
})

test('a power off in the middle of data hangs up, asks the modem, and forgets the network', async () => {
  await opened('sim:sim7672')
  await fixture.ask('connect.start', { slot: 'a', target })
  expect(await fixture.verdict('a')).toMatchObject({ result: 'connected' })
  await fixture.ask('board.power', { slot: 'a', action: 'off' })
  const sequence = await sequenceEnd()
  expect(sequence).toMatchObject({ state: 'done', presses: 0 })
  expect(sequence.entries.map((entry) => entry.kind)).toContain('soft')
  expect(fixture.state('a')).toMatchObject({ ip: null, mode: 'unknown' })
  expect(powerRung()).toMatchObject({ state: 'warning', word: { en: 'off' } })
})

test('pressing the key of a modem that already is on is refused without being told to', async () => {
  await opened('sim:sim5320')
  await fixture.ask('board.power', { slot: 'a', action: 'on' })
  expect(await sequenceEnd()).toMatchObject({ state: 'already', presses: 0 })
})

test('a line held by hand is released by itself', async () => {
  await opened('sim:sim7672')
  await fixture.ask('board.line', { slot: 'a', line: 'power', active: true })
  expect(board()?.lines.find((line) => line.name === 'power')?.level).toBe('active')
  await fixture.clock.advance(60_000)
  expect(fixture.simulators.modem('sim:sim7672').power.state).toBe('off')
  await expect(fixture.ask('board.line', { slot: 'a', line: 'cut', active: true })).rejects.toThrow(
    'cut.',
  )
})

test('a chosen board is kept for the next start, and its lines are not touched then', async () => {
  fixture = await benchFixture()
  const lines = { power: 'power', status: 'status' }
  await fixture.ask('board.set', { slot: 'b', board: '4gpi', adapter: 'sim:sim7600', lines })
  expect(fixture.bench.settings.value.boards.b).toEqual({
    board: '4gpi',
    adapter: 'sim:sim7600',
    lines,
  })
  await fixture.ask('board.set', { slot: 'b', board: null })
  expect(fixture.state('b').board).toBeNull()
  expect(fixture.bench.settings.value.boards.b).toBeUndefined()
})

test('a board or adapter that does not exist is refused with what there is', async () => {
  fixture = await benchFixture()
  const ask = (board: string, adapter: string) =>
    fixture.ask('board.set', { slot: 'a', board, adapter, lines: {} })
  await expect(ask('5gpi', 'sim:sim7672')).rejects.toThrow('there are 3gpi-v2')
  await expect(ask('4gpi', 'parallel:1')).rejects.toThrow('there are gpiod')
  expect(fixture.state('a').board?.adapter).toMatchObject({ state: 'failed' })
})

test('draws the wires of a board for the adapter it is on', async () => {
  fixture = await benchFixture()
  const { svg, warnings } = await fixture.ask('board.wiring', {
    board: 'sim7672-module',
    adapter: 'usbrelay:ABCDE',
    lines: { power: 1 },
  })
  expect(svg).toContain('relay 1')
  expect(svg).toContain('PWRKEY')
  expect(warnings.some((words) => words.en.includes('1.8 V'))).toBe(true)
})
