// @vitest-environment happy-dom

import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '@bench/config/config-file'
import SetupPanel from '../../src-renderer/views/failover/SetupPanel.vue'
import SlotCard from '../../src-renderer/views/failover/SlotCard.vue'
import { useFailoverConfig } from '../../src-renderer/stores/failover-config'
import { FakeHost } from '../support/fake-host'
import { slotA, slotB } from '../support/fake-state'
import { byTest, nextFrame, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})

const setup = `name: night
slots:
  a: { port: 'sim:sim7672', connect: {} }
  b: { port: 'sim:sim5320', preset: nobody }
failover: { mode: hot, main: a, back: { hold: soon } }
colour: red
`

async function withSetup(text: string): Promise<void> {
  const host = new FakeHost({ a: slotA(), b: { ...slotB(), modem: null, port: null } })
  host.answers['failover.read'] = () => readConfig(text)
  await startWindow(host)
  await useFailoverConfig().replace(text)
}

test('a mistake is told by the field that it is in, and by its line where the form has none', async () => {
  await withSetup(setup)
  const panel = show(SetupPanel)
  page = panel
  await nextFrame()
  const told = () =>
    byTest(panel, 'config-mistakes')
      .findAll('li')
      .map((one) => one.text().replace(/\s+/g, ' '))
  expect(told()).toEqual([
    expect.stringMatching(/^Return to the main slot · Well for expected a time/),
    expect.stringMatching(/^Line 6, column 1: ?colour there is no setting/),
  ])
  await byTest(panel, 'config-tab-text').trigger('mousedown', { button: 0 })
  await nextFrame()
  expect(told()[0]).toMatch(/^Line 5, column \d+: ?failover\.back\.hold/)
})

test('a setting of a slot is told with its slot', async () => {
  await withSetup(setup.replace('soon', '30s').replace('colour: red\n', ''))
  page = show(SetupPanel)
  await nextFrame()
  const told = byTest(page, 'config-mistakes').findAll('li')
  expect(told.map((one) => one.text().replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^A · APN is missing/),
    expect.stringMatching(/^B · Preset there is no preset "nobody"/),
  ])
})

test('a slot that is closed shows the port of the set-up', async () => {
  await withSetup(setup)
  page = show(SlotCard, { slotName: 'b' })
  expect(page.get('header').text()).toContain('SIM5320')
})
