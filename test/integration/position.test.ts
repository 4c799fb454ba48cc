import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'

describe('modem-bench position', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'modem-bench-position-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const position = (...args: string[]) => runCli(['position', ...args])

  test('starts the receiver, tells place and time, keeps the way, and turns it off again', async () => {
    const file = join(folder, 'way.gpx')
    const { out, err, code } = await position(
      'sim:sim7600?speed=fast',
      ...['--start', 'cold', '--for', '4s', '--track', file],
    )
    expect(out).toMatch(/^GNSS: SIMCom .* on, cold start\nfirst position after \d+\.\d s\n/)
    expect(out).toMatch(/35\.\d{6}, 139\.\d{6} .* 3D .* HDOP 0\.9 {2}PDOP 1\.5 {2}VDOP 1\.2/)
    expect(err).toContain('GNSS is off again, as it was found.')
    expect(err).toMatch(/points [2-9], \d+ m; it begins at 0° 0′/)
    expect(await readFile(file, 'utf8')).toContain('<trkpt lat="0" lon="0">')
    expect(code).toBe(0)
  })

  test('without a position it ends with what is heard of the sky and what to do', async () => {
    const { err, code } = await position(
      'sim:sim7600?speed=fast&gnss-antenna=on',
      ...['--for', '2s', '--nmea', 'sim:sim7600/nmea'],
    )
    expect(err).toMatch(/no position after 2 s; no satellite is heard/)
    expect(err).toMatch(/antenna.*connector marked GNSS/)
    expect(code).toBe(1)
  })

  test('a receiver that cannot be turned on is told with what it needs, and nothing of turning it off', async () => {
    const { err, code } = await position('sim:nrf91?speed=fast')
    expect(err).toMatch(/AT#XGPS=1,0,1: ERROR\. .*AT%XSYSTEMMODE=1,0,1,0/)
    expect(err).not.toContain('off again')
    expect(code).toBe(1)
  })

  test.for([
    [['sim:generic'], 1, /not known here/],
    [['sim:sim7600', '--start', 'warm'], 1, /no command for this kind of start.*cold, hot/s],
    [['sim:sim7600', '--for', '2x'], 2, /90s, 5m or 1h/],
    [['sim:sim7600', '--track', 'way.kml'], 2, /\.gpx or \.geojson/],
    [['sim:nothing'], 2, /sim:/],
  ] as const)('position %j ends with exit %i and words', async ([args, code, words]) => {
    const [port, ...more] = args
    const ended = await position(`${port}?speed=fast`, ...more)
    expect(ended.out + ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})
