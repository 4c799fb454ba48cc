import { describe, expect, test } from 'vitest'
import type { RadioState } from '@contract'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
const item = ({ items }: RadioState, id: string) => items.find((one) => one.id === id)
const chosen = (state: RadioState, id: string) => item(state, id)?.chosen
const change = (id: 'lte-bands' | 'gw-bands' | 'rat' | 'operator' | 'cell', ...ids: string[]) => ({
  item: id,
  chosen: ids,
})
const file = 'radio-undo.json'
type Opened = Awaited<ReturnType<typeof openedBench>>
const bands = async ({ at }: Opened) => (await at('AT+CNBP?')).lines.join()
const allBands = '+CNBP: 0x0000000000000000,0x000000000A060085'
const registered = async ({ at }: Opened) => /,[15]$/.test((await at('AT+CEREG?')).lines[0] ?? '')

test('what the modem answers is listed, with what may be chosen; what it does not know is not', async () => {
  const { done } = await openedBench('sim:sim7672')
  const state = await done('radio.read', { slot })
  expect(state.family?.name).toBe('SIMCom A76XX, SIM767X')
  expect(state.items.map(({ id }) => id)).toEqual(['lte-bands', 'cell', 'operator'])
  expect(chosen(state, 'lte-bands')).toEqual(['B1', 'B3', 'B8', 'B18', 'B19', 'B26', 'B28'])
  expect([chosen(state, 'cell'), chosen(state, 'operator')]).toEqual([[], ['auto']])
  expect(state.items.filter(({ limits }) => limits)).toEqual([])
})

test('a change is compared, written, read back, and goes back by itself when nobody keeps it', async () => {
  const bench = await openedBench('sim:sim7672')
  const { done, clock, state, files } = bench
  const changes = [change('lte-bands', 'B1', 'B19')]
  const { differences, seen } = await done('radio.compare', { slot, changes })
  expect(differences.map(({ en }) => en)).toEqual(['LTE bands off: B3 B8 B18 B26 B28'])
  expect(await bands(bench)).toBe(allBands)
  const written = await done('radio.write', { slot, changes, seen })
  expect(chosen(written, 'lte-bands')).toEqual(['B1', 'B19'])
  expect(state(slot).radioUndo).toMatchObject({ failed: null, differences })
  expect(JSON.parse(files[file] ?? '')).toMatchObject([{ path: 'sim:sim7672' }])
  // The modem is known again by it; its IMEI is not in it.
  expect(files[file]).not.toContain('86985000000443')
  await clock.advance(181_000)
  expect(await bands(bench)).toBe(allBands)
  expect(state(slot).radioUndo).toBeNull()
  expect(files[file]).toBe('[]\n')
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toMatch(/were not kept and are back/)
})

test('what is kept stays, and there is nothing to take back any more', async () => {
  const bench = await openedBench('sim:sim7672')
  const { done, clock, state } = bench
  await done('radio.write', { slot, changes: [change('lte-bands', 'B19')] })
  await done('radio.keep', { slot })
  await clock.advance(600_000)
  expect(await bands(bench)).toContain('0x0000000000040000')
  expect(state(slot).radioUndo).toBeNull()
  await expect(done('radio.undo', { slot }).catch(refusal)).resolves.toMatch(/^radio-no-undo/)
})

test('without the only band of its network the modem does not register; the undo brings it back', async () => {
  const bench = await openedBench('sim:sim7672')
  const { done, clock } = bench
  expect(await registered(bench)).toBe(true)
  // Rakuten alone is on band 3 where the card is refused; DOCOMO and SoftBank are on others.
  await done('radio.write', {
    slot,
    changes: [change('lte-bands', 'B26'), change('operator', '44010')],
  })
  await clock.advance(60_000)
  expect(await registered(bench)).toBe(false)
  const back = await done('radio.undo', { slot })
  expect([chosen(back, 'operator'), back.undo]).toEqual([['auto'], null])
  await clock.advance(60_000)
  expect(await registered(bench)).toBe(true)
})

