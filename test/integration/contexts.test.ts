import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'
import { lacks } from '../support/needs'
import { offeredModem, type OfferedModem } from './peers/modem'

describe.skipIf(lacks('socat'))('the contexts of a modem on a pty', () => {
  /** One simulated SIM7600 on a pty for all; each test goes on where the one before it ended. */
  let modem: OfferedModem
  let folder: string
  beforeAll(async () => {
    modem = await offeredModem()
    folder = modem.folder
  })
  afterAll(() => modem?.remove())
  const contexts = (...args: string[]) => runCli(['contexts', ...args])

  test('are listed with what each is for, in words and as JSON', async () => {
    const { out, code } = await contexts(modem.at)
    expect([code, out]).toEqual([0, expect.stringMatching(/^ 1 {2}IP "".*initial EPS bearer/)])
    const json = JSON.parse((await contexts('list', modem.at, '--json')).out) as {
      contexts: { cid: number }[]
    }
    expect(json.contexts.map(({ cid }) => cid)).toEqual([1])
  })

  test('one is written after its difference was printed, and --dry-run writes nothing', async () => {
    const file = join(folder, 'password')
    await writeFile(file, 'geheim\n')
    const login = ['--auth', 'chap', '--user', 'sora', '--password-file', file]
    const set = ['set', modem.at, '4', '--apn', 'soracom.io', ...login]
    const dry = await contexts(...set, '--dry-run')
    expect(dry.out).toContain('context 4 is new: IP, APN "soracom.io"')
    expect((await contexts(modem.at)).out).not.toMatch(/^ 4 /m)
    const { out, err, code } = await contexts(...set, '--lang', 'ja')
    expect([code, out]).toEqual([0, expect.stringContaining('書き込み、読み戻しました')])
    expect(out).toMatch(/^ 4 {2}IP "soracom.io".*認証 CHAP \(sora\)/m)
    expect(out + err + dry.out).not.toContain('geheim')
  })

  test.for([
    [['remove', '9'], 1, /no context of this number.*defined: 1, 4/],
    [['remove', 'x'], 2, /expected the number of a context/],
    [['set', '4', '--apn', 'a', '--user', 'b'], 2, /--auth pap, chap or either/],
    [['set', '4', '--apn', 'a', '--auth', 'pap'], 2, /--password-file/],
    [['set', '4', '--apn', 'a"b'], 2, /must not hold quotes/],
    [
      ['set', '4', '--apn', 'a', '--auth', 'pap', '--user', 'ユーザー', '--password', 'x'],
      2,
      /must be ASCII/,
    ],
  ] as const)('contexts %j is refused with words (exit %i)', async ([args, code, words]) => {
    const [word, ...rest] = args
    const ended = await contexts(word, modem.at, ...rest)
    expect(ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })

  test('one is deleted', async () => {
    expect((await contexts('remove', modem.at, '4')).out).toMatch(/^context 4 is deleted/)
  })
})
