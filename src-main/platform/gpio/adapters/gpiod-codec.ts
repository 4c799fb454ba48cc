import type { LineConfig } from '@core/ports/gpio-adapter'

/** The tools of libgpiod changed their command line with version 2; both are in use. */
export type GpiodVersion = 1 | 2

export interface GpioChip {
  /** `gpiochip0`; its number changes between kernels. */
  readonly name: string
  /** `pinctrl-bcm2711`, `cp2112_gpio`: what to ask for. */
  readonly label: string
  readonly lines: number
}

/** A line as gpioinfo lists it. */
export interface GpioLineInfo {
  readonly pin: number
  readonly name?: string
  readonly output: boolean
  /** Who has it. */
  readonly consumer?: string
}

/** The version in the answer of `gpioset --version`, such as `gpioset (libgpiod) v1.6.3`. */
export function gpiodVersion(text: string): GpiodVersion | undefined {
  const major = /\bv?(\d+)\.\d+/.exec(text)?.[1]
  return major === '1' ? 1 : major === '2' ? 2 : undefined
}

/** The chips in the answer of gpiodetect: `gpiochip0 [pinctrl-bcm2711] (58 lines)`. */
export function chipsIn(text: string): readonly GpioChip[] {
  return [...text.matchAll(/^(\S+) \[([^\]]*)\] \((\d+) lines?\)/gm)].map((match) => ({
    name: match[1] ?? '',
    label: match[2] ?? '',
    lines: Number(match[3]),
  }))
}

/** The lines in the answer of gpioinfo, either version. */
export function linesIn(text: string): readonly GpioLineInfo[] {
  return text.split('\n').flatMap((row) => {
    const match = /^\s*line\s+(\d+):\s+(?:"([^"]*)"|(\S+))\s*(.*)$/.exec(row)
    if (!match) return []
    const rest = match[4] ?? ''
    const name = match[2] ?? match[3]
    // Version 1 puts the user in quotes before the direction, version 2 behind `consumer=`.
    const consumer = /consumer="?([^"\s]+)"?/.exec(rest)?.[1] ?? /^"([^"]+)"/.exec(rest)?.[1]
    const named = name !== undefined && name !== 'unnamed' && name !== ''
    return [
      {
        pin: Number(match[1]),
        output: /\boutput\b/.test(rest),
        ...(named ? { name } : {}),
        ...(consumer ? { consumer } : {}),
      },
    ]
  })
}

/** The chip a person means: by label, by name, or the pins of this computer where nothing is said. */
export function chipFor(chips: readonly GpioChip[], wanted: string): GpioChip | undefined {
  if (wanted !== '') return chips.find((chip) => chip.label === wanted || chip.name === wanted)
  // The 40-pin header of a Raspberry Pi 5 is on pinctrl-rp1; older ones have one pinctrl chip.
  return (
    chips.find((chip) => chip.label === 'pinctrl-rp1') ??
    chips.find((chip) => chip.label.startsWith('pinctrl-'))
  )
}

const bias = (line: LineConfig): string | undefined =>
  line.bias === 'up' ? 'pull-up' : line.bias === 'down' ? 'pull-down' : line.bias && 'disabled'

/** Arguments of gpioget for one input: prints the logical level as 0 or 1. */
export function getArguments(version: GpiodVersion, chip: string, line: LineConfig): string[] {
  const low = line.activeLow ? ['-l'] : []
  const pull = bias(line)
  if (version === 1)
    return [
      ...low,
      ...(pull ? ['-B', pull === 'disabled' ? 'disable' : pull] : []),
      chip,
      String(line.pin),
    ]
  return ['--numeric', '-c', chip, ...low, ...(pull ? ['-b', pull] : []), String(line.pin)]
}

/**
 * Arguments of a gpioset that holds one output until it is ended. An active one ends by itself after `mostMs`, so that the
 * key is not pressed for ever when this program dies.
 */
export function setArguments(
  version: GpiodVersion,
  chip: string,
  line: LineConfig,
  active: boolean,
  mostMs: number,
): string[] {
  if (version === 1) {
    const mode = active ? ['--mode=time', `--sec=${Math.ceil(mostMs / 1000)}`] : ['--mode=signal']
    return settingArguments(1, chip, line, active, mode)
  }
  return settingArguments(2, chip, line, active, active ? ['-t', `${Math.ceil(mostMs)}ms,0`] : [])
}

/** Arguments of a gpioset that lets an output go and ends at once. */
export const releaseArguments = (version: GpiodVersion, chip: string, line: LineConfig): string[] =>
  settingArguments(version, chip, line, false, version === 1 ? ['--mode=exit'] : ['-t', '0'])

function settingArguments(
  version: GpiodVersion,
  chip: string,
  line: LineConfig,
  active: boolean,
  how: readonly string[],
): string[] {
  const low = line.activeLow ? ['-l'] : []
  const drain = line.drive === 'open-drain'
  const value = `${line.pin}=${active ? 1 : 0}`
  if (version === 1) return [...how, ...low, ...(drain ? ['-D', 'open-drain'] : []), chip, value]
  return ['-c', chip, ...low, ...(drain ? ['-d', 'open-drain'] : []), ...how, value]
}

export const infoArguments = (version: GpiodVersion, chip: string): string[] =>
  version === 1 ? [chip] : ['-c', chip]
