// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import App from '@renderer/App.vue'
import { useShell } from '@renderer/stores/shell'
import { found, mostShown, type PaletteEntry } from '@renderer/views/palette/palette'
import { show, startWindow } from '../support/window'

const entry = (kind: PaletteEntry['kind'], title: string, hint = ''): PaletteEntry => ({
  id: `${kind}-${title}`,
  kind,
  title,
  hint,
  act: vi.fn(),
})
const titles = (list: readonly PaletteEntry[]) => list.map(({ title }) => title)

describe('what the palette finds', () => {
  const all = [
    entry('page', 'Signal'),
    entry('page', 'Log'),
    entry('preset', 'SORACOM', 'soracom.io'),
    entry('command', 'AT+CSQ', 'Asks: signal strength'),
    entry('command', 'AT+CSQX', 'Another'),
    entry('command', 'AT+COPS', 'Operator'),
  ]

  test('before anything is typed it lists what there is to go to, without hundreds of commands', () => {
    expect(titles(found(all, ''))).toEqual(['Signal', 'Log', 'SORACOM'])
  })
  test('every word must be there, in the name or behind it', () => {
    expect(titles(found(all, 'signal'))).toEqual(['Signal', 'AT+CSQ'])
    expect(titles(found(all, 'csq strength'))).toEqual(['AT+CSQ'])
    expect(titles(found(all, 'nothing of this'))).toEqual([])
    const radio = { ...entry('page', '無線'), id: 'page-radio' }
    expect(titles(found([radio], 'radio'))).toEqual(['無線'])
    expect(titles(found([radio], 'page'))).toEqual([])
  })
  test.for(['csq', '+csq', 'AT+CSQ', 'ａｔ＋ｃｓｑ'])('%s means the command', (typed) => {
    expect(titles(found(all, typed))[0]).toBe('AT+CSQ')
  })
  test('is no longer than anybody reads', () => {
    const many = Array.from({ length: 500 }, (_none, n) => entry('page', `Page ${n}`))
    expect(found(many, 'page')).toHaveLength(mostShown)
  })
})

describe('the palette in the window', () => {
  beforeEach(async () => {
    document.body.innerHTML = ''
    await startWindow()
  })
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
    await flushPromises()
  }
  const field = () => document.querySelector<HTMLInputElement>('[data-testid="palette-search"]')

  test('opens with Ctrl+K from anywhere, and Enter goes where it says', async () => {
    show(App)
    await flushPromises()
    await press('k', { ctrlKey: true })
    const input = field()
    if (!input) throw new Error('the palette did not open')
    input.value = 'failover'
    input.dispatchEvent(new Event('input'))
    await flushPromises()
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(useShell().view).toBe('failover')
    expect(useShell().paletteOpen).toBe(false)
  })
})
