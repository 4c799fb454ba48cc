import { Fault } from '../fault'
import type { Words } from '../words'
import { emmCauses } from './causes'
import type { SimulatedModem } from './modem'

/**
 * One thing a person can do to a simulated modem while it runs. An act takes no value and has none; a state is `on` or
 * `off`; a number is the number or `off`, and `on` stands for its usual value.
 */
export interface FaultKnob {
  readonly id: string
  readonly title: Words
  readonly kind: 'act' | 'state' | 'number'
  /** What a number must look like, for the one who types it. */
  readonly expected?: Words
  /** The number `on` stands for. */
  readonly usual?: string
  /** The present value; undefined for an act. */
  value(modem: SimulatedModem): string | undefined
  /** What is wrong with a value, or undefined: it can be applied. */
  mistake(value: string | undefined): string | undefined
  /** Throws Fault('bad-input') for a value it cannot use. */
  apply(modem: SimulatedModem, value: string | undefined): void
}

function knob(
  row: Omit<FaultKnob, 'apply'>,
  turn: (modem: SimulatedModem, value: string | undefined) => void,
): FaultKnob {
  return {
    ...row,
    apply: (modem, value) => {
      const mistake = row.mistake(value)
      if (mistake !== undefined) throw new Fault('bad-input', mistake)
      turn(modem, value)
    },
  }
}

function act(id: string, en: string, ja: string, run: (modem: SimulatedModem) => void): FaultKnob {
  const title = { en, ja }
  return knob({ id, title, kind: 'act', value: () => undefined, mistake: () => undefined }, run)
}

function state(
  id: string,
  en: string,
  ja: string,
  isOn: (modem: SimulatedModem) => boolean,
  turn: (modem: SimulatedModem, on: boolean) => void,
): FaultKnob {
  return knob(
    {
      id,
      title: { en, ja },
      kind: 'state',
      value: (modem) => (isOn(modem) ? 'on' : 'off'),
      mistake: (value = 'on') =>
        value === 'on' || value === 'off' ? undefined : `${id}=${value}: expected on or off.`,
    },
    (modem, value) => turn(modem, value !== 'off'),
  )
}

interface NumberRow {
  readonly id: string
  readonly title: Words
  readonly expected: Words
  readonly range: readonly [number, number]
  readonly usual: number
  /** Undefined: off. */
  read(modem: SimulatedModem): number | undefined
  write(modem: SimulatedModem, value: number | undefined): void
}

function number({ id, title, expected, range, usual, read, write }: NumberRow): FaultKnob {
  const numberOf = (text: string) => (text === 'on' ? usual : Number(text))
  return knob(
    {
      id,
      title,
      expected,
      kind: 'number',
      usual: String(usual),
      value: (modem) => read(modem)?.toString() ?? 'off',
      mistake: (text = 'on') => {
        const value = numberOf(text)
        const fits = text.trim() !== '' && value >= range[0] && value <= range[1]
        return text === 'off' || fits
          ? undefined
          : `${id}=${text}: expected ${expected.en}, or off.`
      },
    },
    (modem, text = 'on') => write(modem, text === 'off' ? undefined : numberOf(text)),
  )
}

const orOff = (value: number) => (value === 0 ? undefined : value)
const share = { en: 'a share from 0 to 1', ja: '0〜1 の割合' }
const milliseconds = { en: 'milliseconds from 0 to 60000', ja: '0〜60000 ミリ秒' }

