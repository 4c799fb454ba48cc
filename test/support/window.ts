import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { defineComponent, h, type Component } from 'vue'
import { listenTo } from '@renderer/stores/start'
import { i18n } from '@renderer/text'
import { FakeHost } from './fake-host'

/** A window whose stores are connected to a host of our own. */
export async function startWindow(host = new FakeHost()): Promise<FakeHost> {
  localStorage.clear()
  setActivePinia(createPinia())
  await listenTo(host)()
  await flushPromises()
  return host
}

/** Puts a part of the window on the page, as the shell would. */
export function show(part: Component, props: Record<string, unknown> = {}): VueWrapper {
  const shell = defineComponent(() => () => h(TooltipProvider, () => h(part, props)))
  return mount(shell, { global: { plugins: [i18n] }, attachTo: document.body })
}

/** Frames are drawn by the browser's clock: waits for the next one and what it causes. */
export async function nextFrame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await flushPromises()
}

export const byTest = (wrapper: VueWrapper, id: string) => wrapper.get(`[data-testid="${id}"]`)

/** Chooses from a menu behind three dots, whose lines are drawn at the end of the page. */
export async function choose(wrapper: VueWrapper, menu: string, item: string): Promise<void> {
  await byTest(wrapper, menu).trigger('click')
  await flushPromises()
  const line = document.querySelector(`[data-testid="${item}"]`)
  line?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  await flushPromises()
}
