import type { KnobInfo, SimulatedModemInfo } from '@contract'
import type { Language } from '@core/words'
import type { Simulators } from '@bench/simulators/simulators'
import { knobDone, simulatedNow } from './words'

/**
 * Does what a line asks of a simulated modem, and tells what became of it: `signal=-115`, `crash`, `?` for all knobs.
 * Throws Fault('bad-input') for what it cannot do.
 */
export function turnKnob(
  simulated: Simulators,
  name: string,
  line: string,
  lang: Language,
): readonly string[] {
  const base = name.toLowerCase().replace(/[?@/].*$/s, '')
  // A comment begins behind a blank: a text may hold a #.
  const text = line.replace(/(^|\s)#.*$/, '').trim()
  if (text === '') return []
  if (text === '?') return list(infoOf(simulated, base), lang)
  const [, knob = '', value] = /^([^=]*?)\s*(?:=\s*([^]*))?$/.exec(text) ?? []
  simulated.control(base, knob, value)
  const after = infoOf(simulated, base)?.faults.find(({ id }) => id === knob)
  return [after?.value === undefined ? knobDone(knob)[lang] : `${knob}=${after.value}`]
}

function infoOf(simulated: Simulators, name: string): SimulatedModemInfo | undefined {
  return simulated.list().find((modem) => modem.name === name)
}

function list(modem: SimulatedModemInfo | undefined, lang: Language): readonly string[] {
  if (!modem) return []
  return [
    simulatedNow(modem.name, modem.now)[lang],
    ...modem.faults.map((knob) => knobLine(knob, lang)),
  ]
}

function knobLine({ id, title, value, expected }: KnobInfo, lang: Language): string {
  const now = value === undefined ? id : `${id}=${value}`
  const wanted = { en: ` (${expected?.en})`, ja: `（${expected?.ja}）` }[lang]
  return `  ${now.padEnd(24)} ${title[lang]}${expected ? wanted : ''}`
}
