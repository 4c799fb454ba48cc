import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'
import { lacks } from '../support/needs'
import { offeredModem, type OfferedModem } from './peers/modem'

describe.skipIf(lacks('socat'))('the messages of a modem on a pty', () => {
  /** One simulated SIM7600 on a pty for all; each test goes on where the one before it ended. */
  let modem: OfferedModem
  let own: string
  beforeAll(async () => {
    modem = await offeredModem()
    const { out } = await runCli(['at', modem.at, 'AT+CNUM'])
    own = /\+CNUM: [^,]*,"(\+?\d+)"/.exec(out)?.[1] ?? ''
  })
  afterAll(() => modem?.remove())

  const sms = (word: string, ...args: string[]) => runCli(['sms', word, modem.at, ...args])
  const listed = async () => {
    const { out } = await sms('list', '--json')
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  test('a text to oneself is delivered, reported, listed, read and deleted', async () => {
    expect(own).not.toBe('')
    const text = '温度 21 °C 🌡 正常'
    const sent = await sms('send', own, text, '--report', '--json')
    expect([sent.code, sent.err.includes('error')]).toEqual([0, false])
    const here = (await listed()).filter((one) => one['text'] === text)
    expect(here.length).toBeGreaterThan(0)
    const read = await sms('read')
    expect(read.code).toBe(0)
    expect(read.out).toContain(text)
    const ids = here.map((one) => String(one['id']))
    expect((await sms('delete', ...ids)).code).toBe(0)
    expect((await listed()).filter((one) => one['text'] === text)).toEqual([])
  })

  test('a long one comes back in one piece', async () => {
    const text = 'modem bench {€} '.repeat(30).trim()
    expect((await sms('send', own, text, '--yes')).code).toBe(0)
    await expect
      .poll(async () => (await listed()).map((one) => one['text']), { timeout: 120_000 })
      .toContain(text)
  })

  test.for([
    ['a'.repeat(459), [], 0, /goes out in 3 parts; each may be charged/],
    ['a'.repeat(460), [], 2, /would go out in 4 parts.*--yes/s],
    ['a'.repeat(39_016), ['--yes'], 2, /takes 256 parts; a message has at most 255/],
  ] as const)(
    'many parts are sent only when somebody says so (%#)',
    async ([text, more, code, words]) => {
      const { code: ended, err } = await sms('send', own, text, ...more)
      expect([ended, words.test(err)]).toEqual([code, true])
    },
  )

  test.for([
    [['send', 'nobody', 'x'], 2, /Write it as \+81/],
    [['delete', 'SM:49'], 1, /SM:49/],
  ] as const)('sms %j is refused with words (exit %i)', async ([args, code, words]) => {
    const [word, ...rest] = args
    const ended = await sms(word, ...rest)
    expect([ended.code, words.test(ended.err)]).toEqual([code, true])
  })

  test('without a SIM it says what to do, in Japanese too', async () => {
    const { code, err } = await runCli([
      'sms',
      'list',
      'sim:sim7672?nosim=1&speed=fast',
      '--lang',
      'ja',
    ])
    expect(code).toBe(1)
    expect(err).toContain('SIM')
    expect(err).toMatch(/[ぁ-ん]/)
  })
})
