import { afterEach, describe, expect, test } from 'vitest'
import { shippedMacros } from '@bench/macros/macros'
import { faultCode } from '@core/fault'
import { noteText } from '@core/log/note'
import { CallFailed } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>
let bench: Fixture | undefined
afterEach(async () => {
  await bench?.end()
  bench = undefined
})

async function open(): Promise<Fixture> {
  bench = await benchFixture()
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  return bench
}
async function ended(fixture: Fixture): Promise<string | undefined> {
  for (let passed = 0; passed < 300_000; passed += 100) {
    const { macro } = fixture.state('a')
    if (macro && macro.state !== 'running') return macro.state
    await fixture.clock.advance(100)
  }
  return undefined
}
const codeOf = (error: unknown) =>
  error instanceof CallFailed ? error.error.code : faultCode(error)

describe('the macros', () => {
  test('that ship have a name in both languages', () => {
    expect(shippedMacros.map(({ id }) => id)).toEqual(['information', 'wait-for-network'])
    for (const { title } of shippedMacros) expect(title?.ja).not.toBe(title?.en)
  })

  test('are kept in the data folder, replaced by id, and given back', async () => {
    const { ask, files, events } = await open()
    await ask('macros.save', { id: 'mine', name: 'Mine', text: 'AT', key: 1 })
    await ask('macros.save', { id: 'other', name: 'Other', text: 'ATI', key: 1 })
    const list = await ask('macros.list', undefined)
    expect(list.map(({ id, key }) => [id, key])).toEqual([
      ['information', undefined],
      ['wait-for-network', undefined],
      ['mine', undefined],
      ['other', 1],
    ])
    expect(files['macros.json']).toContain('Mine')
    await ask('macros.remove', { id: 'mine' })
    expect(events.filter(({ name }) => name === 'macros').length).toBeGreaterThan(0)
    await expect(ask('macros.remove', { id: 'information' })).rejects.toThrow(
      /no macro of your own/,
    )
  })

  test('are refused with the number of the line that cannot be read', async () => {
    const { ask } = await open()
    const error = await ask('macros.save', { id: 'x', name: 'X', text: 'AT\nwat' }).catch(
      (reason: unknown) => reason,
    )
    expect(codeOf(error)).toBe('macro-syntax')
    expect(String(error)).toContain('line 2')
  })
})

describe('a macro on a slot', () => {
  test('asks everything of the information list, and its answers become facts', async () => {
    const fixture = await open()
    await fixture.ask('macros.run', { slot: 'a', id: 'information' })
    expect(fixture.state('a').macro).toMatchObject({ state: 'running', steps: 9 })
    expect(await ended(fixture)).toBe('done')
    expect(fixture.state('a').macro).toMatchObject({ done: 9, refused: 0 })
    expect(fixture.state('a').mode).toBe('command')
    const notes = fixture.entries
      .filter(({ dir }) => dir === 'note')
      .flatMap(({ bytes }) => noteText(bytes).words?.ja ?? [])
    expect(notes.filter((note) => note.includes('マクロ'))).toEqual([
      expect.stringMatching(/^マクロ「.+」を開始しました。$/),
      expect.stringMatching(/^マクロ「.+」が完了しました。$/),
    ])
    const known = fixture.state('a').facts.map(({ key }) => key)
    expect(known).toEqual(expect.arrayContaining(['model', 'imsi', 'iccid', 'temperature']))
  })

  test('waits for the network', async () => {
    const fixture = await open()
    await fixture.ask('macros.run', { slot: 'a', id: 'wait-for-network' })
    expect(await ended(fixture)).toBe('done')
  })

  test('runs once at a time, and can be stopped', async () => {
    const fixture = await open()
    await fixture.ask('macros.save', { id: 'slow', name: 'Slow', text: 'AT\nwait 60s' })
    await fixture.ask('macros.run', { slot: 'a', id: 'slow' })
    const second = await fixture
      .ask('macros.run', { slot: 'a', id: 'slow' })
      .catch((reason: unknown) => reason)
    expect(codeOf(second)).toBe('macro-running')
    await fixture.ask('macros.stop', { slot: 'a' })
    expect(await ended(fixture)).toBe('stopped')
  })

  test('ends with the port', async () => {
    const fixture = await open()
    await fixture.ask('macros.save', { id: 'slow', name: 'Slow', text: 'AT\nwait 60s' })
    await fixture.ask('macros.run', { slot: 'a', id: 'slow' })
    await fixture.ask('port.close', { slot: 'a' })
    expect(fixture.state('a').macro?.state).toBe('stopped')
  })

  test('needs an open port', async () => {
    bench = await benchFixture()
    const error = await bench
      .ask('macros.run', { slot: 'a', id: 'information' })
      .catch((reason: unknown) => reason)
    expect(codeOf(error)).toBe('port-closed')
  })

  test('run from a text that nobody keeps; each answer is told, and a mistake in it before anything is sent', async () => {
    const { ask, events, state, clock } = await open()
    await ask('macros.run', { slot: 'a', id: 'typed', text: 'AT+CGMM\nAT+NOSUCH' })
    expect(await ended(bench as Fixture)).toBe('done')
    expect(state('a').macro).toMatchObject({ name: 'typed', refused: 1 })
    await clock.advance(100)
    const told = events.flatMap(({ name, value }) => (name === 'macro' ? [value] : []))
    expect(told).toEqual([
      { slot: 'a', command: 'AT+CGMM', lines: ['SIM7672JP-MNGV', 'OK'] },
      { slot: 'a', command: 'AT+NOSUCH', lines: ['ERROR'] },
    ])
    expect((await ask('macros.list', undefined)).map(({ id }) => id)).not.toContain('typed')
    const wrong = ask('macros.run', { slot: 'a', id: 'typed', text: 'wait long' })
    expect(codeOf(await wrong.catch((error: unknown) => error))).toBe('macro-syntax')
  })
})
