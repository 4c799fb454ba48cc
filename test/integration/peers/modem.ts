import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personas } from '@catalog/modems/personas'
import { runCli, startCli, startProgram, type Ended, type Running } from '../../support/cli'
import { patienceMs } from '../../support/patience'

/** A simulated modem with all its ports in a folder, for a program that is not ours. */
export interface OfferedModem {
  /** The folder of the ports, and of whatever the program needs. */
  readonly folder: string
  /** The pty of the first AT port. */
  readonly at: string
  readonly sim: Running
  /** Runs a program to its end; what hangs is ended. */
  run(program: string, args: readonly string[], input?: string): Promise<Ended>
  /** Throws when the simulator did not survive. */
  remove(): Promise<void>
}

/** Resolves when it is registered: a program that is not ours sends and dials at once, and takes the first answer for the last. */
export async function offeredModem(
  options = 'speed=20',
  persona = 'sim7600',
): Promise<OfferedModem> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-peer-'))
  const at = join(folder, 'at')
  const { secondPort, silentPorts } = personas.find(({ id }) => id === persona) ?? {}
  // A modem with one port is that port, one with several a folder of them.
  const place = secondPort || silentPorts ? folder : at
  const sim = startCli(['sim', `${persona}?${options}`, '--pty', place])
  await sim.said(/\bat\b[^\n]*\n/)
  await registered(at)
  return {
    folder,
    at,
    sim,
    run: (program, args, input = '') =>
      startProgram('timeout', [String(patienceMs / 1000), program, ...args], {
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

/**
 * Whether the terminal can be opened now. Programs like gammu keep it to themselves (TIOCEXCL), and to everybody but root it stays
 * shut behind them: the simulator offers another then.
 */
export function opens(path: string): boolean {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK))
    return true
  } catch {
    return false
  }
}

async function registered(at: string): Promise<void> {
  for (const endMs = Date.now() + patienceMs; Date.now() < endMs;) {
    const { out } = await runCli(['at', at, 'AT+CEREG?', 'AT+CREG?'])
    if (/\+CE?REG: \d,[15]\b/.test(out)) return
  }
  throw new Error(`${at} has not registered`)
}
