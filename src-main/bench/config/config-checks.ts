import { boardOf, boards } from '@catalog/boards'
import type { BenchConfig } from '@contract'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import { abilitiesOf } from '@core/power/board'
import { faultKnobs } from '@core/simulator/fault-rows'
import { hardwareFaults } from '@core/soak/fault-words'
import { slotWiring } from './config-board'
import type { Found } from './config-words'
import { portMistakes } from './port-mistakes'

type Slots = Pick<BenchConfig, 'slots'>
type Known = { readonly all: readonly { readonly id: string }[] }

/** What the settings of a configuration cannot mean together, or name what is not there. */
export function meaningMistakes(config: BenchConfig, presets: Known): readonly Found[] {
  return [
    ...slotNames.flatMap((slot) => [
      ...portMistakes(config.slots[slot].port).map(({ words }) => ({
        path: ['slots', slot, 'port'],
        words,
      })),
      ...targetMistakes(config, slot, presets),
      ...boardMistakes(config, slot),
      ...systemMistakes(config, slot),
    ]),
    ...samePort(config),
    ...orderMistakes(config),
    ...faultMistakes(config),
  ]
}

const adapterKinds = /^(?:gpiod|cp2112|mcp2221|usbrelay|lcus|numato|serial|micropython|sim)(?::|$)/i

const found = (path: Found['path'], en: string, ja: string): Found => ({ path, words: { en, ja } })

export function targetMistakes({ slots }: Slots, slot: SlotName, { all }: Known): readonly Found[] {
  const { preset, connect } = slots[slot]
  const mistakes: Found[] = []
  if (preset !== undefined && !all.some(({ id }) => id === preset)) {
    const ids = all.map(({ id }) => id).join(', ')
    mistakes.push(
      found(
        ['slots', slot, 'preset'],
        `there is no preset "${preset}"; there are ${ids}`,
        `プリセット「${preset}」はありません。${ids.replaceAll(', ', '、')} のいずれかを書いてください`,
      ),
    )
  }
  const given = connect.apn ?? ''
  if (preset === undefined && given === '' && connect.direct !== true)
    mistakes.push(
      found(
        ['slots', slot, 'connect', 'apn'],
        'is missing: give a preset, or an APN',
        '指定がありません。preset または APN を書いてください',
      ),
    )
  return mistakes
}

export function boardMistakes({ slots }: Slots, slot: SlotName): readonly Found[] {
  const { board: given } = slots[slot]
  if (!given) return []
  const path = ['slots', slot, 'board']
  const board = boardOf(given.id)
  if (!board) {
    const ids = boards.map(({ id }) => id).join(', ')
    return [
      found(
        [...path, 'id'],
        `there is no board "${given.id}"; there are ${ids}`,
        `ボード「${given.id}」はありません。${ids.replaceAll(', ', '、')} のいずれかを書いてください`,
      ),
    ]
  }
  const sets = board.pinSets.map(({ id }) => id)
  if (given.pins !== undefined && !sets.includes(given.pins))
    return [
      found(
        [...path, 'pins'],
        `${board.name} has ${sets.join(', ') || 'no pin sets'}`,
        `${board.name} にあるピンの組は ${sets.join('、') || 'ありません'}`,
      ),
    ]
  if (given.adapter !== undefined && !adapterKinds.test(given.adapter)) {
    const kinds = adapterKinds.source.replace(/^\^\(\?:(.*?)\).*/, '$1').replaceAll('|', ', ')
    return [
      found(
        [...path, 'adapter'],
        `expected one of ${kinds}, such as cp2112:SERIAL; found "${given.adapter}"`,
        `${kinds} のいずれかを cp2112:SERIAL のように書いてください（現在の値："${given.adapter}"）`,
      ),
    ]
  }
  // A board of its own controller is reached through its serial port, which nobody can guess.
  if (given.adapter === undefined && board.adapters[0] === 'micropython')
    return [
      found(
        path,
        `${board.name} needs "adapter": adapter: gpiod on a Raspberry Pi, or micropython:/dev/ttyACM0 for its own controller`,
        `${board.name} には adapter の指定が必要です。Raspberry Pi では adapter: gpiod、ボード上のマイコンを使う場合は micropython:/dev/ttyACM0 と書いてください`,
      ),
    ]
  if (!abilitiesOf(board, slotWiring(given, board)).on)
    return [
      found(
        [...path, 'lines'],
        `${board.name} cannot be switched on without a power line, such as power: 17`,
        `${board.name} の電源を入れるには power: 17 のような電源ラインの指定が必要です`,
      ),
    ]
  return []
}

