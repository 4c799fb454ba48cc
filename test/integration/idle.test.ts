import { describe, expect, test } from 'vitest'
import { jsonLines, startCli } from '../support/cli'
import { runCli } from '../support/command'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
// The network of this modem hangs up after so many minutes of silence.
const cutSoon = 'sim:sim7672?speed=fast&idle=0.05'

describe('modem-bench idle', () => {
  test('stays silent until the network hangs up, and says after how long and how', async () => {
    const ended = await runCli(['idle', cutSoon, ...account, '--up-to', '1', '--json'])
    expect(ended.code).toBe(0)
    const found = jsonLines(ended.out).at(-1)
    expect(found).toMatchObject({ state: 'cut', sign: 'terminate' })
    expect(Number(found?.['silentMs']) / 60_000).toBeCloseTo(0.05, 1)
  })

  test('says that the network did not hang up, in the language asked for', async () => {
    const port = 'sim:sim7672?speed=fast'
    const ended = await runCli(['idle', port, ...account, '--up-to', '0.1', '--lang', 'ja'])
    expect(ended.code).toBe(0)
    expect(ended.out).toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })

  test('Ctrl-C stops it, and the exit code says that nothing was measured', async () => {
    const program = startCli(['idle', 'sim:sim7672?speed=fast', ...account])
    await new Promise((resolve) => program.child.stderr?.once('data', resolve))
    const ended = await program.stop('SIGINT')
    expect(ended.code).toBe(130)
  })

  test.each([
    [['--up-to', 'long'], /--up-to long: expected a number/],
    [['--up-to', '0'], /--up-to 0: expected a number/],
  ])('%j is refused with what was expected', async (args, words) => {
    const ended = await runCli(['idle', cutSoon, ...account, ...args])
    expect(ended.err).toMatch(words)
    expect(ended.code).toBe(2)
  })
})
