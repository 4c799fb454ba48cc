// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import ToolBox from '@renderer/views/link/ToolBox.vue'
import { tools } from '@renderer/views/link/tools'
import { show, startWindow } from '../support/window'

test('each tool of the link stands in one group, once', async () => {
  await startWindow()
  const page = show(ToolBox, { modelValue: 'a', tabs: false })
  const shown = page.findAll('[role=tab]').map((tab) => tab.attributes('data-testid'))
  const others = ['socks', 'keepAlive', 'dayCost', 'soracom', 'capture', 'both']
  const all = [...tools.map(({ id }) => id as string), ...others]
  expect(shown.toSorted()).toEqual(all.map((id) => `tool-${id}`).toSorted())
  page.unmount()
})
