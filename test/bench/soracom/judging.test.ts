import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'
import { soracom } from '../../support/connect-bench'
import { login, SoracomApi } from '../../support/soracom-api'

const slot = 'a' as const
let fixture: Awaited<ReturnType<typeof benchFixture>>
let api: SoracomApi
afterEach(async () => {
  await fixture.end()
  expect(api.wrong).toEqual([])
})

/** A modem whose context is refused, with somebody signed in. */
async function failing() {
  let nowMs = () => 0
  api = new SoracomApi(() => nowMs())
  fixture = await benchFixture(1, {}, { soracom: api.access })
  nowMs = () => fixture.clock.nowMs()
  await fixture.ask('soracom.signIn', { ...login, keep: false })
  await fixture.ask('port.open', { slot, path: 'sim:sim7672?speed=fast' })
  await fixture.ask('connect.start', { slot, target: { ...soracom, apn: 'nowhere.example' } })
  return fixture.verdict(slot)
}
const said = async () => (await fixture.ask('soracom.state', undefined)).slots[slot].verdict?.en

test('a connection that never got to SORACOM is said to have not, once its event had time to come', async () => {
  expect((await failing()).result).toBe('failed')
  await fixture.clock.advance(5_000)
  expect(await said()).toBeUndefined()
  await fixture.clock.advance(10_000)
  expect(await said()).toMatch(/saw no session in this attempt/)
})

test('an event that comes late is not missed', async () => {
  await failing()
  api.happened('Created', { apn: 'soracom.io' })
  await fixture.clock.advance(15_000)
  expect(await said()).toMatch(/created a session in this attempt/)
})

test('where the platform does not answer, no verdict is made up', async () => {
  await failing()
  api.next.push({ status: 503, body: '' }, { status: 503, body: '' })
  await fixture.ask('soracom.verdict', { slot })
  await fixture.clock.advance(30_000)
  expect(await said()).toBeUndefined()
})
