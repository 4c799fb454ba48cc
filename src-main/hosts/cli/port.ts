import { Fault, faultCode } from '@contract'
import { boardTakes, namedBoard, takeBoard } from './board'
import { argument, flag, option, type Values } from './command'
import type { CommandBench } from './on-bench'
import { framing, speed } from './values'
import { bringsBack } from './words'

export const anyPort = argument(
  '<port>',
  'a path, tcp:host:port, rfc2217://host:port, or sim:sim7672',
)

/** How a port is opened. */
export const portTakes = {
  baud: option('--baud <rate>', 'speed', speed, '115200'),
  framing: option('--framing <8N1>', 'data bits, parity (N, E, O) and stop bits', framing, '8N1'),
  rtscts: flag('--rtscts', 'hardware flow control'),
  ...boardTakes,
}
export type PortArguments = Values<typeof portTakes>

/** Opens what a person typed after a command: a path, `tcp:…`, `sim:…`; and takes its board, where one was named. */
export async function openPort(
  bench: CommandBench,
  path: string,
  { baud: baudRate, framing: framed, rtscts, ...board }: PortArguments,
): Promise<void> {
  const { call, slot } = bench
  const options = { baudRate, rtscts, framing: framed }
  const chosen = await namedBoard(bench, board)
  await call('port.open', { slot, path, options, offerBoard: false })
  if (chosen) await takeBoard(bench, chosen)
}

/**
 * Brings AT to the port and works with it. Where PPP owns the port the way back is offered: nothing is wrong with the modem's
 * power.
 */
export async function offeringBack<T>(
  bench: CommandBench,
  port: string,
  work: () => Promise<T>,
): Promise<T> {
  const { slot } = bench
  const unhear = bench.onStop(() => void bench.call('at.cancel', { slot }))
  try {
    await bench.call('at.reach', { slot })
    return await work()
  } catch (error) {
    const code = faultCode(error)
    if (!(error instanceof Fault) || (code !== 'at-not-command-mode' && code !== 'connect-stuck'))
      throw error
    const { en, ja } = error.said
    throw new Fault(code, bringsBack(en, port, ja))
  } finally {
    unhear()
  }
}
