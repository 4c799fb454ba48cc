import { state, type FaultKnob } from './knob'

const group = 'radio'

/** What reaches the antenna of the receiver for satellites. */
export const gnssKnobs: readonly FaultKnob[] = [
  state({
    id: 'gnss-weak',
    group,
    title: { en: 'GNSS: too little of the sky for a fix', ja: 'GNSS：空が見えず測位できない' },
    read: ({ position }) => position.view === 'weak',
    write: ({ position }, on) => {
      position.view = on ? 'weak' : 'free'
    },
  }),
  state({
    id: 'gnss-antenna',
    group,
    title: { en: 'GNSS: antenna without supply', ja: 'GNSS：アンテナに給電されていない' },
    read: ({ position }) => position.view === 'none',
    write: ({ position }, on) => {
      position.view = on ? 'none' : 'free'
    },
  }),
]
