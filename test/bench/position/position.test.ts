import { expect, test } from 'vitest'
import { soracom } from '../../support/connect-bench'
import { openedBench, refusal } from '../../support/opened-bench'

const slot = 'a' as const
const opened = async (path: string) => {
  const bench = await openedBench(path)
  const { done, clock } = bench
  return {
    ...bench,
    read: (whole = false) => done('position.read', { slot, whole }),
    /** Reads once a second, as page and command do. */
    async fixed() {
      for (let second = 0; second < 60; second++) {
        const state = await done('position.read', { slot, whole: false })
        if (state.position) return state
        await clock.advance(1_000)
      }
      throw new Error('no position')
    },
  }
}

test.each([
  ['sim:sim7672', 'cold', 27, 40],
  ['sim:sim7672', 'warm', 18, 29],
  ['sim:sim7672', 'hot', 0, 5],
  ['sim:sim7600', 'cold', 27, 40],
  ['sim:sim5320', 'hot', 0, 5],
  ['sim:sim7070', 'cold', 27, 40],
  ['sim:sim7070', 'warm', 18, 29],
  ['sim:ec25', 'cold', 27, 40],
  ['sim:bg95', 'hot', 0, 5],
  ['sim:rm520n', 'warm', 18, 29],
] as const)('%s finds a position after a %s start, and tells how long it took', async (...row) => {
  const [path, kind, fromS, toS] = row
  const { done, read, fixed } = await opened(path)
  expect(await read(true)).toMatchObject({ on: false, position: null, started: null })
  const begun = await done('position.start', { slot, kind })
  expect(begun).toMatchObject({ on: true, started: { kind, firstFixMs: null } })
  const { position, started } = await fixed()
  expect(position?.latitude).toBeCloseTo(35.68, 1)
  expect(position?.longitude).toBeCloseTo(139.77, 1)
  expect(position?.speedKmh).toBeCloseTo(30.2, 0)
  expect(position?.utc).toMatch(/^\d{4}-\d\d-\d\dT/)
  const seconds = (started?.firstFixMs ?? -1) / 1000
  expect(seconds).toBeGreaterThanOrEqual(fromS)
  expect(seconds).toBeLessThanOrEqual(toS)
  expect(await done('position.power', { slot, on: false })).toMatchObject({
    on: false,
    position: null,
  })
})

test('dilutions come with the answer, satellites with the sentences on the port of their own', async () => {
  const { done, fixed, clock } = await opened('sim:sim7600')
  const begun = await done('position.power', { slot, on: true })
  expect(begun.started).toMatchObject({ kind: null })
  expect(begun.nmea).toMatchObject({
    ports: [{ path: 'sim:sim7600/nmea', label: { ja: expect.stringContaining('NMEA ポート') } }],
    port: null,
  })
  expect(begun.satellitesKnown).toBe(false)
  await done('position.port', { slot, path: 'sim:sim7600/nmea' })
  await fixed()
  await clock.advance(2_000)
  const { position, satellites, nmea } = await done('position.read', { slot })
  expect(position).toMatchObject({ fix: 3, pdop: 1.5, hdop: 0.9, vdop: 1.2 })
  expect(new Set(satellites.map(({ system }) => system))).toEqual(
    new Set(['GPS', 'GLONASS', 'Galileo', 'BeiDou']),
  )
  expect(satellites.filter(({ used }) => used).length).toBe(position?.used)
  expect(satellites[0]).toMatchObject({ system: 'GPS', id: 3, elevation: 71, used: true })
  expect(nmea.port).toMatchObject({ state: 'open', bad: 0 })
  // A point a second, whoever told it.
  const { points } = (await done('position.read', { slot })).track
  for (let second = 0; second < 10; second++) {
    await clock.advance(1_000)
    await done('position.read', { slot, whole: false })
  }
  const { track } = await done('position.read', { slot })
  expect(track.points - points).toBeLessThanOrEqual(12)
  expect(track.metres / track.points).toBeLessThan(9)
  expect(nmea.port?.sentences).toBeGreaterThan(20)
  await done('position.port', { slot, path: null })
  expect((await done('position.read', { slot })).nmea.port).toBeNull()
})