test('operator and cell are set by numbers, seen as limits, and freed', async () => {
  const bench = await openedBench('sim:sim7672')
  const { done, clock, at } = bench
  const changes = [change('operator', '44010'), change('cell', '6100,44')]
  const state = await done('radio.write', { slot, changes })
  // Until it is registered the modem does not tell which one was chosen.
  expect([chosen(state, 'operator'), chosen(state, 'cell')]).toEqual([['manual'], ['6100,44']])
  expect(state.items.filter(({ limits }) => limits).map(({ id }) => id)).toEqual([
    'cell',
    'operator',
  ])
  await clock.advance(60_000)
  expect(chosen(await done('radio.read', { slot }), 'operator')).toEqual(['44010'])
  expect((await at('AT+CPSI?')).lines[0]).toContain('EUTRAN-BAND19,6100')
  await done('radio.keep', { slot })
  const freed = await done('radio.write', {
    slot,
    changes: [change('operator', 'auto'), change('cell')],
  })
  expect(freed.items.filter(({ limits }) => limits)).toEqual([])
})

test('two masks in one line are both written, and both come back', async () => {
  const bench = await openedBench('sim:sim7600')
  const before = await bands(bench)
  const changes = [change('lte-bands', 'B1'), change('gw-bands', 'WCDMA 2100')]
  await bench.done('radio.write', { slot, changes })
  // The bits of PGSM and of no name stay; those of the others are of one choice and of the other.
  expect(await bands(bench)).toBe('+CNBP: 0x0000000000400003,0x0000000000000001,0x0000000000000021')
  await bench.done('radio.undo', { slot })
  expect(await bands(bench)).toBe(before)
})

describe('what is not written', () => {
  test.each([
    [
      'a band the modem lacks',
      [change('lte-bands', 'B5')],
      /^radio-setting-refused AT\+CNBP=.*ERROR/,
    ],
    ['a band there is none of', [change('lte-bands', 'B15')], /^radio-bad-choice .*asked for B15/],
    ['no band', [change('lte-bands')], /^radio-bad-choice .*at least one band/],
    ['an operator by its name', [change('operator', 'docomo')], /^radio-bad-choice .*44010/],
    ['a cell beyond the numbers', [change('cell', '6100,999')], /^radio-bad-choice .*1850,214/],
    ['a setting the modem has not', [change('rat', '38')], /^radio-unknown-item .*lte-bands, cell/],
  ])('%s', async (_what, changes, why) => {
    const bench = await openedBench('sim:sim7672')
    await expect(bench.done('radio.write', { slot, changes }).catch(refusal)).resolves.toMatch(why)
    expect(await bands(bench)).toBe(allBands)
    expect(bench.state(slot).radioUndo).toBeNull()
    expect(bench.files[file] ?? '[]\n').toBe('[]\n')
  })

  test('what somebody else changed since it was compared', async () => {
    const { done, at } = await openedBench('sim:sim7672')
    const changes = [change('lte-bands', 'B1')]
    const { seen } = await done('radio.compare', { slot, changes })
    await at('AT+CNBP=0x0000000000000000,0x0000000000040000')
    await expect(done('radio.write', { slot, changes, seen }).catch(refusal)).resolves.toMatch(
      /^radio-changed/,
    )
  })

  test('a second change on top of one that is neither kept nor taken back', async () => {
    const { done } = await openedBench('sim:sim7672')
    await done('radio.write', { slot, changes: [change('lte-bands', 'B1')] })
    await expect(
      done('radio.write', { slot, changes: [change('cell', '6100,44')] }).catch(refusal),
    ).resolves.toMatch(/^radio-undo-first/)
  })

  test('what differs in nothing', async () => {
    const { done, files } = await openedBench('sim:sim7672')
    await done('radio.write', { slot, changes: [change('operator', 'auto')] })
    expect(files[file]).toBeUndefined()
  })
})

test('of a modem of no known family only what 27.007 has is offered', async () => {
  const { done } = await openedBench('sim:generic')
  const state = await done('radio.read', { slot })
  expect([state.family, state.items.map(({ id }) => id)]).toEqual([
    null,
    ['operator', 'psm', 'edrx'],
  ])
})

test('a port that goes takes no way back with it: it is offered when the modem is there again', async () => {
  const bench = await openedBench('sim:sim7672')
  const { done, clock, state, simulators } = bench
  await done('radio.write', { slot, changes: [change('lte-bands', 'B1')] })
  const modem = simulators.modem('sim:sim7672')
  modem?.unplug()
  await clock.advance(200_000)
  expect(state(slot).radioUndo).toBeNull()
  modem?.plug()
  await clock.advance(20_000)
  expect(state(slot).radioUndo).toMatchObject({ untilMs: null })
  expect(await bands(bench)).not.toBe(allBands)
  await done('radio.undo', { slot })
  expect(await bands(bench)).toBe(allBands)
})

