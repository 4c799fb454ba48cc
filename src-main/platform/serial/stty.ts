import { spawn } from 'node:child_process'
import { framingParts, type Framing } from '@core/ports/framing'

/** The settings of stty for a framing. */
export function framingSettings(framing: Framing): string[] {
  const { dataBits, parity, stopBits } = framingParts(framing)
  return [
    `cs${dataBits}`,
    parity === 'none' ? '-parenb' : 'parenb',
    parity === 'odd' ? 'parodd' : '-parodd',
    stopBits === 2 ? 'cstopb' : '-cstopb',
  ]
}

/** `refused`: the driver did not take every setting. `missing`: there is no stty here, or it did not end in time. */
export type SttyOutcome = 'done' | 'refused' | 'missing'

// A descriptor given as a child's 0, 1 or 2 is made blocking for the parent, too (the flag belongs to the open file, and Node
// clears it): reads of the port would then hold one worker thread each for ever. As 3 it stays as it is.
const onDescriptor3 = 'exec stty "$@" <&3'
const notFound = 127

/**
 * Runs stty on a descriptor we already have open, for the settings node-serialport cannot reach. Opening the path a
 * second time would be refused by the lock, and would raise DTR.
 */
export function stty(descriptor: number, settings: readonly string[]): Promise<SttyOutcome> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', onDescriptor3, 'stty', ...settings], {
      stdio: ['ignore', 'ignore', 'ignore', descriptor],
      timeout: 5000,
    })
    child.once('error', () => resolve('missing'))
    child.once('exit', (code) => resolve(outcomeOf(code)))
  })
}

function outcomeOf(code: number | null): SttyOutcome {
  if (code === 0) return 'done'
  return code === null || code === notFound ? 'missing' : 'refused'
}
