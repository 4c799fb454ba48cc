import { expect, test } from 'vitest'
import type { JournalListener } from '@bench/environment'
import { CallFailed } from '@contract'
import { Fault } from '@core/fault'
import type { JournalEntry } from '@core/log/journal'
import { noteText } from '@core/log/note'
import { quoted } from '@core/words'
import { benchFixture } from '../support/bench-fixture'
import { memoryJournal } from '../support/memory-journal'

const soracom = { apn: 'soracom.io', user: 'sora', password: 'sora', pingHost: 'pong.soracom.io' }

test('connects slot A and tells the window every change in order', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  const verdict = await fixture.verdict('a')
  expect(verdict.result).toBe('connected')
  const state = fixture.state('a')
  expect(state.mode).toBe('data')
  expect(state.rungs.map((rung) => rung.state)).toEqual(Array.from({ length: 8 }, () => 'fine'))
  const patches = fixture.events.flatMap((event) => (event.name === 'patch' ? [event.value] : []))
  const numbers = patches.map((patch) => patch.seq)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  const window = patches.reduce((sum, { patch }) => ({ ...sum, ...patch }), {})
  expect(window).toMatchObject({ mode: 'data', ip: { address: verdict.ip } })
  expect(fixture.reports).toEqual([])
  await fixture.end()
})

test('answers commands again after disconnecting, and the ladder says so', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  await fixture.verdict('a')
  await expect(fixture.ask('at.send', { slot: 'a', text: 'AT+CSQ' })).rejects.toMatchObject({
    error: { code: 'at-not-command-mode' },
  })
  await fixture.ask('connect.disconnect', { slot: 'a' })
  const answer = await fixture.ask('at.send', { slot: 'a', text: 'AT+CEREG?' })
  expect(answer).toMatchObject({ ok: true, final: 'OK' })
  expect(fixture.state('a')).toMatchObject({ mode: 'command', ip: null })
  await fixture.end()
})

test('stops with nothing left that waits, whatever was open', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('port.open', { slot: 'b', path: 'sim:sim5320' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  await fixture.verdict('a')
  await fixture.end()
  // A command would live on for as long.
  await fixture.clock.advance(100)
  expect(fixture.clock.pending).toBe(0)
})

test('goes back to command mode with the call held, and resumes it', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  await fixture.verdict('a')
  const back = await fixture.ask('mode.back', { slot: 'a', keepCall: true })
  expect(back.result).toBe('held')
  expect(fixture.state('a')).toMatchObject({ mode: 'command', at: { through: 'port', held: true } })
  expect((await fixture.ask('at.send', { slot: 'a', text: 'AT+CPSI?' })).ok).toBe(true)
  await fixture.ask('mode.resume', { slot: 'a' })
  expect(fixture.state('a').mode).toBe('data')
  await fixture.end()
})

test('notices that a device vanished, opens it again when it is back, and keeps one log', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'ATI' })
  fixture.simulators.control('sim:sim7672', 're-enumerate')
  await fixture.clock.advance(500)
  expect(fixture.state('a').port).toMatchObject({ state: 'gone' })
  await fixture.clock.advance(10_000)
  expect(fixture.state('a').port).toMatchObject({ state: 'open', path: 'sim:sim7672@2' })
  const answer = await fixture.ask('at.send', { slot: 'a', text: 'ATI' })
  expect(answer.ok).toBe(true)
  const { rows } = await fixture.ask('log.page', { filter: {}, count: 1000 })
  const dividers = rows.filter((row) => row.kind === 'divider').map((row) => row.text)
  expect(dividers.some((text) => text.includes('vanished'))).toBe(true)
  expect(dividers.some((text) => text.includes('is back after'))).toBe(true)
  expect(rows.filter((row) => row.kind === 'command' && row.text === 'ATI')).toHaveLength(2)
  await fixture.end()
})

test('keeps slot B working while slot A hangs', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672?noanswer=1' })
  await fixture.ask('port.open', { slot: 'b', path: 'sim:sim5320' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  const answer = await fixture.ask('at.send', { slot: 'b', text: 'AT' })
  expect(answer.ok).toBe(true)
  expect(answer.ms).toBeLessThan(500)
  await fixture.end()
})

test("takes the same time for slot B's answers whether slot A's port hangs or nothing is there", async () => {
  const roundTrips = async (hung: boolean) => {
    const fixture = await benchFixture()
    if (hung) {
      await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672?noanswer=1' })
      await fixture.ask('connect.start', { slot: 'a', target: soracom })
    }
    await fixture.ask('port.open', { slot: 'b', path: 'sim:sim5320?seed=7' })
    const times: number[] = []
    for (let n = 0; n < 40; n++)
      times.push((await fixture.ask('at.send', { slot: 'b', text: 'AT+CGMM' })).ms)
    await fixture.end()
    return times
  }
  expect(await roundTrips(true)).toEqual(await roundTrips(false))
})

test('says that the port is not open before anything else', async () => {
  const fixture = await benchFixture()
  await expect(fixture.ask('at.send', { slot: 'a', text: 'AT' })).rejects.toMatchObject({
    error: { code: 'port-closed' },
  })
  await expect(fixture.ask('port.open', { slot: 'a', path: 'sim:nonsense' })).rejects.toMatchObject(
    {
      error: { code: 'port-name' },
    },
  )
  expect(fixture.state('a').port).toMatchObject({ state: 'failed' })
  await fixture.end()
})

test('finds rows by text, by expression and by severity', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CMEE=2' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CPIN="0000"' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CSQ' })
  const page = async (filter: object) =>
    (await fixture.ask('log.page', { filter, count: 100 })).rows.map((row) => row.text)
  expect(await page({ text: 'csq' })).toContain('AT+CSQ')
  expect(await page({ text: '/^\\+CSQ: \\d+/' })).toHaveLength(1)
  expect((await page({ minSeverity: 'warning' })).join()).toContain('ERROR')
  await expect(fixture.ask('log.page', { filter: { text: '/(/' } })).rejects.toMatchObject({
    error: { code: 'bad-input' },
  })
  await fixture.end()
})

