import type { BoardPreset, Wiring } from '@core/power/board'
import { hatPinSets } from './hat'

const [first, second] = hatPinSets

const withoutRi = ({ ri: _ri, ...pins }: Wiring): Wiring => pins

/** Boards of both slots in one step. */
export const boardPresets: readonly BoardPreset[] = [
  {
    id: '3gpi-stacked',
    title: { en: 'Two stacked 3GPi', ja: '3GPi 2 枚重ね' },
    what: {
      en: 'Slot A is the lower board (17, 27, 22), slot B the upper one with its jumpers moved (12, 6, 13).',
      ja: 'スロット A が下の基板（17、27、22）、スロット B がジャンパー変更済みの上の基板（12、6、13）です。',
    },
    slots: {
      a: { board: '3gpi-v2', adapter: 'gpiod', lines: first?.pins ?? {} },
      // RI of the second board stays open: 16 and 18 may be taken by a console interface.
      b: { board: '3gpi-v2', adapter: 'gpiod', lines: withoutRi(second?.pins ?? {}) },
    },
  },
]
