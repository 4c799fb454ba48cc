import type { Command } from 'commander'
import type { IdleMeasurement } from '@contract'
import { netCommand, numberOf } from './net/run-tool'
import { exits } from './exit'
import { withLink, type LinkArguments } from './online'
import { print, printJson } from './output'

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
  const upToMinutes = numberOf('--up-to', options.upTo, 0.1, 1440)
  const found = await withLink(port, options, async (bench) => {
    const { call, slot, state } = bench
    const said = new Set<string>()
    const say = ({ state: now, words }: IdleMeasurement) => {
      const line = words[options.lang]
      if (now === 'silent' && !options.json && !said.has(line)) process.stderr.write(`${line}\n`)
      said.add(line)
    }
    const begun = await call('idle.start', { slot, upToMinutes, probe: options.probe.trim() })
    say(begun)
    // The end of the link is the result and no reason to stop.
    const unhear = bench.onStop(() => void call('idle.stop', { slot, seen: 'Ctrl-C' }))
    const unwatch = state.on(({ idle }) => idle && say(idle))
    try {
      return await state.until(({ idle }) => (idle && isOver(idle) ? idle : undefined))
    } finally {
      unwatch()
      unhear()
    }
  })
  if (found.state === 'spoilt' || found.state === 'stopped') process.exitCode = exits.refused
  if (options.json) return printJson(found)
  await print(found.words[options.lang])
}

const isOver = ({ state }: IdleMeasurement) => state !== 'silent' && state !== 'asking'
