import type { Command } from 'commander'
import { Fault, faultCode } from '@contract'
import { boardOptions, namedBoard, takeBoard, type BoardArguments } from './board'
import type { CommandBench } from './on-bench'

export interface PortArguments extends BoardArguments {
  readonly baud: string
  readonly rtscts?: boolean
}

/** How a port is opened. */
export function portOptions(command: Command): Command {
  return boardOptions(
    command.option('--baud <rate>', 'speed', '115200').option('--rtscts', 'hardware flow control'),
  )
}

/** Opens what a person typed after a command: a path, `tcp:…`, `sim:…`; and takes its board, where one was named. */
export async function openPort(
  bench: CommandBench,
  path: string,
  { baud, rtscts = false, ...board }: PortArguments,
): Promise<void> {
  const { call, slot } = bench
  const options = { baudRate: baudOf(baud), rtscts }
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
    throw new Fault(code, {
      en: `${en} modem-bench back ${port} brings it back.`.trim(),
      ja: `${ja}modem-bench back ${port} でコマンドモードへ戻せます。`,
    })
  } finally {
    unhear()
  }
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
