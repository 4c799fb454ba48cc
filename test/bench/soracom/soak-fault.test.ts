import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'
import { login, SoracomApi } from '../../support/soracom-api'

const example = readFileSync(
  resolve(import.meta.dirname, '../../../resources/examples/soak.yaml'),
  'utf8',
)
const run = example
  .replace('for: 10h', 'for: 4m')
  .replace(
    /^ {2}faults:\n(?: {4}.*\n)+/m,
    '  faults:\n    - { at: 1m, slot: a, fault: delete-session }\n',
  )

test('a run deletes the session on SORACOM, and notes where it could not', async () => {
  expect(run).toContain('delete-session')
  let nowMs = () => 0
  const api = new SoracomApi(() => nowMs())
  const fixture = await benchFixture(1, {}, { soracom: api.access })
  nowMs = () => fixture.clock.nowMs()
  await fixture.ask('soracom.signIn', { ...login, keep: false })
  api.happened('Created', { apn: 'soracom.io' })
  await fixture.ask('soak.start', { text: run })
  await fixture.clock.advance(90_000)
  expect(api.asked.filter((one) => one.endsWith('/delete_session'))).toHaveLength(1)
  expect(api.sim.sessionStatus.online).toBe(false)
  expect(fixture.reports).toEqual([])
  await fixture.ask('soak.stop', undefined)

  // Nobody is signed in any more: the run goes on, and says why the fault was not made.
  await fixture.ask('soracom.signOut', undefined)
  await fixture.ask('soak.start', { text: run })
  await fixture.clock.advance(90_000)
  const state = await fixture.ask('soak.state', undefined)
  expect(state?.state).toBe('running')
  const report = await fixture.ask('soak.report', { format: 'markdown', language: 'en' })
  expect(report.text).toContain('Nobody is signed in to SORACOM')
  await fixture.end()
  expect(api.wrong).toEqual([])
})
