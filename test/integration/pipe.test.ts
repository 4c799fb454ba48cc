import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { cli } from '../support/needs'

/** Runs a command whose reader goes away at its first octets, as `| head -1` does. */
function cutShort(...args: string[]): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.once('data', () => child.stdout.destroy())
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, err }))
  })
}

test('a command whose reader went away ends without a stack trace', async () => {
  const ended = await Promise.all(
    [['--help'], ['connect', '--help'], ['ports']].map((args) => cutShort(...args)),
  )
  expect(ended).toEqual(ended.map(() => ({ code: 0, err: '' })))
})

test('a connection whose reader went away is ended as with Ctrl-C', async () => {
  const sim = 'sim:sim7672?speed=fast'
  const target = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
  const { code, err } = await cutShort('connect', sim, ...target, '--json', '--hold', '600')
  expect(code).toBe(130)
  expect(err).not.toContain('EPIPE')
})
