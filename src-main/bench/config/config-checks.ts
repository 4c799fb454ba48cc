import type { Words } from '@core/words'
import { boardOf, boards } from '@catalog/boards'
import type { BenchConfig } from '@contract'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import { abilitiesOf } from '@core/power/board'
import { faultKnobs } from '@core/simulator/fault-rows'
import { hardwareFaults } from '@core/soak/fault-words'
import { slotWiring } from './config-board'
import type { Found } from './config-words'
import { portMistakes } from './port-mistakes'
import {
  adapterExpected,
  adapterNeeded,
  afterTheEnd,
  dnsNeedsOwnLink,
  managerHasPort,
  managerNeedsModem,
  noSuchBoard,
  noSuchFault,
  noSuchPreset,
  notShorterThan,
  noteNeeded,
  ownLinkNeeded,
  pathExpected,
  pinSetsOf,
  portOfSlotA,
  powerLineNeeded,
  presetOrApnMissing,
  simulatedModemNeeded,
  systemHealth,
  systemRoutes,
} from './words'

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

const found = (path: Found['path'], words: Words): Found => ({ path, words })

export function targetMistakes({ slots }: Slots, slot: SlotName, { all }: Known): readonly Found[] {
  const { preset, connect } = slots[slot]
  const mistakes: Found[] = []
  if (preset !== undefined && !all.some(({ id }) => id === preset)) {
    const ids = all.map(({ id }) => id).join(', ')
    mistakes.push(found(['slots', slot, 'preset'], noSuchPreset(preset, ids)))
  }
  const given = connect.apn ?? ''
  if (preset === undefined && given === '' && connect.direct !== true)
    mistakes.push({
      ...found(['slots', slot, 'connect', 'apn'], presetOrApnMissing),
      beside: ['slots', slot, 'port'],
    })
  return mistakes
}

export function boardMistakes({ slots }: Slots, slot: SlotName): readonly Found[] {
  const { board: given } = slots[slot]
  if (!given) return []
  const path = ['slots', slot, 'board']
  const board = boardOf(given.id)
  if (!board) {
    const ids = boards.map(({ id }) => id).join(', ')
    return [found([...path, 'id'], noSuchBoard(given.id, ids))]
  }
  const sets = board.pinSets.map(({ id }) => id)
  if (given.pins !== undefined && !sets.includes(given.pins))
    return [found([...path, 'pins'], pinSetsOf(board.name, sets))]
  if (given.adapter !== undefined && !adapterKinds.test(given.adapter)) {
    const kinds = adapterKinds.source.replace(/^\^\(\?:(.*?)\).*/, '$1').replaceAll('|', ', ')
    return [found([...path, 'adapter'], adapterExpected(kinds, given.adapter))]
  }
  // A board of its own controller is reached through its serial port, which nobody can guess.
  if (given.adapter === undefined && board.adapters[0] === 'micropython')
    return [found(path, adapterNeeded(board.name))]
  if (!abilitiesOf(board, slotWiring(given, board)).on)
    return [found([...path, 'lines'], powerLineNeeded(board.name))]
  return []
}

/** What the operating system's own link has no place for. */
function systemMistakes({ slots, failover }: BenchConfig, slot: SlotName): readonly Found[] {
  if (failover.link !== 'operating-system') return []
  const { port, connect } = slots[slot]
  const mistakes: Found[] = []
  if (/^(sim|tcp|rfc2217|labgrid|micropython):/i.test(port))
    mistakes.push(found(['slots', slot, 'port'], managerNeedsModem))
  if (slot === 'a' && failover.triggers.health.on && failover.triggers.health.kind === 'dns')
    mistakes.push(found(['failover', 'triggers', 'health', 'kind'], dnsNeedsOwnLink))
  if (connect.cmux !== undefined)
    mistakes.push(found(['slots', slot, 'connect', 'cmux'], managerHasPort))
  if (slot === 'a' && failover.proxyPort !== undefined)
    mistakes.push(found(['failover', 'proxyPort'], systemRoutes))
  if (slot === 'a' && failover.keepAlive.on)
    mistakes.push(found(['failover', 'keepAlive', 'on'], systemHealth))
  return mistakes
}

function samePort({ slots }: BenchConfig): readonly Found[] {
  if (slots.a.port !== slots.b.port) return []
  return [found(['slots', 'b', 'port'], portOfSlotA(slots.a.port))]
}

function orderMistakes({ failover, soak }: BenchConfig): readonly Found[] {
  const { back, retry } = failover
  const least = (path: Found['path'], other: string): Found => found(path, notShorterThan(other))
  const mistakes: Found[] = []
  if (back.longestHold < back.hold)
    mistakes.push(least(['failover', 'back', 'longestHold'], 'hold'))
  if (retry.longest < retry.first) mistakes.push(least(['failover', 'retry', 'longest'], 'first'))
  soak?.faults.forEach(({ at }, index) => {
    if (at >= soak.for) mistakes.push(found(['soak', 'faults', index, 'at'], afterTheEnd))
  })
  return mistakes
}

/** A fault that nobody can inject would be found out in the middle of the night. */
function faultMistakes({ soak, slots, failover }: BenchConfig): readonly Found[] {
  return (soak?.faults ?? []).flatMap(({ fault, value, slot, note }, index) => {
    const path = ['soak', 'faults', index, 'fault']
    if (fault === 'by-hand' && note === undefined) return [found(path, noteNeeded)]
    if (fault !== 'by-hand' && failover.link === 'operating-system')
      return [found(path, ownLinkNeeded(fault))]
    if (hardwareFaults.some((one) => one === fault)) return hardwareMistakes(fault, value, path)
    const knob = faultKnobs.find(({ id }) => id === fault)
    const names = [...hardwareFaults, ...faultKnobs.map(({ id }) => id)].join(', ')
    if (!knob) return [found(path, noSuchFault(fault, names))]
    if (!slots[slot].port.startsWith('sim:'))
      return [found(path, simulatedModemNeeded(fault, slot))]
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
  return [found([...path.slice(0, -1), 'value'], pathExpected)]
}

/** YAML reads on and off as they are, true and false as booleans. */
export function valueText(value: string | number | boolean | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}
