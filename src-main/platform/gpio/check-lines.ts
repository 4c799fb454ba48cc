import { Fault } from '@core/fault'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import type { Words } from '@core/words'
import {
  cannotDriven,
  cannotReadAsInput,
  nameUsedTwice,
  noContacts,
  noHighLevel,
  noOpenDrain,
  noSuchPin,
  ofLine,
  openDrainPullsLow,
  relayHasNoLevel,
  samePin,
} from './words'

/** Throws `Fault('line-config')` saying which line cannot be used as described, before anything is touched. */
export function checkLines(caps: GpioCaps, lines: readonly LineConfig[], adapter: string): void {
  const names = new Set<string>()
  const pins = new Map<string, string>()
  for (const line of lines) {
    const refuse = ({ en, ja }: Words): never => {
      throw new Fault('line-config', ofLine(adapter, line.name, line.pin, { en, ja }))
    }
    if (names.has(line.name)) refuse(nameUsedTwice)
    const other = pins.get(String(line.pin))
    if (other) refuse(samePin(other))
    names.add(line.name)
    pins.set(String(line.pin), line.name)
    const why = mistake(caps, line)
    if (why) refuse(why)
  }
}

function mistake(caps: GpioCaps, line: LineConfig): Words | undefined {
  const pin = caps.lines.find((info) => String(info.pin) === String(line.pin))
  if (!pin) {
    const pins = caps.lines.map((info) => info.pin).join(', ')
    return noSuchPin(pins)
  }
  if (line.dir === 'in') return pin.in ? undefined : cannotReadAsInput
  if (!pin.out) return cannotDriven
  if (line.drive === 'contact') return caps.openDrain === 'contact' ? undefined : noContacts
  if (line.drive === 'open-drain')
    return caps.openDrain === 'none' ? noOpenDrain : line.activeLow ? undefined : openDrainPullsLow
  if (caps.openDrain === 'contact') return relayHasNoLevel
  return caps.pushPull ? undefined : noHighLevel
}
