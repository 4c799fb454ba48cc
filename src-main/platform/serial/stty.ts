import { spawn } from 'node:child_process'

/**
 * Runs stty on a descriptor we already have open, for the settings node-serialport cannot reach. Opening the path a
 * second time would be refused by the lock, and would raise DTR. False when stty is missing or refuses.
 */
export function stty(descriptor: number, settings: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('stty', settings, {
      stdio: [descriptor, 'ignore', 'ignore'],
      timeout: 2000,
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
