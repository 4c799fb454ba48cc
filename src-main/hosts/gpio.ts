/// <reference types="electron-vite/node" />
import hidChild from '@platform/gpio/hid-child?modulePath'
import type { Simulators } from '@bench/simulators/simulators'
import { nodeClock } from '@platform/clock/node-clock'
import { hidBus } from '@platform/gpio/hid-bus'
import type { HidChannel } from '@platform/gpio/hid-message'
import type { ListOptions } from '@platform/gpio/list-adapters'
import { nodeHidChannel } from '@platform/gpio/node-hid-channel'
import { listPorts } from '@platform/serial/list'
import { openSerial } from '@platform/serial/open'

/** What GPIO adapters are reached through here. `startHid` starts the HID process where it is not a child of Node. */
export function gpioOptions(
  simulated: () => Promise<Simulators>,
  startHid: (file: string) => HidChannel = nodeHidChannel,
): ListOptions {
  return {
    clock: nodeClock,
    hid: hidBus(() => startHid(hidChild)),
    serial: openSerial,
    ports: () => listPorts({ holders: false }),
    simulated: async (name) => (await simulated()).modem(name),
    simulatedNames: async () => (await simulated()).modems(),
  }
}
