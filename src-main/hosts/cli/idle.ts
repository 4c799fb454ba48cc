import type { Command } from 'commander'
import type { IdleMeasurement } from '@core/failover/idle'
import { IdleRun } from '@core/failover/idle-run'
import { nodeClock } from '@platform/clock/node-clock'
import { netCommand, numberOf } from './net/run-tool'
import { exits } from './exit'
import { withLink, type LinkArguments } from './online'
import { print, printJson } from './output'
import { onStopSignal } from './stop-signals'

interface Options extends LinkArguments {
  readonly upTo: string
  readonly probe: string
}

export function idleCommand(): Command {
  return netCommand('idle', 'Connect, stay silent, and report when and how the network hangs up')
    .option('--up-to <minutes>', 'how long to wait for it', '90')
    .option('--probe <host>', 'asked at the end; the name server of the link when absent', '')
    .addHelpText(
      'after',
      '\nExit code: 0 measured, cut or not; 1 stopped, or the link was never silent; 2 wrong call; 3 the port cannot be used.\nExample: modem-bench idle /dev/ttyUSB2 --apn soracom.io --user sora --password-file sora.txt --up-to 75',
    )
    .action(idle)
}

async function idle(port: string, options: Options): Promise<void> {
  const upToMs = numberOf('--up-to', options.upTo, 0.1, 1440) * 60_000
  const found = await withLink(port, options, ({ session, signal }) => {
    const said = new Set<string>()
    const say = ({ words }: IdleMeasurement) => {
      const line = words[options.lang]
      if (!options.json && !said.has(line)) process.stderr.write(`${line}\n`)
      said.add(line)
    }
    const run = new IdleRun({
      session,
      clock: nodeClock,
      upToMs,
      probe: options.probe.trim(),
      onChange: ({ state, ...rest }) => {
        if (state === 'silent') say({ state, ...rest })
      },
      report: (error) => process.stderr.write(`modem-bench: ${String(error)}\n`),
    })
    say(run.state)
    // The signal is aborted by the end of the link too, which is the result and no reason to stop.
    const stop = () => run.stop('Ctrl-C')
    const unhear = onStopSignal(stop)
    if (signal.aborted) stop()
    return run.over.finally(unhear)
  })
  if (found.state === 'spoilt' || found.state === 'stopped') process.exitCode = exits.refused
  if (options.json) return printJson(found)
  await print(found.words[options.lang])
}
