import { describe, expect, test } from 'vitest'
import { runCli } from '../support/command'

describe('modem-bench ussd', () => {
  const ussd = (...args: string[]) => runCli(['ussd', 'sim:sim7600?speed=fast', ...args])

  test('answers a menu and says how it ended', async () => {
    const { out, code } = await ussd('*100#', '2', '--wait', '30')
    expect(out).toContain('Menu\n1 My number\n2 Balance\n(the network waits for an answer)')
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, 'Balance: 500 yen'])
  })

  test.for([
    [['*999#', '--lang', 'ja'], 1, /許可されていないか、未対応のコード/],
    [['*101#', '1'], 1, /answers that no menu asked for: 1/],
    [['"'], 2, /cannot be sent as USSD/],
    [['*100#', '--wait', 'x'], 2, /expected seconds from 1 to 600/],
  ] as const)('ussd %j ends with exit %i and words', async ([args, code, words]) => {
    const ended = await ussd(...args)
    expect(ended.out + ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})
