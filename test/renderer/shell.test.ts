// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import App from '@renderer/App.vue'
import { useShell } from '@renderer/stores/shell'
import { FakeHost } from '../support/fake-host'
import { byTest, show, startWindow } from '../support/window'

let page: VueWrapper
let host: FakeHost
beforeEach(async () => {
  window.location.hash = ''
  host = await startWindow()
  page = show(App)
})
afterEach(() => page.unmount())
const press = async (key: string, more: KeyboardEventInit = {}, at: EventTarget = window) => {
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  await flushPromises()
}

test('Ctrl and a digit go to a screen, and the rail says which one it is', async () => {
  await press('2', { ctrlKey: true })
  expect(byTest(page, 'rail-connect').attributes('aria-current')).toBe('page')
  expect(page.find('[data-testid=connect-start],[data-testid=connect-disconnect]').exists()).toBe(
    true,
  )
  await press('0', { ctrlKey: true })
  expect(page.find('[data-testid=settings-theme]').exists()).toBe(true)
})

test('F6 goes from one command line to the other', async () => {
  host.patch('a', { mode: 'command', at: { through: 'port', found: false, held: false } })
  await flushPromises()
  const focused = () => document.activeElement?.getAttribute('data-testid')
  await press('F6')
  expect(focused()).toBe('terminal-a-input')
  await press('F6')
  expect(focused()).toBe('terminal-b-input')
  await press('F6')
  expect(focused()).toBe('terminal-a-input')
})

test('a question mark shows the keys, but is only a character while something is typed', async () => {
  await press('?', {}, byTest(page, 'terminal-b-input').element)
  expect(useShell().shortcutsOpen).toBe(false)
  await press('?')
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('Keyboard shortcuts')
})

test('says so while the host cannot be reached', async () => {
  expect(page.text()).not.toContain('The connection to Modem Bench is down')
  useShell().hostUp = false
  await flushPromises()
  expect(page.text()).toContain('The connection to Modem Bench is down')
})

test('says what keeps the log from the disk until it is over, and again when it comes back', async () => {
  const trouble = {
    kind: 'failed',
    level: 'failure',
    words: { en: 'The log is not on the disk.', ja: 'ログをディスクに書き込めません。' },
    tries: [{ en: 'Make room.', ja: '空きを確保してください。' }],
  } as const
  host.tell('store', [trouble])
  await flushPromises()
  expect(page.find('.trouble').text()).toContain('The log is not on the disk. Make room.')
  await page.find('.trouble button').trigger('click')
  expect(page.find('.trouble').exists()).toBe(false)
  host.tell('store', [])
  host.tell('store', [trouble])
  await flushPromises()
  expect(page.find('.trouble').exists()).toBe(true)
  host.tell('store', [])
  await flushPromises()
  expect(page.find('.trouble').exists()).toBe(false)
})

test('a window that comes later says what kept the log from the disk before', async () => {
  page.unmount()
  const words = { en: 'Only 150 MB are free.', ja: '空きは 150 MB だけです。' }
  const before = new FakeHost()
  before.store = [{ kind: 'space', level: 'warning', words, tries: [] }]
  host = await startWindow(before)
  page = show(App)
  expect(page.find('.trouble').text()).toContain('Only 150 MB')
})

test('a screen keeps what was typed on it while another is shown', async () => {
  await byTest(page, 'terminal-b-input').setValue('AT+CO')
  await byTest(page, 'rail-log').trigger('click')
  await flushPromises()
  await byTest(page, 'rail-bench').trigger('click')
  await flushPromises()
  expect((byTest(page, 'terminal-b-input').element as HTMLInputElement).value).toBe('AT+CO')
})
