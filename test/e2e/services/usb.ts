import { beforeAll, describe, expect, test } from 'vitest'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function usbStories(window: SharedWindow): void {
  describe('what a modem is on USB', () => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew('ja')
      await bench.open('a', 'sim:sim7600?speed=fast')
      await bench.choose('a', 'care')
    })
    const panel = () => bench.at('usb').innerText()
    /** It leaves the bus, and its port comes back under another name. */
    const backOnTheBus = async () => {
      await bench.at('usb-written').waitFor()
      await expect.poll(() => bench.at('usb-read').isEnabled()).toBe(true)
      await bench.at('usb-read').click()
      await bench.at('usb-9011').waitFor()
    }

    test('it is switched, comes back on other ports, and goes back to what it was', async () => {
      await bench.at('usb-read').click()
      await bench.at('usb-9011').waitFor()
      expect(await panel()).toMatch(/QMI · 現在/)
      expect(await bench.at('usb-undo').count()).toBe(0)
      await bench.at('usb-9011').click()
      await bench.at('usb-write').click()
      await backOnTheBus()
      expect(await panel()).toMatch(/RNDIS · 現在/)
      await bench.at('usb-undo').click()
      await backOnTheBus()
      expect(await panel()).toMatch(/QMI · 現在/)
      expect(await bench.at('usb-undo').count()).toBe(0)
    })
  })
}
