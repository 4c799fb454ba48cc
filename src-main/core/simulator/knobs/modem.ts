import type { Words } from '../../words'
import { muxOffers, type MuxOffer } from '../mux-offer'
import { act, choice, state, type FaultKnob } from './knob'

const group = 'modem'

const muxTitles: { readonly [offer in MuxOffer]: Words } = {
  basic: { en: 'Basic', ja: '基本' },
  advanced: { en: 'Advanced', ja: '拡張' },
  both: { en: 'Basic and advanced', ja: '基本と拡張' },
  'error-recovery': { en: 'Error recovery', ja: 'エラー回復' },
}

/** What goes wrong inside the modem, and at its cable. */
export const modemKnobs: readonly FaultKnob[] = [
  act(
    { id: 'crash', group, title: { en: 'Crash and reboot', ja: 'クラッシュして再起動' } },
    (modem) => modem.faults.crash(),
  ),
  state({
    id: 'hang',
    group,
    title: { en: 'Does not answer', ja: '応答しない' },
    read: (modem) => modem.hearing === 'deaf',
    write: (modem, on) => modem.faults.hang(on),
  }),
  state({
    id: 'echo-only',
    group,
    title: { en: 'Only gives back what it gets', ja: 'エコーのみ返す' },
    read: (modem) => modem.hearing === 'echo-only',
    write: (modem, on) => {
      modem.hearing = on ? 'echo-only' : 'normal'
    },
  }),
  state({
    id: 'remove-sim',
    group,
    title: { en: 'SIM taken out', ja: 'SIM を抜く' },
    read: (modem) => modem.card.state === 'absent',
    write: ({ faults }, on) => (on ? faults.removeCard() : faults.insertCard()),
  }),
  state({
    id: 'unplug',
    group,
    title: { en: 'Cable unplugged', ja: 'ケーブルを抜く' },
    read: (modem) => !modem.plugged,
    write: ({ faults }, on) => (on ? faults.unplug() : faults.plug()),
  }),
  choice({
    id: 'mux',
    group,
    title: { en: 'Multiplexer it offers', ja: '対応するマルチプレクサー' },
    usual: 'advanced',
    values: muxOffers.map((value) => ({ value, title: muxTitles[value] })),
    read: (modem) => modem.muxOffer,
    write: (modem, value) => {
      modem.muxOffer = muxOffers.find((offer) => offer === value)
    },
  }),
  state({
    id: 'mux-late',
    group,
    title: {
      en: 'Channels of the multiplexer ready 50 ms late',
      ja: 'マルチプレクサーのチャネルの準備が 50 ms 遅れる',
    },
    read: (modem) => modem.muxLate,
    write: (modem, on) => {
      modem.muxLate = on
    },
  }),
  state({
    id: 'mux-silent',
    group,
    title: {
      en: 'Accepts the multiplexer and answers none of its frames',
      ja: 'マルチプレクサーを受け付けるが、フレームに応答しない',
    },
    read: (modem) => modem.muxSilent,
    write: (modem, on) => {
      modem.muxSilent = on
    },
  }),
  act(
    {
      id: 're-enumerate',
      group,
      title: { en: 'Come back under another name', ja: '別の名前で再認識させる' },
    },
    (modem) => modem.faults.reEnumerate(),
  ),
]
