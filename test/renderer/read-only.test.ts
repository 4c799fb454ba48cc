// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { may } from '@contract'
import App from '@renderer/App.vue'
import { useShell, viewNames } from '@renderer/stores/shell'
import { FakeHost } from '../support/fake-host'
import { patient } from '../support/patience'
import { byTest, show, startWindow } from '../support/window'

class ReadingHost extends FakeHost {
  override snapshot() {
    return { ...super.snapshot(), readOnly: true as const, role: 'read' as const }
  }
}

class UsingHost extends FakeHost {
  override snapshot() {
    return { ...super.snapshot(), role: 'use' as const }
  }
}

// Copying needs a clipboard, which is not here either.
Object.assign(document, { execCommand: () => true })

let page: VueWrapper
let host: FakeHost
beforeEach(async () => {
  window.location.hash = ''
  host = await startWindow(new ReadingHost())
  page = show(App)
})
afterEach(() => page.unmount())

const isOn = (element: Element) =>
  !element.hasAttribute('disabled') && element.closest('fieldset[disabled]') === null

test('a window that may only look says so, and why its controls are off', async () => {
  expect(byTest(page, 'read-only').text()).toContain('This window may only look')
  const close = byTest(page, 'slot-a-close').element
  expect(isOn(close)).toBe(false)
  expect(close.closest('fieldset')?.getAttribute('title')).toContain('the token for reading')
  expect(isOn(byTest(page, 'terminal-a-input').element)).toBe(false)
})

// Charts need a canvas, which is not here; the panel beside them is shown alone.
test.each(viewNames.filter((name) => name !== 'signal'))(
  'what is left on in "%s" asks for nothing that is refused',
  async (view) => {
    useShell().show(view)
    await flushPromises()
    // Parts that are loaded when they are first shown.
    await expect
      .poll(() => page.findAll('main button, main select').length, patient)
      .toBeGreaterThan(0)
    const before = host.asked.length
    for (const button of page.findAll('main button')) {
      if (!isOn(button.element) || !button.element.isConnected) continue
      await button.trigger('click')
      await flushPromises()
    }
    const refused = host.asked.slice(before).filter(({ name }) => !may('read', name))
    expect(refused).toEqual([])
  },
)

test('how it looks is its own affair, and changes nothing for others', async () => {
  useShell().show('settings')
  await flushPromises()
  await byTest(page, 'settings-theme').setValue('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(host.inputsOf('settings.change')).toEqual([])
})

test('a window whose token may use the modems keeps its settings to itself', async () => {
  page.unmount()
  host = await startWindow(new UsingHost())
  page = show(App)
  expect(isOn(byTest(page, 'terminal-a-input').element)).toBe(true)
  useShell().show('settings')
  await flushPromises()
  await byTest(page, 'settings-theme').setValue('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(host.inputsOf('settings.change')).toEqual([])
})

test('a window that may do everything has no word of it', async () => {
  page.unmount()
  await startWindow()
  page = show(App)
  expect(page.find('[data-testid=read-only]').exists()).toBe(false)
  expect(isOn(byTest(page, 'terminal-a-input').element)).toBe(true)
})
