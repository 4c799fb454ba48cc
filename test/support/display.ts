import { spawn } from 'node:child_process'
import { findProgram } from './needs'
import { patienceMs } from './patience'

export type Display = { name: string; close: () => Promise<void> }

/**
 * Starts an X server without a screen (Xvfb), big enough for the largest picture; it chooses a free number itself.
 * `forAnyUser` lets programs of other users in.
 */
export async function startDisplay({ forAnyUser = false } = {}): Promise<Display> {
  const xvfb = findProgram('Xvfb')
  if (xvfb === undefined)
    throw new Error('No display, and no Xvfb (Debian package xvfb) to make one')
  const screen = [
    '-screen',
    '0',
    '2560x1600x24',
    '-nolisten',
    'tcp',
    '-noreset',
    ...(forAnyUser ? ['-ac'] : []),
  ]
  const server = spawn(xvfb, ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const number = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start')), patienceMs)
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended at once with ${code}`)))
    server.stdio[3]?.once('data', (said) => {
      clearTimeout(timer)
      resolve(String(said).trim())
    })
  })
  const close = async () => {
    server.kill()
    await ended
  }
  return { name: `:${number}`, close }
}
