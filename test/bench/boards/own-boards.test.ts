import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mustReadBoard, readBoardFile, writeBoardFile } from '@bench/boards/board-file'
import { boards } from '@catalog/boards'
import { benchFixture } from '../../support/bench-fixture'

const rig = `
name: My rig
modem: SIM7672
lines:
  power: { active: low, drive: open-drain, pin: 17 }
  status: { active: high, pin: 22, pull: down }
pulse: { on: 50ms, off: 2.5s }
wait: { on: 10s, boot: 15s }
soft: { off: AT+CPOF }
adapters: [usbrelay, gpiod]
`

let fixture: Awaited<ReturnType<typeof benchFixture>>
beforeEach(async () => {
  fixture = await benchFixture()
})
afterEach(() => fixture.end())

test('a short file is a whole board: times with their units, pins beside the lines, the rest as usual', () => {
  expect(mustReadBoard(rig, 'rig.yaml')).toMatchObject({
    id: 'my-rig',
    lines: {
      power: { dir: 'out', activeLow: true, drive: 'open-drain', title: { en: 'Power key' } },
      status: { dir: 'in', activeLow: false, bias: 'down' },
    },
    pinSets: [{ pins: { power: 17, status: 22 } }],
    pulse: { onMs: 50, offMs: 2500 },
    wait: { onMs: 10_000, offMs: 40_000, bootMs: 15_000 },
    tries: 2,
    proof: ['status', 'at'],
  })
})

test.each([
  ['on: 50ms', 'on: 50', undefined],
  ['on: 50ms', 'on: 50 years', [7, 'pulse.on', 'is no time']],
  ['on: 50ms', 'on: 5ms', [7, 'pulse.on', 'expected 10 to 20000 ms']],
  ['off: 2.5s', 'off: 90s', [7, 'pulse.off', '90000 is not possible']],
  ['active: low', 'active: down', [5, 'lines.power.active', 'expected low or high']],
  ['drive: open-drain', 'drive: open', [5, 'lines.power.drive', 'expected push-pull']],
  ['active: low', 'active: high', [5, 'lines.power', 'can only pull low']],
  ['pin: 22', 'pin: 17', [6, 'lines.status.pin', 'power and status share pin 17']],
  ['boot: 15s', 'boots: 15s', [8, 'wait.boots', 'there is no "boots" here']],
  ['soft: { off: AT+CPOF }', 'soft: { off: CPOF }', [9, 'soft.off', 'expected an AT command']],
  ['soft:', 'sofd:', [9, 'sofd', 'there is no "sofd" here']],
  ['name: My rig', 'title: My rig', [2, 'name', 'expected a name']],
  ['modem: SIM7672', 'proof: [led]', [3, 'proof', 'at least one of status, usb, at']],
  ['modem: SIM7672', 'tries: 0', [3, 'tries', 'expected 1 to 20']],
  ['  status:', '  led:', [6, 'lines.led', 'there are power, reset, status, ri, cut']],
  ['lines:', 'lines: [', [6, '', 'Missing ,']],
] as const)('with %j turned into %j it says where the mistake is', (from, to, expected) => {
  const { board, mistakes } = readBoardFile(rig.replace(from, to))
  if (!expected) {
    expect(board).not.toBeNull()
    return
  }
  const [line, path, said] = expected
  expect(board).toBeNull()
  const found = mistakes.find((one) => one.path === path)
  expect(found?.words.en).toContain(said)
  expect(found?.words.ja).not.toBe('')
  if (path !== 'name') expect(found?.line).toBe(line)
})

test('a text that is no board at all is refused by the file', () => {
  for (const text of ['', '7', '[]', 'lines: {}', '{']) {
    expect(readBoardFile(text).board).toBeNull()
    expect(() => mustReadBoard(text, 'x.yaml')).toThrow('x.yaml')
  }
})

test.each(boards.map((board) => [board.id, board] as const))(
  '%s comes back the same from its file',
  (_id, board) => {
    const again = mustReadBoard(writeBoardFile(board), 'x.yaml')
    const { pinSets, ...rest } = board
    expect(again).toMatchObject(rest)
    expect(again.pinSets[0]?.pins).toEqual(pinSets[0]?.pins)
  },
)

