import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { errorWords, Fault } from '@core/fault'
import type { Simulators } from '@bench/simulators/simulators'
import { newSimulators } from '../../simulators'
import { turnKnob } from './sim-control'
import { offerPty } from './sim-pty'
import { offerTcp } from './sim-tcp'
import { whereToOffer } from './words'
import { printBeside } from '../beside'
import { complain } from '../complain'
import { languageOf } from '../language'

interface Options {
  readonly pty?: string
  readonly tcp?: string
  readonly file?: string
  readonly scenario?: string
  readonly control?: true
}

export function simCommand(): Command {
  return new Command('sim')
    .description('Offer a simulated modem to other programs')
    .argument(
      '<persona>',
      'sim7672, sim5320, sim5320je, sim7600, a7672, sim7070, ec25, eg25, bg95, rm520n, sara-r4, lara-r6, le910, nrf91, generic, replay; options after a ?: sim7672?speed=fast',
    )
    .option('--file <log>', 'for replay: the log whose modem is to answer again')
    .option('--scenario <file>', 'faults to play, a line for each: at 10m cut-session')
    .option('--control', 'take faults from standard input while it runs: signal=-115, crash, ?')
    .option(
      '--pty <link>',
      'as a pseudo terminal under this name; in a folder every port of the modem: at, at2, nmea, diag (needs socat)',
    )
    .option(
      '--tcp <port>',
      'as a TCP server on loopback, the further ports of the modem behind it; 0 takes free ones',
    )
    .action(async (persona: string, options: Options) => {
      if ((options.pty === undefined) === (options.tcp === undefined))
        throw new Fault('bad-input', whereToOffer)
      const simulated = newSimulators()
      const name = nameOf(persona, options)
      let leave: (() => void) | undefined
      const ready = () => {
        leave = options.control ? takeKnobs(simulated, name) : undefined
      }
      try {
        if (options.tcp === undefined) await offerPty(simulated, name, options.pty ?? '', ready)
        else await offerTcp(simulated, name, options.tcp, ready)
      } finally {
        leave?.()
        // A modem of its own goes on in time, and would keep a refused command from ending.
        simulated.dispose()
      }
    })
}

/** The options of the command stand in the name, where everybody else reads them. */
function nameOf(persona: string, options: Options): string {
  const name = persona.startsWith('sim:') ? persona : `sim:${persona}`
  const files = (['file', 'scenario'] as const).flatMap((key) => {
    const path = options[key]
    return path === undefined ? [] : [`${key}=${encodeURIComponent(path)}`]
  })
  if (files.length === 0) return name
  return `${name}${name.includes('?') ? '&' : '?'}${files.join('&')}`
}

/**
 * Knobs from standard input, as an option: a program in the background that reads the terminal is stopped by the system.
 * Returns the way to stop reading, without which an open input would keep the program from ending.
 */
function takeKnobs(simulated: Simulators, name: string): () => void {
  const lines = createInterface({ input: process.stdin }).on('line', (line) => {
    try {
      for (const said of turnKnob(simulated, name, line, languageOf(process.argv)))
        printBeside(said)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      complain(errorWords(error))
    }
  })
  return () => {
    lines.close()
    process.stdin.destroy()
  }
}
