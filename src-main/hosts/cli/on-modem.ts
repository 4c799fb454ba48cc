import type { Command } from 'commander'
import type { Language } from '@contract'
import { benchOptions, type BenchArguments } from './bench-options'
import { onBench, type CommandBench } from './on-bench'
import { offeringBack, openPort, portOptions, type PortArguments } from './port'

/** What every command that asks a modem something by AT may be given. */
export interface ModemArguments extends BenchArguments, PortArguments {
  readonly lang: Language
}

export function modemOptions(command: Command): Command {
  return benchOptions(portOptions(command))
}

/** Opens the port, brings AT to it and works with the modem; lets go of all of it, whatever happens. */
export function onModem<T>(
  port: string,
  options: ModemArguments,
  work: (bench: CommandBench) => Promise<T>,
): Promise<T> {
  return onBench(options, async (bench) => {
    await openPort(bench, port, options)
    return offeringBack(bench, port, () => work(bench))
  })
}