/** Every knob and fault, in the order a control page shows them. */
export const faultKnobs: readonly FaultKnob[] = [
  act('cut-session', 'Network ends the data session', '網側からデータセッションを切断', (modem) =>
    modem.faults.cutSession(),
  ),
  state(
    'lose-cells',
    'No coverage',
    '圏外',
    (modem) => modem.air.outage,
    ({ faults }, on) => (on ? faults.loseCells() : faults.restoreCells()),
  ),
  number({
    id: 'reject',
    title: {
      en: 'Registration refused (EMM cause)',
      ja: '登録拒否（EMM cause）',
    },
    expected: { en: `an EMM cause (${emmCauses.join(', ')})`, ja: 'EMM cause の番号' },
    range: [1, 255],
    usual: 11,
    read: (modem) => modem.air.refusal,
    write: (modem, value) => modem.faults.rejectWith(value),
  }),
  number({
    id: 'slow-attach',
    title: { en: 'Slow registration (s)', ja: '登録を遅くする（秒）' },
    expected: { en: 'seconds from 0 to 3600', ja: '0〜3600 秒' },
    range: [0, 3600],
    usual: 30,
    read: (modem) => orOff(modem.air.extraAttachMs / 1000),
    write: (modem, value) => modem.faults.slowAttach((value ?? 0) * 1000),
  }),
  number({
    id: 'signal',
    title: { en: 'Signal held at (dBm)', ja: '電波強度を固定（dBm）' },
    expected: { en: 'dBm from -140 to -40', ja: '-140〜-40 dBm' },
    range: [-140, -40],
    usual: -110,
    read: (modem) => modem.air.heldDbm,
    write: (modem, value) => modem.faults.signal(value),
  }),
  number({
    id: 'idle-cut',
    title: { en: 'Silent sessions are ended after (min)', ja: '無通信切断までの時間（分）' },
    expected: { en: 'minutes from 0.05 to 1440', ja: '0.05〜1440 分' },
    range: [0.05, 1440],
    usual: 1,
    read: (modem) => modem.air.idleMinutes,
    write: (modem, value) => modem.faults.idleCut(value),
  }),
  number({
    id: 'loss',
    title: { en: 'Packets lost (share)', ja: 'パケット損失（割合）' },
    expected: share,
    range: [0, 1],
    usual: 0.2,
    read: (modem) => orOff(modem.air.loss),
    write: (modem, value) => modem.faults.impair({ loss: value ?? 0 }),
  }),
  number({
    id: 'latency',
    title: { en: 'Latency added (ms)', ja: '遅延を追加（ms）' },
    expected: milliseconds,
    range: [0, 60_000],
    usual: 800,
    read: (modem) => orOff(modem.air.extraMs),
    write: (modem, value) => modem.faults.impair({ extraMs: value ?? 0 }),
  }),
  number({
    id: 'noise',
    title: { en: 'Noise on the line (share)', ja: '文字化け（割合）' },
    expected: share,
    range: [0, 1],
    usual: 0.02,
    read: (modem) => orOff(modem.wire.noise),
    write: (modem, value) => modem.faults.noise(value ?? 0),
  }),
  state(
    'hang',
    'Does not answer',
    '応答しない',
    (modem) => modem.hearing === 'deaf',
    (modem, on) => modem.faults.hang(on),
  ),
  act('crash', 'Crash and reboot', 'クラッシュして再起動', (modem) => modem.faults.crash()),
  act('brown-out', 'Brown-out', '電圧降下で再起動', (modem) => modem.faults.brownOut()),
  state(
    'remove-sim',
    'SIM taken out',
    'SIM を抜く',
    (modem) => modem.card.state === 'absent',
    ({ faults }, on) => (on ? faults.removeCard() : faults.insertCard()),
  ),
  state(
    'unplug',
    'Cable unplugged',
    'ケーブルを抜く',
    (modem) => !modem.plugged,
    ({ faults }, on) => (on ? faults.unplug() : faults.plug()),
  ),
  act('re-enumerate', 'Come back under another name', '別の名前で再認識させる', (modem) =>
    modem.faults.reEnumerate(),
  ),
  state(
    'cut-power',
    'Supply cut',
    '電源を遮断',
    (modem) => modem.power.state === 'unpowered',
    ({ power }, on) => (on ? power.cut() : power.restore()),
  ),
  act('press-pwrkey', 'Press PWRKEY for 3 s', 'PWRKEY を 3 秒押す', (modem) => {
    modem.power.pwrkey(true)
    modem.later(3_000, () => modem.power.pwrkey(false))
  }),
]

/** Applies a knob by its id. Throws Fault('bad-input') for an id or a value that cannot be used. */
export function applyFault(modem: SimulatedModem, id: string, value?: string): void {
  const knob = faultKnobs.find((one) => one.id === id)
  if (!knob) {
    const ids = faultKnobs.map((one) => one.id).join(', ')
    throw new Fault('bad-input', `There is no fault "${id}"; there are ${ids}.`)
  }
  knob.apply(modem, value)
}
