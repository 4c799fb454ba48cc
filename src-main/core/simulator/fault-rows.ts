import { Fault } from '../fault'
import type { Words } from '../words'
import { emmCauses } from './causes'
import type { SimulatedModem } from './modem'

/** One thing a person can do to a simulated modem while it runs. */
export interface FaultKnob {
  readonly id: string
  readonly title: Words
  /** The present value, for knobs that have one. */
  value?(modem: SimulatedModem): string | undefined
  /** What a value must look like; absent where none is taken. */
  readonly expected?: Words
  /** Throws Fault('bad-input') for a value it cannot use. */
  apply(modem: SimulatedModem, value: string | undefined): void
}

function numberOf(text: string | undefined, low: number, high: number, expected: Words): number {
  const value = Number(text)
  if (text === undefined || text.trim() === '' || !(value >= low && value <= high))
    throw new Fault('bad-input', `${text ?? ''}: ${expected.en}`)
  return value
}

/** A knob for a number; an empty value or `off` turns it off. */
function numberKnob(row: {
  id: string
  title: Words
  expected: Words
  range: readonly [number, number]
  value: (modem: SimulatedModem) => number | undefined
  set: (modem: SimulatedModem, value: number | undefined) => void
}): FaultKnob {
  const { id, title, expected, range } = row
  return {
    id,
    title,
    expected,
    value: (modem) => row.value(modem)?.toString(),
    apply: (modem, text) => {
      const off = text === undefined || text.trim() === '' || text === 'off'
      row.set(modem, off ? undefined : numberOf(text, range[0], range[1], expected))
    },
  }
}

function act(id: string, en: string, ja: string, run: (modem: SimulatedModem) => void): FaultKnob {
  return { id, title: { en, ja }, apply: run }
}

/** Every knob and fault, in the order a control page shows them. */
export const faultKnobs: readonly FaultKnob[] = [
  numberKnob({
    id: 'signal',
    title: { en: 'Hold the signal', ja: '電波強度を固定' },
    expected: { en: 'dBm from -140 to -40', ja: '-140 〜 -40 dBm' },
    range: [-140, -40],
    value: (modem) => modem.air.heldDbm,
    set: (modem, value) => modem.faults.signal(value),
  }),
  act('session-cut', 'Network ends the session', '網側からセッションを切断', (modem) =>
    modem.faults.cutSession(),
  ),
  act('cells-lost', 'Lose all cells', '圏外にする', (modem) => modem.faults.loseCells()),
  act('cells-back', 'Cells are back', '圏内に戻す', (modem) => modem.faults.restoreCells()),
  numberKnob({
    id: 'reject',
    title: { en: 'Refuse attach with EMM cause', ja: 'EMM 原因番号で在圏拒否' },
    expected: { en: `an EMM cause (${emmCauses.join(', ')})`, ja: 'EMM 原因番号' },
    range: [1, 255],
    value: (modem) => modem.air.refusal,
    set: (modem, value) => modem.faults.rejectWith(value),
  }),
  numberKnob({
    id: 'attach-slow',
    title: { en: 'Slow down registration', ja: '在圏を遅らせる' },
    expected: { en: 'seconds from 0 to 3600', ja: '0 〜 3600 秒' },
    range: [0, 3600],
    value: (modem) => modem.air.extraAttachMs / 1000,
    set: (modem, value) => modem.faults.slowAttach((value ?? 0) * 1000),
  }),
  numberKnob({
    id: 'idle',
    title: { en: 'Idle limit of the network', ja: '無通信切断までの時間' },
    expected: { en: 'minutes from 0.05 to 1440', ja: '0.05 〜 1440 分' },
    range: [0.05, 1440],
    value: (modem) => modem.network.idleMinutes,
    set: (modem, value) => modem.faults.idleCut(value),
  }),
  numberKnob({
    id: 'loss',
    title: { en: 'Lose packets', ja: 'パケット損失' },
    expected: { en: 'a share from 0 to 1', ja: '0 〜 1 の割合' },
    range: [0, 1],
    value: (modem) => modem.air.loss,
    set: (modem, value) => modem.faults.impair({ loss: value ?? 0 }),
  }),
  numberKnob({
    id: 'latency',
    title: { en: 'Add latency', ja: '遅延を追加' },
    expected: { en: 'milliseconds from 0 to 60000', ja: '0 〜 60000 ミリ秒' },
    range: [0, 60_000],
    value: (modem) => modem.air.extraMs,
    set: (modem, value) => modem.faults.impair({ extraMs: value ?? 0 }),
  }),
  numberKnob({
    id: 'noise',
    title: { en: 'Noise on the line', ja: 'シリアル線のノイズ' },
    expected: { en: 'a share of octets from 0 to 1', ja: '0 〜 1 の割合' },
    range: [0, 1],
    value: (modem) => modem.wire.noise,
    set: (modem, value) => modem.faults.noise(value ?? 0),
  }),
  act('hang', 'Stop answering', '応答を止める', (modem) => modem.faults.hang(true)),
  act('hang-over', 'Answer again', '応答を再開', (modem) => modem.faults.hang(false)),
  act('crash', 'Crash and reboot', 'クラッシュして再起動', (modem) => modem.faults.crash()),
  act('brown-out', 'Brown-out', '電圧降下で再起動', (modem) => modem.faults.brownOut()),
  act('card-out', 'Take the SIM out', 'SIM を抜く', (modem) => modem.faults.removeCard()),
  act('card-in', 'Put the SIM in', 'SIM を挿す', (modem) => modem.faults.insertCard()),
  act('unplug', 'Unplug', 'ケーブルを抜く', (modem) => modem.faults.unplug()),
  act('plug', 'Plug in', 'ケーブルを挿す', (modem) => modem.faults.plug()),
  act('re-enumerate', 'Come back under another name', '別名で再認識させる', (modem) =>
    modem.faults.reEnumerate(),
  ),
  act('power-cut', 'Cut the supply', '電源を遮断', (modem) => modem.power.cut()),
  act('power-restore', 'Restore the supply', '電源を復旧', (modem) => modem.power.restore()),
  act('pwrkey', 'Press PWRKEY for 3 s', 'PWRKEY を 3 秒押す', (modem) => {
    modem.power.pwrkey(true)
    modem.later(3_000, () => modem.power.pwrkey(false))
  }),
]

/** Applies a knob by its id. Throws Fault('bad-input') for an id or a value that cannot be used. */
export function applyFault(modem: SimulatedModem, id: string, value?: string): void {
  const knob = faultKnobs.find((one) => one.id === id)
  if (!knob)
    throw new Fault('bad-input', `${id}: expected ${faultKnobs.map((one) => one.id).join(', ')}`)
  knob.apply(modem, value)
}
