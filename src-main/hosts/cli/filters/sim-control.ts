import type { KnobInfo, SimulatedModemInfo } from '@contract'
import type { Simulators } from '@bench/simulators/simulators'

/**
 * Does what a line asks of a simulated modem, and tells what became of it: `signal=-115`, `crash`, `?` for all knobs.
 * Throws Fault('bad-input') for what it cannot do.
 */
export function turnKnob(simulated: Simulators, name: string, line: string): readonly string[] {
  const base = name.toLowerCase().replace(/[?@/].*$/s, '')
  // A comment begins behind a blank: a text may hold a #.
  const text = line.replace(/(^|\s)#.*$/, '').trim()
  if (text === '') return []
  if (text === '?') return list(infoOf(simulated, base))
  const [, knob = '', value] = /^([^=]*?)\s*(?:=\s*([^]*))?$/.exec(text) ?? []
  simulated.control(base, knob, value)
  const after = infoOf(simulated, base)?.faults.find(({ id }) => id === knob)
  return [after?.value === undefined ? `${knob}: done` : `${knob}=${after.value}`]
}

function infoOf(simulated: Simulators, name: string): SimulatedModemInfo | undefined {
  return simulated.list().find((modem) => modem.name === name)
}

function list(modem: SimulatedModemInfo | undefined): readonly string[] {
  if (!modem) return []
  const { now } = modem
  const cell =
    now.cell === null ? 'no cell' : `${now.operator ?? ''} ${now.cell} ${now.powerDbm} dBm`
  return [
    `${modem.name}: power ${now.power}, SIM ${now.card}, stat ${now.stat}, ${cell}, ${now.mode}`,
    ...modem.faults.map(knobLine),
  ]
}

function knobLine({ id, title, value, expected }: KnobInfo): string {
  const now = value === undefined ? id : `${id}=${value}`
  return `  ${now.padEnd(24)} ${title.en}${expected ? ` (${expected.en})` : ''}`
}
