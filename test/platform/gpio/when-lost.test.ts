import { expect, test } from 'vitest'
import type { LineConfig } from '@core/ports/gpio-adapter'
import { Cp2112Driver } from '@platform/gpio/adapters/cp2112'
import { Mcp2221Driver } from '@platform/gpio/adapters/mcp2221'
import { UsbRelayDriver } from '@platform/gpio/adapters/usbrelay'
import { Cp2112Chip } from '../../support/chips/cp2112-chip'
import { Mcp2221Chip } from '../../support/chips/mcp2221-chip'
import { UsbRelayChip } from '../../support/chips/usbrelay-chip'
import { Wires } from '../../support/chips/wires'
import { ManualClock } from '../../support/manual-clock'

const line = (name: string, pin: number, more: Partial<LineConfig> = {}): LineConfig => ({
  name,
  pin,
  dir: 'out',
  activeLow: false,
  drive: 'push-pull',
  onOpen: 'inactive',
  ...more,
})
const contact = { drive: 'contact' } as const
const drain = { drive: 'open-drain', activeLow: true } as const

test.each([
  ['usbrelay', contact],
  ['cp2112', {}],
  ['cp2112', drain],
  ['mcp2221', {}],
  ['mcp2221', drain],
] as const)(
  '%s %o: what its process keeps releases every line that is active',
  async (kind, how) => {
    const wires = new Wires(new ManualClock())
    const chips = {
      usbrelay: () => new UsbRelayChip(wires, 'AAAAA'),
      cp2112: () => new Cp2112Chip(wires),
      mcp2221: () => new Mcp2221Chip(wires),
    }
    const chip = chips[kind]()
    if (chip instanceof Mcp2221Chip) await new Mcp2221Driver('x', chip).makeInputs()
    const driver =
      kind === 'usbrelay'
        ? new UsbRelayDriver('x', chip, 2)
        : kind === 'cp2112'
          ? new Cp2112Driver('x', chip)
          : new Mcp2221Driver('x', chip)
    const lines = [line('power', 1, how), line('reset', 2, how)]
    await driver.claim(lines, new Set())
    expect(chip.kept).toEqual([])
    for (const one of lines) await driver.drive(one, true)
    expect(chip.kept).toHaveLength(2)
    for (const { do: how, bytes } of chip.kept)
      await (how === 'write' ? chip.write(bytes) : chip.sendFeature(bytes))
    for (const one of lines) expect(wires.isActive(one), one.name).toBe(false)
    for (const one of lines) await driver.drive(one, false)
    expect(chip.kept).toEqual([])
  },
)