/** What the operating system's own link has no place for. */
function systemMistakes({ slots, failover }: BenchConfig, slot: SlotName): readonly Found[] {
  if (failover.link !== 'operating-system') return []
  const { port, connect } = slots[slot]
  const mistakes: Found[] = []
  if (/^(sim|tcp|rfc2217|labgrid|micropython):/i.test(port))
    mistakes.push(
      found(
        ['slots', slot, 'port'],
        'NetworkManager needs a modem of this computer: one of its devices, such as /dev/cdc-wdm0 or /dev/ttyUSB2',
        'NetworkManager にはこのコンピューターのモデムが必要です。/dev/cdc-wdm0 や /dev/ttyUSB2 のようなデバイスを書いてください',
      ),
    )
  if (slot === 'a' && failover.triggers.health.on && failover.triggers.health.kind === 'dns')
    mistakes.push(
      found(
        ['failover', 'triggers', 'health', 'kind'],
        'dns belongs to link: own; the operating system asks its name servers over any link',
        'dns は link: own のときの設定です。OS の名前解決はどのリンクを通るか決まりません',
      ),
    )
  if (connect.cmux !== undefined)
    mistakes.push(
      found(
        ['slots', slot, 'connect', 'cmux'],
        'belongs to link: own; NetworkManager has the port',
        'link: own のときの設定です。ポートは NetworkManager が使用します',
      ),
    )
  if (slot === 'a' && failover.proxyPort !== undefined)
    mistakes.push(
      found(
        ['failover', 'proxyPort'],
        'belongs to link: own; programs use the routes of the operating system',
        'link: own のときの設定です。OS のリンクでは経路が切り替わります',
      ),
    )
  if (slot === 'a' && failover.keepAlive.on)
    mistakes.push(
      found(
        ['failover', 'keepAlive', 'on'],
        'belongs to link: own; health checks keep the link of the operating system alive',
        'link: own のときの設定です。OS のリンクでは死活監視が通信を保ちます',
      ),
    )
  return mistakes
}

function samePort({ slots }: BenchConfig): readonly Found[] {
  if (slots.a.port !== slots.b.port) return []
  return [
    found(
      ['slots', 'b', 'port'],
      `is the port of slot a: ${slots.a.port}`,
      `スロット A と同じポートです：${slots.a.port}`,
    ),
  ]
}

function orderMistakes({ failover, soak }: BenchConfig): readonly Found[] {
  const { back, retry } = failover
  const least = (path: Found['path'], other: string): Found =>
    found(path, `must not be shorter than "${other}"`, `「${other}」より短くできません`)
  const mistakes: Found[] = []
  if (back.longestHold < back.hold)
    mistakes.push(least(['failover', 'back', 'longestHold'], 'hold'))
  if (retry.longest < retry.first) mistakes.push(least(['failover', 'retry', 'longest'], 'first'))
  soak?.faults.forEach(({ at }, index) => {
    if (at >= soak.for)
      mistakes.push(
        found(
          ['soak', 'faults', index, 'at'],
          'is after the end of the run ("for")',
          '試験の終了（for）より後です',
        ),
      )
  })
  return mistakes
}

/** A fault that nobody can inject would be found out in the middle of the night. */
function faultMistakes({ soak, slots, failover }: BenchConfig): readonly Found[] {
  return (soak?.faults ?? []).flatMap(({ fault, value, slot, note }, index) => {
    const path = ['soak', 'faults', index, 'fault']
    if (fault === 'by-hand' && note === undefined)
      return [
        found(
          path,
          'by-hand needs a note: what the person is to do',
          'by-hand には note（作業者への指示）が必要です',
        ),
      ]
    if (fault !== 'by-hand' && failover.link === 'operating-system')
      return [
        found(
          path,
          `${fault} needs link: own; NetworkManager has the modem`,
          `${fault} には link: own が必要です。モデムは NetworkManager が使用しています`,
        ),
      ]
    if (hardwareFaults.some((one) => one === fault)) return hardwareMistakes(fault, value, path)
    const knob = faultKnobs.find(({ id }) => id === fault)
    const names = [...hardwareFaults, ...faultKnobs.map(({ id }) => id)].join(', ')
    if (!knob)
      return [
        found(
          path,
          `there is no fault "${fault}"; there are ${names}`,
          `障害「${fault}」はありません。${names.replaceAll(', ', '、')} のいずれかを書いてください`,
        ),
      ]
    if (!slots[slot].port.startsWith('sim:'))
      return [
        found(
          path,
          `${fault} needs a simulated modem; slot ${slot} has none`,
          `${fault} には模擬モデムが必要です（スロット ${slot} は実機）`,
        ),
      ]
    const mistake = knob.mistake(valueText(value))
    return mistake === undefined
      ? []
      : [
          {
            path: [...path.slice(0, -1), 'value'],
            words: mistake,
          },
        ]
  })
}

function hardwareMistakes(
  fault: string,
  value: string | number | boolean | undefined,
  path: Found['path'],
): readonly Found[] {
  if (fault !== 'disc-channel' || value === undefined || value === 'data' || value === 'at')
    return []
  return [
    found(
      [...path.slice(0, -1), 'value'],
      'expected data (the channel of the call) or at',
      'data（通話チャネル）または at を書いてください',
    ),
  ]
}

/** YAML reads on and off as they are, true and false as booleans. */
export function valueText(value: string | number | boolean | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}