test('a program that ended leaves the old values on the disk for the next one', async () => {
  const first = await openedBench('sim:sim7672')
  await first.done('radio.write', { slot, changes: [change('lte-bands', 'B1')] })
  const kept = { ...first.files }
  const next = await openedBench('sim:sim7672', kept)
  expect(next.state(slot).radioUndo).toMatchObject({ untilMs: null })
  // The modem of the next bench is as new: there is nothing left to write, and the entry goes.
  await next.done('radio.undo', { slot })
  expect(await bands(next)).toBe(allBands)
  expect(kept[file]).toBe('[]\n')
})

test('what was written to one modem is not taken back from another on the same port', async () => {
  const first = await openedBench('sim:sim7672')
  await first.done('radio.write', { slot, changes: [change('lte-bands', 'B1')] })
  const text = (first.files[file] ?? '').replace('sim:sim7672', 'sim:sim7600')
  const other = await openedBench('sim:sim7600', { [file]: text })
  expect(other.state(slot).radioUndo).not.toBeNull()
  await expect(other.done('radio.undo', { slot }).catch(refusal)).resolves.toMatch(/^radio-no-undo/)
  expect(other.state(slot).radioUndo).toBeNull()
  // It still stands for the modem it is of.
  expect(JSON.parse(other.files[file] ?? '[]')).toHaveLength(1)
})

test('while a call runs nothing is written, and nothing goes back by itself', async () => {
  const bench = await openedBench('sim:sim7600?speed=fast')
  const { done, clock, state } = bench
  await done('radio.write', { slot, changes: [change('lte-bands', 'B1')] })
  await done('connect.start', {
    slot,
    target: { apn: 'soracom.io', user: 'sora', password: 'sora' },
  })
  await bench.verdict(slot)
  await clock.advance(200_000)
  expect(state(slot).radioUndo).toMatchObject({
    untilMs: null,
    failed: { en: expect.stringMatching(/call/) },
  })
})

test('a connection that finds no network names what an earlier person locked, with the line it is read from', async () => {
  const { done, verdict } = await openedBench('sim:sim7672?speed=fast')
  const changes = [change('lte-bands', 'B26'), change('operator', '44010')]
  await done('radio.write', { slot, changes })
  await done('radio.keep', { slot })
  await done('connect.start', { slot, target: { apn: 'soracom.io' } })
  const { reason, meaning, tries, limits, seen } = await verdict(slot)
  expect([reason, limits?.map(({ item: id }) => id)]).toEqual([
    'registration-searching',
    ['lte-bands', 'operator'],
  ])
  expect(meaning.en).toMatch(
    /keep the modem from other networks: LTE bands: B26; Operator: chosen by hand/,
  )
  expect(tries[0]?.en).toContain('modem-bench radio set PORT')
  expect(JSON.stringify(seen)).toContain('+CNBP: 0x0000000000000000,0x0000000002000000')
  // Of the questions whose answers prove nothing, none is among the evidence.
  expect(JSON.stringify(seen)).not.toContain('CCELLCFG')
})

test('power saving is told as asked and as granted, makes silence a sleep, and leaves the reports as they were', async () => {
  const bench = await openedBench('sim:generic')
  const { done, at, state } = bench
  await at('AT+CPSMS=1,,,"00100110","00000101"')
  await at('AT+CEDRXS=1,4,"0001"')
  await at('AT+CEREG=2')
  const { saving } = await done('radio.read', { slot })
  expect(saving).toEqual({
    psm: {
      on: true,
      asked: { activeTime: '10 s', periodicTau: '6 h' },
      granted: { activeTime: '1 min', periodicTau: '6 h', tauSeconds: 21_600 },
    },
    edrx: [
      {
        act: 4,
        asked: '10.24 s',
        granted: '20.48 s',
        window: { asked: null, granted: '5.12 s' },
      },
    ],
  })
  expect((await at('AT+CEREG?')).lines[0]).toMatch(/^\+CEREG: 2,[15],"\w+","\w+",7$/)
  expect(state(slot).psm).toEqual(saving.psm?.granted)
  await at('AT+CPSMS=')
  expect((await done('radio.read', { slot })).saving.psm).toMatchObject({
    on: false,
    granted: null,
  })
  expect(state(slot).psm).toBeNull()
})
