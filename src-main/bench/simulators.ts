import type { SimulatedModemInfo } from '@contract'
import { personas } from '@catalog/modems/personas'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { PortInfo } from '@core/ports/port-info'
import { SimulatedBench } from '@core/simulator/bench'
import type { SimulatedModem } from '@core/simulator/modem'
import type { Words } from '@core/words'

interface Control {
  readonly id: string
  readonly title: Words
  /** Set when the control takes a value: what kind. */
  readonly value?: string
  act(modem: SimulatedModem, value: string | undefined): void
}

const control = (
  id: string,
  en: string,
  ja: string,
  act: (modem: SimulatedModem, value: string | undefined) => void,
  value?: string,
): Control => ({ id, title: { en, ja }, act, ...(value === undefined ? {} : { value }) })

/** Everything a person can do to a simulated modem. */
const controls: readonly Control[] = [
  control(
    'cut-session',
    'The network ends the data session',
    '網側からデータセッションを切断',
    (m) => {
      m.faults.cutSession()
    },
  ),
  control('lose-cells', 'Lose all cells for 60 s', '60 秒間 圏外にする', (m) =>
    m.faults.loseCells(60_000),
  ),
  control('restore-cells', 'Cells come back', '圏内に戻す', (m) => m.faults.restoreCells()),
  control(
    'reject',
    'Refuse registration with an EMM cause',
    'EMM cause を指定して登録拒否',
    (m, value) => m.faults.rejectWith(numberOf(value, 'an EMM cause such as 11', 1, 255)),
    '11',
  ),
  control('accept', 'Accept registration again', '登録拒否を解除', (m) =>
    m.faults.rejectWith(undefined),
  ),
  control(
    'slow-attach',
    'Registration takes longer, seconds',
    '登録を遅くする（秒）',
    (m, value) => m.faults.slowAttach(numberOf(value, 'seconds', 0, 3600) * 1000),
    '30',
  ),
  control('crash', 'Firmware crashes and reboots', 'ファームウェアをクラッシュさせて再起動', (m) =>
    m.faults.crash(),
  ),
  control('brown-out', 'Supply gives way', '電圧降下を起こす', (m) => m.faults.brownOut()),
  control('remove-sim', 'Take the SIM out', 'SIM を抜く', (m) => m.faults.removeCard()),
  control('insert-sim', 'Put the SIM in', 'SIM を挿す', (m) => m.faults.insertCard()),
  control('unplug', 'Unplug the cable', 'ケーブルを抜く', (m) => m.faults.unplug()),
  control('plug', 'Plug the cable in', 'ケーブルを挿す', (m) => m.faults.plug()),
  control('re-enumerate', 'Come back under another name', '別の名前で再認識させる', (m) =>
    m.faults.reEnumerate(),
  ),
  control(
    'noise',
    'Share of damaged octets, 0 to 1',
    '文字化けの割合（0〜1）',
    (m, value) => m.faults.noise(numberOf(value, 'a share from 0 to 1', 0, 1)),
    '0.02',
  ),
  control('hang', 'Stop answering', '応答を止める', (m) => m.faults.hang(true)),
  control('answer', 'Answer again', '応答を再開', (m) => m.faults.hang(false)),
  control(
    'signal',
    'Hold the signal at, dBm',
    '電波強度を固定（dBm）',
    (m, value) =>
      m.faults.signal(value ? numberOf(value, 'dBm from -140 to -40', -140, -40) : undefined),
    '-110',
  ),
  control(
    'idle-cut',
    'The network ends silent sessions after, minutes',
    '無通信切断までの時間（分）',
    (m, value) => m.faults.idleCut(value ? numberOf(value, 'minutes', 0.1, 1440) : undefined),
    '62',
  ),
]

function numberOf(text: string | undefined, what: string, low: number, high: number): number {
  const value = Number(text)
  if (text === undefined || text.trim() === '' || !(value >= low && value <= high))
    throw new Fault('bad-input', `Expected ${what}.`)
  return value
}

/** The simulated modems of this program: ports like any other, with knobs. */
export class Simulators {
  readonly #bench: SimulatedBench
  constructor(options: { clock: Clock; chance: Chance }) {
    this.#bench = new SimulatedBench({ ...options, personas })
  }
  open(name: string): Promise<BytePort> {
    return this.#bench.open(name)
  }
  ports(): readonly PortInfo[] {
    return this.#bench.ports().map((port) => ({
      path: port.name,
      label: port.title,
      kind: 'simulated',
      role: 'at',
      use: 'yes',
      identity: port.identity,
    }))
  }
  list(): readonly SimulatedModemInfo[] {
    return [...this.#bench.modems()].map(([name, modem]) => ({
      name,
      persona: modem.persona.title,
      power: modem.power.status(),
      faults: controls.map(({ id, title, value }) => ({
        id,
        title,
        ...(value === undefined ? {} : { value }),
      })),
    }))
  }
  control(name: string, fault: string, value?: string): void {
    const modem = this.#bench.modems().get(name)
    if (!modem) throw new Fault('bad-input', `There is no simulated modem named "${name}" yet.`)
    const found = controls.find((one) => one.id === fault)
    if (!found) throw new Fault('bad-input', `There is no fault named "${fault}".`)
    found.act(modem, value)
  }
}
