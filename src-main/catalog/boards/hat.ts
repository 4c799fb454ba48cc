import type { BoardLine, PinSet } from '@core/power/board'

/** The lines of MechaTrax HATs at the 40-pin header: buffered on the board, active high, 3.3 V. */
export const hatLines: { readonly [line in 'power' | 'reset' | 'status' | 'ri']: BoardLine } = {
  power: {
    dir: 'out',
    activeLow: false,
    drive: 'push-pull',
    title: { en: 'POWER (power key)', ja: 'POWER（電源キー）' },
  },
  reset: {
    dir: 'out',
    activeLow: false,
    drive: 'push-pull',
    title: { en: 'RESET', ja: 'RESET' },
  },
  status: {
    dir: 'in',
    activeLow: false,
    drive: 'push-pull',
    title: { en: 'STATUS (1 is on)', ja: 'STATUS（1 でオン）' },
  },
  ri: {
    dir: 'in',
    activeLow: false,
    drive: 'push-pull',
    title: { en: 'RI (ring)', ja: 'RI（着信）' },
  },
}

/** Jumpers of 3GPi Ver.2 and 4GPi, by BCM number (3gpi-utils, 4gpi-utils). */
export const hatPinSets: readonly PinSet[] = [
  {
    id: 'default',
    title: { en: 'As delivered: 17, 27, 22', ja: '出荷時：17、27、22' },
    pins: { power: 17, reset: 27, status: 22, ri: 16 },
  },
  {
    id: 'alternative',
    title: {
      en: 'Jumpers moved: 12, 6, 13 (the second of two stacked boards)',
      ja: 'ジャンパー変更後：12、6、13（2 枚重ねの 2 枚目）',
    },
    pins: { power: 12, reset: 6, status: 13, ri: 18 },
  },
]
