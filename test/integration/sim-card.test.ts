import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'
import { lacks } from '../support/needs'
import { offeredModem, type OfferedModem } from './peers/modem'

describe.skipIf(lacks('socat'))('the card of a modem on a pty', () => {
  /** One simulated SIM7600 on a pty for all; each test goes on where the one before it ended. */
  let modem: OfferedModem
  beforeAll(async () => {
    modem = await offeredModem()
  })
  afterAll(() => modem?.remove())

  const card = (word: string, ...args: string[]) => runCli(['sim-card', word, modem.at, ...args])

  test('shows the card, in words and as JSON, in both languages', async () => {
    const { out, code } = await card('show', '--lang', 'ja')
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^SIM READY、PIN 照会 オフ/),
    ])
    expect(out).toContain('禁止ネットワーク')
    const json = JSON.parse((await card('show', '--json')).out) as { files: { name: string }[] }
    expect(json.files.map(({ name }) => name)).toContain('fplmn')
  })

  test('what cleared the forbidden networks prints the line that puts them back', async () => {
    const list = '44F00244F001FFFFFFFFFFFF'
    expect((await card('restore-forbidden', list)).out).toContain('440 20, 440 10')
    const cleared = await card('clear-forbidden')
    expect(cleared.out).toContain(`sim-card restore-forbidden ${modem.at} ${list}`)
    expect(cleared.out).toMatch(/^forbidden networks: none/)
    const simulated = 'sim:sim7672?speed=fast&fplmn=44010'
    const { out } = await runCli(['sim-card', 'clear-forbidden', simulated])
    expect(out).toContain(`restore-forbidden "${simulated}" `)
  })

  test.for([
    [['enter-pin'], 2, /--pin-file/],
    [['enter-pin', '--pin', '12'], 2, /4 to 8 digits/],
    [['ask-pin', 'perhaps', '--pin', '1234'], 2, /on or off/],
  ] as const)('sim-card %j is refused with words (exit %i)', async ([args, code, words]) => {
    const [word, ...rest] = args
    const ended = await card(word, ...rest)
    expect(ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })

  test('without a SIM it says what to do, in Japanese too', async () => {
    const port = 'sim:sim7672?nosim=1&speed=fast'
    const { code, err } = await runCli(['sim-card', 'show', port, '--lang', 'ja'])
    expect(code).toBe(1)
    expect(err).toMatch(/SIM を装着/)
  })
})