test('says on the ladder that the network ended the call, and what to do', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  await fixture.verdict('a')
  fixture.simulators.control('sim:sim7672', 'cut-session')
  await fixture.clock.advance(20_000)
  const state = fixture.state('a')
  expect(state.ip).toBeNull()
  expect(state.connect).toMatchObject({
    state: 'failed',
    verdict: { result: 'failed', step: 'ppp' },
  })
  expect(state.connect.verdict?.tries.length).toBeGreaterThan(0)
  expect(state.rungs.find((rung) => rung.id === 'ppp')?.state).toBe('failure')
  expect(state.mode).toBe('command')
  expect((await fixture.ask('at.send', { slot: 'a', text: 'AT' })).ok).toBe(true)
  await fixture.end()
})

test('tells windows what keeps the log from the disk, and writes what is missing into it', async () => {
  const entries: JournalEntry[] = []
  let listener: JournalListener | undefined
  const listen = (one: JournalListener) => {
    listener = one
    return () => undefined
  }
  // The journal counts its own entries, so it is not copied.
  const journal = Object.assign(memoryJournal(entries), { listen })
  const fixture = await benchFixture(1, {}, { openJournal: async () => journal })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const words = { en: 'Only 150 MB are free.', ja: '空きは 150 MB だけです。' }
  const trouble = { kind: 'space', level: 'warning', words, tries: [] } as const
  listener?.troubles([trouble])
  listener?.missing({ en: 'Missing before this line: 3 pieces.', ja: '3 件の欠落があります。' })
  expect((await fixture.ask('app.snapshot', undefined)).store).toEqual([trouble])
  expect(fixture.events).toContainEqual({ name: 'store', value: [trouble] })
  const notes = entries.filter(({ dir }) => dir === 'note').map(({ bytes }) => noteText(bytes).text)
  expect(notes).toContain('Missing before this line: 3 pieces.')
  await fixture.end()
})

test('a journal that could not be opened keeps no port closed once there is room', async () => {
  let full = true
  const openJournal = async () => {
    if (full) throw new Fault('store-failed', quoted('no space left'))
    return memoryJournal([])
  }
  const fixture = await benchFixture(1, {}, { openJournal })
  const opening = (slot: 'a' | 'b') =>
    fixture.ask('port.open', { slot, path: `sim:sim7672#${slot === 'a' ? 1 : 2}` }).then(
      () => 'open',
      (error: unknown) => (error instanceof CallFailed ? error.error.code : error),
    )
  expect([await opening('a'), await opening('b')]).toEqual(['store-failed', 'store-failed'])
  full = false
  expect([await opening('a'), await opening('b')]).toEqual(['open', 'open'])
  await fixture.end()
})

test('remembers the device of a slot beside the name of its port', async () => {
  const fixture = await benchFixture()
  await fixture.bench.listPorts()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const { settings } = fixture.bench.snapshot()
  expect(settings.lastPort.a).toBe('sim:sim7672')
  expect(settings.lastDevice.a).toBe(fixture.bench.identityOf('sim:sim7672'))
})

test('a sleep of the computer is a gap in log, journal and charts, and ports are looked at again', async () => {
  let looks = 0
  const { bench, ask, clock, entries } = await benchFixture(
    1,
    {},
    {
      listPorts: async () => {
        looks++
        return []
      },
    },
  )
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const before = looks
  bench.sleep.begin()
  await clock.advance(3_600_000)
  await bench.sleep.end()
  expect(looks).toBeGreaterThan(before)
  const page = await ask('log.page', { filter: { kinds: ['divider'] } })
  const said = page.rows.map(({ explanation, text }) => explanation?.words.ja ?? text)
  expect(said.at(-2)).toContain('スリープに入ります')
  expect(said.at(-1)).toContain('1 時間 0 分スリープしていました')
  const notes = entries.flatMap(({ dir, bytes }) => (dir === 'note' ? [noteText(bytes).text] : []))
  expect(notes.join()).toContain('The computer slept for 1 h 0 min')
  const marks = (await ask('signal.marks', undefined)).events.filter(({ kind }) => kind === 'sleep')
  expect(marks.map(({ slot }) => slot)).toEqual(['a', 'a'])
  // An empty slot has nothing to miss.
  expect((await ask('log.page', { filter: { slots: ['b'] } })).rows).toEqual([])
})
