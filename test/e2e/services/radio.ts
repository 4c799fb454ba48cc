import { beforeAll, describe, expect, test } from 'vitest'
import type { BenchPage } from '../../support/bench-page'
import type { SharedWindow } from '../../support/shared-window'

export function radioStories(window: SharedWindow): void {
  describe.each([
    [
      'en',
      'sim:sim7600#12',
      ['LTE bands off: B1', /goes back in [23]:\d\d/, 'refused the setting'],
    ],
    [
      'ja',
      'sim:sim7600',
      ['LTE バンドをオフ：B1', /[23]:\d\d 後に元に戻ります/, '設定を拒否しました'],
    ],
  ] as const)('the page for the radio (%s)', (language, port, [difference, undo, refused]) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.open('a', `${port}?speed=fast`)
      await bench.show('radio')
      await bench.at('radio-lte-bands').waitFor()
    })
    const box = (band: string) => bench.at(`radio-lte-bands-${band}`)

    test('shows the difference first, writes it, and lets it be taken back from any page', async () => {
      await box('B1').click()
      await bench.at('radio-compare').click()
      const proposal = bench.at('radio-proposal')
      await expect.poll(() => proposal.textContent()).toContain(difference)
      await bench.at('radio-write').click()
      await bench.at('radio-undo-a').waitFor()
      await expect.poll(() => box('B1').count()).toBe(0)
      await bench.show('log')
      expect(await bench.at('radio-undo-a').textContent()).toMatch(undo)
      await bench.at('radio-back-a').click()
      await bench.at('radio-undo-a').waitFor({ state: 'detached' })
      await bench.show('radio')
      await expect.poll(() => box('B1').isChecked()).toBe(true)
    })

    test('says why a band was refused and what to do, and shows what is written now', async () => {
      await bench.at('radio-all-lte-bands').click()
      await box('B41').click()
      await bench.at('radio-compare').click()
      await bench.at('radio-write').click()
      await expect.poll(() => bench.at('radio-error').textContent()).toContain(refused)
      expect(await box('B41').isChecked()).toBe(false)
      expect(await bench.at('radio-undo-a').count()).toBe(0)
    })
  })
}
