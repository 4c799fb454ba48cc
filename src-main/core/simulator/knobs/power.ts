import { act, number, state, type FaultKnob } from './knob'

const group = 'power'

/** Supply, temperature and the pins of the board. */
export const powerKnobs: readonly FaultKnob[] = [
  act(
    { id: 'press-pwrkey', group, title: { en: 'Press PWRKEY for 3 s', ja: 'PWRKEY を 3 秒押す' } },
    (modem) => {
      modem.power.pwrkey(true)
      modem.later(3_000, () => modem.power.pwrkey(false))
    },
  ),
  act(
    { id: 'press-reset', group, title: { en: 'Press RESET for 1 s', ja: 'RESET を 1 秒押す' } },
    (modem) => {
      modem.power.reset(true)
      modem.later(1_000, () => modem.power.reset(false))
    },
  ),
  state({
    id: 'cut-power',
    group,
    title: { en: 'Supply cut', ja: '電源を遮断' },
    read: (modem) => modem.power.state === 'unpowered',
    write: ({ power }, on) => (on ? power.cut() : power.restore()),
  }),
  state({
    id: 'sleep',
    group,
    title: {
      en: 'Asleep, until PWRKEY or T3412 (PSM)',
      ja: 'スリープ（PSM、PWRKEY か T3412 まで）',
    },
    read: (modem) => modem.power.state === 'asleep',
    write: ({ power, psm }, on) => {
      if (on) power.sleep(psm.sleepMs())
      else if (power.state === 'asleep') power.boot()
    },
  }),
  act({ id: 'brown-out', group, title: { en: 'Brown-out', ja: '電圧降下で再起動' } }, (modem) =>
    modem.faults.brownOut(),
  ),
  number({
    id: 'supply',
    group,
    title: { en: 'Supply voltage (V)', ja: '電源電圧（V）' },
    expected: {
      en: 'volts from 2.5 to 5 (below 3.4 it warns, below 3.2 it goes off)',
      ja: '2.5〜5 V（3.4 V 未満で警告、3.2 V 未満で電源断）',
    },
    range: [2.5, 5],
    usual: 3.3,
    read: ({ supply }) => supply.heldVolts,
    write: (modem, value) => modem.faults.supply(value),
  }),
  number({
    id: 'temperature',
    group,
    title: { en: 'Temperature (°C)', ja: '温度（°C）' },
    expected: {
      en: '°C from -60 to 125 (it warns from 80 and from -30)',
      ja: '-60〜125 °C（80 °C 以上と -30 °C 以下で警告）',
    },
    range: [-60, 125],
    usual: 82,
    read: ({ supply }) => supply.heldCelsius,
    write: (modem, value) => modem.faults.temperature(value),
  }),
  number({
    id: 'leak',
    group,
    title: { en: 'Leakage current (mA)', ja: '漏れ電流（mA）' },
    expected: { en: 'mA from 0.001 to 500', ja: '0.001〜500 mA' },
    range: [0.001, 500],
    usual: 5,
    read: ({ supply }) => supply.leakMa,
    write: ({ supply }, value) => {
      supply.leakMa = value
    },
  }),
]
