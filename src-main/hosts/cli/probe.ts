import { Command } from 'commander'
import { type ProbeResult } from '@contract'
import { benchOptions, type BenchArguments } from './bench-options'
import { exits } from './exit'
import { onBench } from './on-bench'
import { print, printJson } from './output'

interface Options extends BenchArguments {
  readonly json?: boolean
}

export function probeCommand(): Command {
  const command = new Command('probe')
    .description('Find out which ports are for AT: one at a time, never on DIAG or GPS ports')
    .argument('[ports...]', 'paths; all serial ports of this computer when none is named')
  return benchOptions(command)
    .option('--json', 'one JSON object a port')
    .addHelpText(
      'after',
      '\nA silent port is also sent the close-down of a multiplexer: a modem that was left in it answers AT again.' +
        '\nExit code: 0 a port answers AT, 1 none does, 2 wrong call. Why a port cannot be opened stands in its row.',
    )
    .action(probe)
}

async function probe(paths: readonly string[], options: Options): Promise<void> {
  await onBench(options, async (bench) => {
    const { call, slot } = bench
    let writing = Promise.resolve()
    bench.on('probed', (result) => {
      writing = writing.then(() => show(result, options))
    })
    const unhear = bench.onStop(() => void call('ports.stopProbe'))
    try {
      const some = paths.length === 0 ? {} : { paths: [...paths] }
      const results = await call('ports.probe', { slot, ...some })
      if (!results.some((result) => result.found === 'at')) process.exitCode = exits.refused
    } finally {
      unhear()
      await writing
    }
  })
}

function show(result: ProbeResult, { json, lang }: Options): Promise<void> {
  if (json) return printJson(result)
  const speed = result.baudRate === undefined ? '' : ` (${result.baudRate} bit/s)`
  return print(
    `${result.path.padEnd(24)}  ${result.found.padEnd(11)}  ${result.words[lang]}${speed}`,
  )
}
