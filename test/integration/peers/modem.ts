import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCli, startProgram, type Ended, type Running } from '../../support/cli'

/** A simulated SIM7600 with all its ports in a folder, for a program that is not ours. */
export interface OfferedModem {
  /** The folder of the ports, and of whatever the program needs. */
  readonly folder: string
  /** The pty of the first AT port. */
  readonly at: string
  readonly sim: Running
  /** Runs a program to its end; after 40 s it is ended. */
  run(program: string, args: readonly string[], input?: string): Promise<Ended>
  /** Throws when the simulator did not survive. */
  remove(): Promise<void>
}

export async function offeredModem(options = 'speed=20'): Promise<OfferedModem> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-peer-'))
  const sim = startCli(['sim', `sim7600?${options}`, '--pty', folder])
  await sim.said(/diag {2}diagnosis port\n/)
  return {
    folder,
    at: join(folder, 'at'),
    sim,
    run: (program, args, input = '') =>
      startProgram('timeout', ['40', program, ...args], {
        input,
        cwd: folder,
        env: { HOME: folder, LC_ALL: 'C.UTF-8' },
      }).ended,
    async remove() {
      const { code, err } = await sim.stop('SIGINT')
      rmSync(folder, { recursive: true, force: true })
      if (code !== 0 || err !== '') throw new Error(`The simulator ended with ${code}: ${err}`)
    },
  }
}
