import { Fault } from '@core/fault'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'

/** Throws `Fault('line-config')` saying which line cannot be used as described, before anything is touched. */
export function checkLines(caps: GpioCaps, lines: readonly LineConfig[], adapter: string): void {
  const names = new Set<string>()
  const pins = new Map<string, string>()
  for (const line of lines) {
    const refuse = (why: string): never => {
      throw new Fault('line-config', `${adapter}, ${line.name} on ${line.pin}: ${why}`)
    }
    if (names.has(line.name)) refuse('the name is used twice.')
    const other = pins.get(String(line.pin))
    if (other) refuse(`${other} is on the same pin.`)
    names.add(line.name)
    pins.set(String(line.pin), line.name)
    const why = mistake(caps, line)
    if (why) refuse(why)
  }
}

function mistake(caps: GpioCaps, line: LineConfig): string | undefined {
  const pin = caps.lines.find((info) => String(info.pin) === String(line.pin))
  if (!pin) {
    const pins = caps.lines.map((info) => info.pin).join(', ')
    return `there is no such pin; there are ${pins || 'none'}.`
  }
  if (line.dir === 'in') return pin.in ? undefined : 'it cannot be read as an input.'
  if (!pin.out) return 'it cannot be driven.'
  if (line.drive === 'contact')
    return caps.openDrain === 'contact' ? undefined : 'the adapter has no relay contacts.'
  if (line.drive === 'open-drain')
    return caps.openDrain === 'none'
      ? 'the adapter cannot drive open drain; a driven high level would damage a bare module. Use a relay or a transistor.'
      : line.activeLow
        ? undefined
        : 'an open drain can only pull low.'
  if (caps.openDrain === 'contact') return 'a relay has no level to drive; use it as a contact.'
  return caps.pushPull ? undefined : 'the adapter cannot drive a high level.'
}
