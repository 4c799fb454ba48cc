// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { nothingSeen, type Verdict } from '@contract'
import VerdictCard from '@renderer/views/connect/VerdictCard.vue'
import PlatformPanel from '@renderer/views/soracom/PlatformPanel.vue'
import { FakeHost } from '../support/fake-host'
import { slotA, slotB } from '../support/fake-state'
import { byTest, show, startWindow } from '../support/window'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  page = undefined
})

const account = { way: 'key', coverage: 'jp', name: 'OP0000000001', kept: 'not' } as const
const words = { en: 'SORACOM saw no session.', ja: 'セッションがありません。' }
const failed: Verdict = {
  result: 'failed',
  step: 'dial',
  seen: [],
  meaning: { en: 'It failed.', ja: '失敗しました。' },
  tries: [],
  dns: [],
  ms: 1000,
  mode: 'command',
}

test('a verdict that failed tells what SORACOM saw of it, of this slot alone', async () => {
  const host = await startWindow(new FakeHost({ a: slotA(), b: slotB() }))
  page = show(VerdictCard, { slotName: 'a', verdict: failed, connected: false })
  expect(page.find('[data-testid=verdict-platform]').exists()).toBe(false)
  const slots = { a: nothingSeen, b: { ...nothingSeen, verdict: words } }
  host.tell('soracom', { account, ready: true, keeps: 'file', slots })
  await flushPromises()
  expect(page.find('[data-testid=verdict-platform]').exists()).toBe(false)
  host.tell('soracom', { account, ready: true, keeps: 'file', slots: { ...slots, a: slots.b } })
  await flushPromises()
  expect(byTest(page, 'verdict-platform').text()).toBe(words.en)
})

test('nobody is asked before somebody signs in, and a session is ended after a question alone', async () => {
  const host = await startWindow(new FakeHost({ a: slotA(), b: slotB() }))
  page = show(PlatformPanel, { slotName: 'a' })
  expect(page.find('[data-testid=platform-look]').exists()).toBe(false)
  host.tell('soracom', {
    account,
    ready: true,
    keeps: 'file',
    slots: { a: nothingSeen, b: nothingSeen },
  })
  await flushPromises()
  await byTest(page, 'platform-look').trigger('click')
  await flushPromises()
  expect(host.inputsOf('soracom.look')).toEqual([{ slot: 'a' }])
  await byTest(page, 'platform-delete').trigger('click')
  await flushPromises()
  expect(host.inputsOf('soracom.deleteSession')).toEqual([])
  document.querySelector<HTMLElement>('[data-testid=platform-delete-confirm]')?.click()
  await flushPromises()
  expect(host.inputsOf('soracom.deleteSession')).toEqual([{ slot: 'a' }])
})
