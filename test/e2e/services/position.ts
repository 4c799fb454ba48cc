import { beforeAll, describe, expect, test } from 'vitest'
import { defaultSize } from '../../support/app-folders'
import { loadAxe, violationsIn } from '../../support/axe'
import type { BenchPage } from '../../support/bench-page'
import { overflowsIn } from '../../support/overflows'
import { WindowShapes } from '../../support/window-shapes'
import type { SharedWindow } from '../../support/shared-window'

const languages = [
  [
    'en',
    'sim:sim7600',
    {
      off: 'GNSS is off',
      found: 'Position found',
      took: /^Cold start: first position after \d+\.\d s$/,
      way: /^Way: [1-9]/,
    },
  ],
  [
    'ja',
    'sim:sim7600#8',
    {
      off: 'GNSS はオフです',
      found: '測位済み',
      took: /^コールドスタート：初回測位まで \d+\.\d 秒$/,
      way: /^軌跡：[1-9]/,
    },
  ],
] as const

export function positionStories(window: SharedWindow): void {
  describe.each(languages)('the page for the position (%s)', (language, port, says) => {
    let bench: BenchPage
    beforeAll(async () => {
      bench = await window.anew(language)
      await bench.show('position')
    })
    const text = (id: string) => bench.at(id).textContent()

    test('leads to a port, starts the receiver, and covers where it is until it is shown', async () => {
      await bench.at('position-act').click()
      await bench.open('a', `${port}?speed=fast`)
      await bench.show('position')
      await expect.poll(() => text('position-standing')).toContain(says.off)
      await bench.at('position-start-cold').click()
      await expect.poll(() => text('position-standing')).toContain(says.found)
      expect(await text('position-took')).toMatch(says.took)
      expect(await text('position-latitude')).toContain('••••')
      await bench.at('position-reveal').click()
      expect(await text('position-latitude')).toMatch(/^35\.\d{6}°$/)
    })

    test('shows the sky from the NMEA port, and the fault of an antenna in words', async () => {
      await bench.at('position-nmea').selectOption(`${port}/nmea`)
      await bench.at('sky-plot').waitFor()
      await expect.poll(() => bench.at('satellite').count()).toBe(16)
      await expect.poll(() => text('position-track')).toMatch(says.way)
    })

    // Both languages in one go.
    if (language === 'en')
      test('fits at every size and in both languages, and can be used by people who see it otherwise', async () => {
        const shapes = new WindowShapes(window.app)
        await loadAxe(window.page)
        for (const [width, height] of [
          [960, 600],
          [1920, 1080],
        ] as const) {
          await shapes.size(width, height)
          for (const language of ['ja', 'en'] as const) {
            await shapes.look(language, 'light')
            await bench.show('position')
            await bench.at('sky-plot').waitFor()
            for (const theme of ['dark', 'light'] as const) {
              await shapes.wear(theme)
              const where = `${language} ${theme} ${width}x${height}`
              expect.soft(await window.page.evaluate(overflowsIn, 'main'), where).toEqual([])
            }
          }
        }
        expect(await violationsIn(window.page, 'main', 'all')).toEqual([])
        await shapes.size(defaultSize.width, defaultSize.height)
      })
  })
}