test('Quectel: sentences that are asked for tell the satellites, and a receiver that runs is not deleted', async () => {
  const { done, fixed, at, clock } = await opened('sim:ec25')
  await done('position.power', { slot, on: true })
  await fixed()
  await clock.advance(2_000)
  const { position, satellites } = await done('position.read', { slot })
  expect(satellites.filter(({ used }) => used).length).toBe(position?.used)
  expect(await at('AT+QGPSDEL=0')).toMatchObject({ ok: false })
  expect(await at('AT+QGPS=1')).toMatchObject({ ok: false })
})

test('a Nordic modem tells its place by itself, once GNSS is among its systems', async () => {
  const { done, read, fixed, at } = await opened('sim:nrf91')
  const power = (on: boolean) => done('position.power', { slot, on })
  expect(await read(true)).toMatchObject({ family: { id: 'nordic-assisted' }, on: false })
  expect(await power(true).catch(refusal)).toMatch(
    /^gnss-refused AT#XGPS=1,0,1: ERROR\. .*AT%XSYSTEMMODE=1,0,1,0 .* refused, this module or its firmware has no GNSS/,
  )
  await at('AT%XSYSTEMMODE=1,0,1,0')
  expect(await power(true)).toMatchObject({ on: true })
  const { position } = await fixed()
  expect(position?.latitude).toBeCloseTo(35.68, 1)
  expect(position?.speedKmh).toBeCloseTo(30.2, 0)
  expect(await power(false)).toMatchObject({ on: false, position: null })
})

test.each(['sim:sara-r4#31', 'sim:lara-r6#31'])(
  '%s has a receiver beside it once the pin of its supply is set, and says so before',
  async (path) => {
    const { done, read, fixed, at, clock } = await opened(path)
    const power = (on: boolean) => done('position.power', { slot, on })
    expect(await read(true)).toMatchObject({ family: { id: 'u-blox' }, on: false })
    await at('AT+CMEE=2')
    const refused = await power(true).catch(refusal)
    expect(refused).toMatch(/^gnss-refused AT\+UGPS=1,0: \+CME ERROR: GPS GPIO not configured\. /)
    expect(refused).toMatch(/no receiver inside: .* AT\+UGPIOC=23,3/)
    await at('AT+UGPIOC=23,3')
    expect(await power(true)).toMatchObject({ on: true, position: null })
    // One sentence is asked after the other: the first position may have come between them.
    await fixed()
    await clock.advance(1_000)
    const { position } = await read()
    expect(position?.latitude).toBeCloseTo(35.68, 1)
    expect(position?.speedKmh).toBeCloseTo(30.2, 0)
    const { satellites } = await read()
    expect(satellites.filter(({ used }) => used).length).toBe(position?.used)
    expect(await power(false)).toMatchObject({ on: false, position: null })
  },
)

test('a module that has no receiver is told as one', async () => {
  const { read } = await opened('sim:le910#31')
  expect(await read(true).catch(refusal)).toMatch(/^gnss-none AT\$GPSP\?: ERROR/)
})

test('a modem without such a port sends the sentences among its answers, until it is told not to', async () => {
  const { done, read, clock } = await opened('sim:sim7672')
  await done('position.power', { slot, on: true })
  expect(await done('position.stream', { slot, on: true })).toMatchObject({
    nmea: { streams: true, canStream: true, ports: [] },
  })
  await clock.advance(3_000)
  expect((await read()).satellites).toHaveLength(16)
  await done('position.power', { slot, on: false })
  expect((await read(true)).nmea.streams).toBe(false)
})

test.each([
  ['gnss-weak', true, /^15$|^1[0-9]$/],
  ['gnss-antenna', false, /^0$/],
])('with %s there is no position, and the sky tells why', async (fault, heard, count) => {
  const { done, clock, read, simulators } = await opened('sim:sim7600')
  simulators.control('sim:sim7600', fault)
  await done('position.start', { slot, kind: 'cold' })
  await done('position.port', { slot, path: 'sim:sim7600/nmea' })
  await clock.advance(60_000)
  const { position, satellites, started } = await read()
  expect(position).toBeNull()
  expect(started?.firstFixMs).toBeNull()
  expect(satellites.some(({ cn0 }) => cn0 !== null)).toBe(heard)
  expect(String(satellites.length)).toMatch(count)
})

