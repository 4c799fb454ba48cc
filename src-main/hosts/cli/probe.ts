import { Command, Option } from 'commander'
import { probePorts, type ProbeResult } from '@core/modem/probe-port'
import type { PortInfo } from '@core/ports/port-info'
import type { Language } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'
import { listPorts } from '@platform/serial/list'
import { exits } from './exit'
import { openTyped } from './open'
import { print, printJson } from './output'

interface Options {
  readonly json?: boolean
  readonly lang: Language
}

export function probeCommand(): Command {
  return new Command('probe')
    .description('Find out which ports are for AT: one at a time, never on DIAG or GPS ports')
    .argument('[ports...]', 'paths; all serial ports of this computer when none is named')
    .option('--json', 'one JSON object a port')
    .addOption(
      new Option('--lang <language>', 'language of the words').choices(['en', 'ja']).default('en'),
    )
    .addHelpText(
      'after',
      '\nA silent port is also sent the close-down of a multiplexer: a modem that was left in it answers AT again.' +
        '\nExit code: 0 a port answers AT, 1 none does, 2 wrong call. Why a port cannot be opened stands in its row.',
    )
    .action(async (names: string[], options: Options) => {
      const listed = await listPorts()
      const ports = names.length === 0 ? listed : names.map((name) => typed(name, listed))
      let writing = Promise.resolve()
      const results = await probePorts(ports, {
        clock: nodeClock,
        open: (path, baudRate) => openTyped(path, { baud: String(baudRate) }),
        onResult: (result) => {
          writing = writing.then(() => show(result, options))
        },
      })
      await writing
      if (!results.some((result) => result.found === 'at')) process.exitCode = exits.refused
    })
}

/** A port that is not in the list (a pty, tcp:, sim:) is tried all the same: the person named it. */
function typed(name: string, listed: readonly PortInfo[]): PortInfo {
  const port = listed.find((one) => one.path === name || one.aliases?.includes(name))
  return port ?? { path: name, label: name, kind: 'serial', role: 'unknown', use: 'maybe' }
}

function show(result: ProbeResult, options: Options): Promise<void> {
  if (options.json) return printJson(result)
  const speed = result.baudRate === undefined ? '' : ` (${result.baudRate} bit/s)`
  return print(
    `${result.path.padEnd(24)}  ${result.found.padEnd(11)}  ${result.words[options.lang]}${speed}`,
  )
}
