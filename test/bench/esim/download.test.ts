import { expect, test } from 'vitest'
import type { EsimDownload } from '@contract'
import { openedBench, refusal } from '../../support/opened-bench'
import { recordedLpac } from '../../support/recorded-lpac'

const slot = 'a' as const
const path = 'sim:sim7672?card=esim'
const code = 'LPA:1$127.0.0.1:8443$TEST-1'
const iccid = '89810400000000000985'
type Opened = Awaited<ReturnType<typeof openedBench>>

const bench = (startLpac = recordedLpac('download')) => openedBench(path, {}, { startLpac })
const phasesOf = ({ events }: Opened) =>
  events.flatMap((event) => {
    if (event.name !== 'patch') return []
    const { esimDownload } = event.value.patch
    return esimDownload === undefined ? [] : [esimDownload]
  })

test('a profile is downloaded: where it is is told, it is on the card, and can be enabled', async () => {
  const opened = await bench()
  const { done, at } = opened
  const after = await done('esim.download', { slot, code })
  expect(after.profiles.at(-1)).toMatchObject({
    iccid,
    state: 'disabled',
    provider: 'Example Mobile',
    name: 'Trial 1 GB',
  })
  expect(after.waiting).toBe(1)
  const told = phasesOf(opened)
  expect(told.at(-1)).toBeNull()
  const last = told.findLast((one): one is EsimDownload => one !== null)
  expect(last).toMatchObject({
    phase: 'installation',
    server: '127.0.0.1:8443',
    profile: { iccid, title: 'Example Mobile · Trial 1 GB' },
  })
  expect(last?.sentBytes).toBeGreaterThan(1_000)
  await done('esim.enable', { slot, iccid })
  expect((await at('AT+CICCID')).lines.join()).toContain(iccid)
  // No channel stays open.
  expect((await at('AT+CCHC=1')).ok).toBe(false)
})

test('an eUICC that has the profile already is told as that', async () => {
  const again = (line: string) => [
    line.includes('"lpa"')
      ? JSON.stringify({
          type: 'lpa',
          payload: {
            code: -1,
            message: 'es10b_load_bound_profile_package',
            data: 'store_metadata,install_failed_due_to_iccid_already_exists_on_euicc',
          },
        })
      : line,
  ]
  const { done } = await bench(recordedLpac('download', again))
  expect(await done('esim.download', { slot, code }).catch(refusal)).toMatch(
    /^esim-install This profile is on the eUICC already/,
  )
})

test.each([
  ['a server that refuses', recordedLpac('refused'), /^esim-server lpac: es9p_.*Refused/],
  [
    'a server that is not reached',
    recordedLpac('refused', (line) => [line.replace('"Refused"', '"HTTP transport failed"')]),
    /^esim-server The server could not be reached/,
  ],
  ['lpac that says nothing', recordedLpac('download', () => []), /^esim-lpac/],
])('%s: told in words, and nothing is installed', async (_kind, startLpac, words) => {
  const { done } = await bench(startLpac)
  expect(await done('esim.download', { slot, code }).catch(refusal)).toMatch(words)
  const { profiles } = await done('esim.read', { slot })
  expect(profiles).toHaveLength(3)
})

test('cancelled before the server is asked: nothing is installed, and it is told as cancelled', async () => {
  const opened = await bench()
  const { done, client } = opened
  const cancelling = opened.bench.onEvent((event) => {
    if (event.name !== 'patch' || event.value.patch.esimDownload?.phase !== 'card') return
    void client.call('at.cancel', { slot })
  })
  expect(await done('esim.download', { slot, code }).catch(refusal)).toMatch(/^esim-cancelled/)
  cancelling()
  expect((await done('esim.read', { slot })).profiles).toHaveLength(3)
})

test('a host without lpac, and codes that are wrong, are told before anything is sent', async () => {
  const { done } = await openedBench(path)
  const refused = (wishes: { code: string }) =>
    done('esim.download', { slot, ...wishes }).catch(refusal)
  expect(await refused({ code })).toMatch(/^esim-lpac-missing/)
  expect(await refused({ code: 'PUK 12345678' })).toMatch(/^esim-code/)
  expect(await refused({ code: 'LPA:1$a.example$B$$1' })).toMatch(/^esim-confirmation/)
})

test('an ordinary SIM is told as that', async () => {
  const { done } = await openedBench('sim:sim7672', {}, { startLpac: recordedLpac('download') })
  expect(await done('esim.download', { slot, code }).catch(refusal)).toMatch(/^esim-none/)
})

test('notices are delivered by lpac, all of them, and taken off the card', async () => {
  const started: (readonly string[])[] = []
  const startLpac = (...call: Parameters<ReturnType<typeof recordedLpac>>) => {
    started.push(call[1])
    return recordedLpac('download', (line) => (line.includes('"lpa"') ? [line] : []))(...call)
  }
  const { done } = await bench(startLpac)
  expect(await done('esim.deliver', { slot })).toMatchObject({ waiting: 0 })
  expect(started).toEqual([['notification', 'process', '-a', '-r']])
})