test('a way is told with its places on demand alone, and else begins at 0° 0′', async () => {
  const { done, fixed, clock, read } = await opened('sim:sim7672')
  await done('position.start', { slot, kind: 'hot' })
  await fixed()
  for (let second = 0; second < 30; second++) {
    await clock.advance(1_000)
    await read()
  }
  const track = (format: 'gpx' | 'geojson', showPlaces: boolean) =>
    done('position.track', { slot, format, showPlaces })
  const { track: size } = await read()
  // Thirty seconds of the thirty kilometres an hour it goes.
  expect(size.metres).toBeGreaterThan(200)
  expect(size.metres).toBeLessThan(320)
  const hidden = await track('gpx', false)
  expect(hidden.text).toContain('<trkpt lat="0" lon="0">')
  expect(hidden.text).not.toMatch(/lat="3[45]\.|lon="139\./)
  expect(hidden.masked).toEqual({ position: size.points })
  expect((await track('gpx', true)).text).toMatch(/<trkpt lat="35\.6\d+" lon="139\.7\d+">/)
  const { text = '' } = await track('geojson', true)
  const [feature] = (JSON.parse(text) as { features: { geometry: { coordinates: number[][] } }[] })
    .features
  expect(feature?.geometry.coordinates).toHaveLength(size.points)
  expect(feature?.geometry.coordinates[0]?.[0]).toBeCloseTo(139.77, 1)
  await done('position.clear', { slot })
  expect(await track('gpx', true).catch(refusal)).toMatch(/^gnss-no-track/)
})

test.each([
  ['sim:generic', 'hot', /^gnss-unknown/],
  ['sim:sim7600', 'warm', /^gnss-no-start asked for warm; there are: cold, hot/],
] as const)('%s, start %s: refused in words', async (path, kind, words) => {
  const { done } = await openedBench(path)
  expect(await done('position.start', { slot, kind }).catch(refusal)).toMatch(words)
})

test('of a modem of no known family the NMEA port alone is read, and a position ends with its sentences', async () => {
  const { done, fixed, clock, simulators } = await opened('sim:generic')
  expect(await done('position.read', { slot })).toMatchObject({
    family: null,
    on: null,
    starts: [],
  })
  // The receiver of another modem stands for the port of this one.
  const other = simulators.modem('sim:sim7600')
  other.position.start(1, 'hot')
  await done('position.port', { slot, path: 'sim:sim7600/nmea' })
  await clock.advance(5_000)
  const { position, satellites } = await fixed()
  expect(position?.fix).toBe(3)
  expect(satellites).toHaveLength(16)
  other.position.stop()
  await clock.advance(11_000)
  expect((await done('position.read', { slot })).position).toBeNull()
})

test('a modem of a family with receivers that has none is told from one that is off', async () => {
  const { done, simulators } = await openedBench('sim:sim7672')
  const { registry } = simulators.modem('sim:sim7672')
  ;(registry as Map<string, unknown>).delete('+CGNSSPWR')
  expect(await done('position.read', { slot }).catch(refusal)).toMatch(
    /^gnss-none AT\+CGNSSPWR\?: ERROR/,
  )
})

test('a port with data is not asked', async () => {
  const bench = await opened('sim:sim7600')
  const { done, ask } = bench
  await ask('connect.start', { slot, target: soracom })
  await bench.verdict(slot)
  expect(await done('position.read', { slot }).catch(refusal)).toMatch(/^at-not-command-mode/)
})

test('a cable that goes in the middle is told, and the NMEA port with it', async () => {
  const { done, simulators, fixed } = await opened('sim:sim7600')
  await done('position.start', { slot, kind: 'hot' })
  await fixed()
  simulators.control('sim:sim7600', 'unplug')
  expect(await done('position.read', { slot }).catch(refusal)).toMatch(/^port-(gone|closed)/)
})

test('positions are masked in an export of the log', async () => {
  const { done, fixed } = await opened('sim:sim7672')
  await done('position.start', { slot, kind: 'hot' })
  await fixed()
  const { text } = await done('log.export', {
    slots: [slot],
    format: 'text',
    language: 'en',
    redact: true,
  })
  expect(text).toContain('+CGNSSINFO: 3,')
  expect(text).not.toMatch(/354\d\.\d{3}/)
})
