import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCli } from '../support/cli'
import { runCli } from '../support/command'
import { lacks } from '../support/needs'
import { offeredModem, type OfferedModem } from './peers/modem'

describe.skipIf(lacks('socat'))('the radio of a modem on a pty', () => {
  /** One simulated SIM7600 on a pty for all; each test goes on where the one before it ended. */
  let modem: OfferedModem
  beforeAll(async () => {
    modem = await offeredModem()
  })
  afterAll(() => modem?.remove())
  const radio = (args: readonly string[], input?: string) =>
    runCli(['radio', ...args], input === undefined ? {} : { input })
  const bands = async () => (await radio([modem.at])).out

  test('is listed with what may be chosen', async () => {
    const { out, code } = await radio([modem.at])
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/lte-bands {2}LTE bands: B1 B3 B5 B8 B18 B19 B26 B28\n/),
    ])
    expect(out).toMatch(/rat {2}Radio technology: automatic\n.*2 \(automatic\).*38 \(LTE only\)/)
  })

  test('is taken back by whatever line is not keep, and kept by that line', async () => {
    const set = ['set', modem.at, 'lte-bands=1,19']
    const back = await radio(set, 'yes\n')
    expect(back.out).toMatch(/^LTE bands off: B3 B5 .*LTE bands: B1 B19 .*Back to what it was/s)
    expect(back.err).toMatch(/Something else than keep was typed: the change goes back/)
    const ended = await radio(set, '')
    expect([ended.out, ended.err]).toEqual([
      expect.stringMatching(/Back to what it was/),
      expect.stringMatching(/Standard input has ended, .*: the change goes back.*--keep/),
    ])
    expect(await bands()).toContain('LTE bands: B1 B3 B5')
    const kept = await radio(set, 'keep\n')
    expect([kept.code, kept.out]).toEqual([0, expect.stringMatching(/Kept\.\n$/)])
    expect(await bands()).toContain('LTE bands: B1 B19  (limits the modem)')
    const left = await runCli(['leftovers', modem.at])
    expect([left.code, left.out]).toEqual([
      1,
      expect.stringMatching(
        /\+CNBP: 0x\w+,0x\w+40001,.*LTE bands: B1 B19 .*modem-bench radio PORT/,
      ),
    ])
  })

  test('a command that is killed leaves the way back for the next one', async () => {
    const running = startCli(['radio', 'set', modem.at, 'lte-bands=1'])
    await running.complained(/type keep/)
    await running.stop('SIGKILL')
    expect(await bands()).toMatch(/LTE bands: B1 .*neither kept nor taken back/s)
    const refused = await radio(['set', modem.at, 'rat=38', '--keep'])
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/radio undo PORT/)])
    const { out, code } = await radio(['undo', modem.at])
    expect([code, out]).toEqual([0, expect.stringMatching(/LTE bands: B1 B19 /)])
  })

  test.for([
    [['set', 'bands=1'], 2, /this modem has rat, lte-bands/],
    [['set', 'lte-bands'], 2, /SETTING=VALUE/],
    [['keep'], 1, /nothing to keep/],
  ] as const)('radio %j is refused with words (exit %i)', async ([args, code, words]) => {
    const [word, ...rest] = args
    const ended = await radio([word, modem.at, ...rest], '')
    expect(ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})
