import type { Command } from 'commander'
import { Fault } from '@contract'
import type { CommandBench } from './on-bench'

export interface PortArguments {
  readonly baud: string
  readonly rtscts?: boolean
}

/** How a port is opened. */
export function portOptions(command: Command): Command {
  return command
    .option('--baud <rate>', 'speed', '115200')
    .option('--rtscts', 'hardware flow control')
}

/** Opens what a person typed after a command: a path, `tcp:…`, `sim:…`. */
export async function openPort(
  { call, slot }: CommandBench,
  path: string,
  { baud, rtscts = false }: PortArguments,
): Promise<void> {
  const options = { baudRate: baudOf(baud), rtscts }
  await call('port.open', { slot, path, options, offerBoard: false })
}

export function baudOf(text: string): number {
  const baud = Number(text)
  if (!Number.isInteger(baud) || baud < 300 || baud > 4_000_000)
    throw new Fault('bad-input', {
      en: `--baud ${text}: expected a speed from 300 to 4000000.`,
      ja: `--baud ${text}: 300～4000000 の通信速度を指定してください。`,
    })
  return baud
}
