import { state, type FaultKnob } from './knob'

/** What can be wrong with the flash of a modem. */
export const fileKnobs: readonly FaultKnob[] = [
  state({
    id: 'files-full',
    group: 'modem',
    title: { en: 'File system full', ja: 'ファイル領域に空きなし' },
    read: ({ storage }) => storage.full,
    write: ({ storage }, on) => {
      storage.full = on
    },
  }),
]
