import { Fault } from '../../fault'
import type { Words } from '../../words'
import { choice, number, orOff, state, type FaultKnob } from './knob'

const group = 'packets'

const notFromElsewhere: Words = {
  en: 'this-computer=on: a bench that is offered to other computers keeps its own ports to itself. Use it in the window or at the command line of this computer.',
  ja: '「this-computer=on」：他のコンピューターに公開しているベンチでは使えません。このコンピューターのウィンドウまたはコマンドラインで使ってください。',
}
const share = { en: 'a share from 0 to 1', ja: '0〜1 の割合' }

/** What becomes of octets and packets on their way. */
export const packetKnobs: readonly FaultKnob[] = [
  number({
    id: 'loss',
    group,
    title: { en: 'Packets lost (share)', ja: 'パケット損失（割合）' },
    expected: share,
    range: [0, 1],
    usual: 0.2,
    read: (modem) => orOff(modem.air.loss),
    write: (modem, value) => modem.faults.impair({ loss: value ?? 0 }),
  }),
  number({
    id: 'latency',
    group,
    title: { en: 'Latency added (ms)', ja: '遅延を追加（ms）' },
    expected: { en: 'milliseconds from 0 to 60000', ja: '0〜60000 ミリ秒' },
    range: [0, 60_000],
    usual: 800,
    read: (modem) => orOff(modem.air.extraMs),
    write: (modem, value) => modem.faults.impair({ extraMs: value ?? 0 }),
  }),
  number({
    id: 'path-mtu',
    group,
    title: { en: 'MTU of the path (octets)', ja: 'パス MTU（オクテット）' },
    expected: { en: 'octets from 576 to 1500', ja: '576〜1500 オクテット' },
    range: [576, 1500],
    usual: 1400,
    read: ({ air }) => air.pathMtu,
    write: ({ air }, value) => {
      air.pathMtu = value
    },
  }),
  state({
    id: 'path-silent',
    group,
    title: { en: 'No router tells of that MTU', ja: 'パス MTU を通知しない' },
    read: ({ air }) => air.pathSilent,
    write: ({ air }, on) => {
      air.pathSilent = on
    },
  }),
  number({
    id: 'noise',
    group,
    title: { en: 'Noise on the line (share)', ja: '文字化け（割合）' },
    expected: share,
    range: [0, 1],
    usual: 0.02,
    read: (modem) => orOff(modem.wire.noise),
    write: (modem, value) => modem.faults.noise(value ?? 0),
  }),
  state({
    id: 'this-computer',
    group,
    title: {
      en: 'this-computer.example is this computer (its ports on localhost)',
      ja: 'this-computer.example でこのコンピューター（localhost の各ポート）に接続',
    },
    read: ({ air }) => air.computer,
    write: ({ air, network }, on) => {
      if (on && !network.outside) throw new Fault('bad-input', notFromElsewhere)
      air.computer = on
    },
  }),
  choice({
    id: 'broker',
    group,
    title: { en: 'MQTT broker broker.example', ja: 'MQTT ブローカー broker.example' },
    usual: 'away',
    values: [
      { value: 'away', title: { en: 'closes every connection', ja: 'すべての接続を切断' } },
      { value: 'refuses', title: { en: 'refuses every log-in', ja: 'すべてのログインを拒否' } },
    ],
    read: ({ air }) => air.broker,
    write: ({ air }, value) => {
      air.broker = value === 'away' || value === 'refuses' ? value : undefined
    },
  }),
]