test('a board of your own is kept, listed, drawn with its own lines, and used', async () => {
  const { board } = await fixture.ask('board.read', { text: rig })
  expect(await fixture.ask('board.check', { profile: board })).toEqual([])
  const lines = { power: 'power', status: 'status' }
  const { svg } = await fixture.ask('board.wiring', {
    board: 'custom',
    adapter: 'usbrelay:ABCDE',
    lines: { power: 1 },
    profile: { ...board, name: 'Drawn from this' },
  })
  expect(svg).toContain('Drawn from this')
  await fixture.ask('board.save', { profile: board })
  expect((await fixture.ask('board.list', undefined)).own.map((one) => one.id)).toEqual(['my-rig'])
  await fixture.ask('board.set', { slot: 'a', board: 'my-rig', adapter: 'sim:sim7672', lines })
  expect(fixture.state('a').board).toMatchObject({ id: 'my-rig', adapter: { state: 'open' } })
  await expect(fixture.ask('board.forget', { id: 'my-rig' })).rejects.toThrow('Slot A uses')

  await fixture.ask('board.save', { profile: { ...board, name: 'Better rig' } })
  expect(fixture.state('a').board?.name).toBe('Better rig')
  await fixture.ask('board.set', { slot: 'a', board: null })
  await fixture.ask('board.forget', { id: 'my-rig' })
  expect(fixture.bench.settings.value.ownBoards).toEqual([])
})

test('an impossible board is not kept, and one of the catalogue is not replaced', async () => {
  const [first] = boards
  const save = (profile: unknown) => fixture.ask('board.save', { profile })
  await expect(save({ ...first, id: 'x', pulse: { onMs: 0, offMs: 1 } })).rejects.toThrow(
    'pulse.onMs',
  )
  await expect(save(first)).rejects.toThrow('is a board of the catalogue')
  expect(await fixture.ask('board.check', { profile: null })).toHaveLength(1)
})

describe('a board of your own that cannot be used', () => {
  const later = { id: 'later', name: 'Of a later version', lines: { power: { dir: 'sideways' } } }
  const stored = JSON.stringify({ ownBoards: [later, 7] })
  const files: Record<string, string> = {}
  beforeEach(async () => {
    await fixture.end()
    files['settings.json'] = stored
    for (const name of Object.keys(files)) if (name !== 'settings.json') delete files[name]
    fixture = await benchFixture(1, files)
  })
  const kept = () =>
    (JSON.parse(files['settings.json'] ?? '') as { ownBoards: unknown[] }).ownBoards
  const beside = () => Object.keys(files).filter((name) => name.includes('unreadable'))

  test('is told in the window, by what is wrong with it, and not offered', async () => {
    const { store } = await fixture.ask('app.snapshot', undefined)
    expect(store).toMatchObject([
      { kind: 'unread', words: { en: expect.stringMatching(/later \(.*lines\.power.*\), \? \(/) } },
    ])
    expect((await fixture.ask('board.list', undefined)).own).toEqual([])
  })

  test('leaves the slot that had it without a board, and says so', async () => {
    const board = { board: 'later', adapter: 'sim:sim7672', lines: {} }
    const settings = { ownBoards: [later], boards: { a: board } }
    await fixture.end()
    fixture = await benchFixture(1, { 'settings.json': JSON.stringify(settings) })
    const { store } = await fixture.ask('app.snapshot', undefined)
    expect(store.map(({ words }) => words.en)).toEqual([
      expect.stringContaining('Boards of your own that cannot be used'),
      expect.stringMatching(/^Slot A has no board now.*There is no board "later"/),
    ])
    expect(fixture.state('a').board).toBeNull()
  })

  test('stays as it is when others are saved and forgotten', async () => {
    const { board } = await fixture.ask('board.read', { text: rig })
    await fixture.ask('board.save', { profile: board })
    expect(kept()).toEqual([later, 7, expect.objectContaining({ id: 'my-rig' })])
    await fixture.ask('board.forget', { id: 'my-rig' })
    await fixture.ask('board.forget', { id: 'later' })
    expect(kept()).toEqual([later, 7])
    expect(beside()).toEqual([])
  })

  test('is kept beside where another one takes its name', async () => {
    const { board } = await fixture.ask('board.read', { text: rig })
    await fixture.ask('board.save', { profile: { ...board, id: 'later' } })
    expect(kept()).toEqual([7, expect.objectContaining({ id: 'later', name: 'My rig' })])
    expect(beside().map((name) => files[name])).toEqual([stored])
  })
})

test('what STATUS says is not believed where the board says so', async () => {
  const { board } = await fixture.ask('board.read', { text: `${rig}\nproof: [at]` })
  await fixture.ask('board.save', { profile: board })
  const lines = { power: 'power', status: 'status' }
  await fixture.ask('board.set', { slot: 'a', board: 'my-rig', adapter: 'sim:sim7672', lines })
  expect(fixture.state('a').board?.reading).toEqual({ power: 'unknown', by: 'nothing' })
})

test('two stacked boards are one preset, each with pins of its own', async () => {
  const { presets } = await fixture.ask('board.list', undefined)
  const slots = presets.find((one) => one.id === '3gpi-stacked')?.slots
  expect(slots?.a.lines).toEqual({ power: 17, reset: 27, status: 22, ri: 16 })
  expect(slots?.b.lines).toEqual({ power: 12, reset: 6, status: 13 })
})
