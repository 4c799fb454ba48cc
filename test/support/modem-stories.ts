import { expect, test } from 'vitest'
import { jsonLines, runCli, startCli } from './cli'

/** What a modem must answer by 3GPP TS 27.007 and V.250, and what of an answer must be there. */
const questions: readonly (readonly [command: string, wanted: RegExp])[] = [
  ['ATI', /\w/],
  ['AT+CGMI', /\w/],
  ['AT+CGMM', /\w/],
  ['AT+CGSN', /\d{14,}|\w/],
  ['AT+CSQ', /\+CSQ: \d+,\d+/],
  ['AT+CREG?', /\+CREG: \d,\d/],
  ['AT+COPS?', /\+COPS: \d/],
  ['AT+CFUN?', /\+CFUN: \d/],
]

/** What the console must do with any modem without changing a setting of it. */
export function readingStories(port: () => Promise<string>): void {
  test('answers what every modem must', async () => {
    const commands = questions.map(([command]) => command)
    const ended = await runCli(['at', await port(), '--json', ...commands])
    expect(ended).toMatchObject({ code: 0, err: '' })
    const answers = jsonLines(ended.out)
    expect(answers).toHaveLength(commands.length)
    for (const [index, [command, wanted]] of questions.entries()) {
      expect(answers[index]).toMatchObject({ command, ok: true, final: 'OK' })
      expect(String(answers[index]?.['lines']), command).toMatch(wanted)
    }
  })

  test('what it does not know is an error and exit 1, and the port goes on', async () => {
    const where = await port()
    const ended = await runCli(['at', where, '--json', 'AT+NOSUCHCOMMAND', 'AT'])
    expect(jsonLines(ended.out)).toMatchObject([{ ok: false }, { ok: true, final: 'OK' }])
    expect(ended.code).toBe(1)
  })

  test('several programs have the port one after the other', async () => {
    const where = await port()
    for (let turn = 0; turn < 3; turn++)
      expect(await runCli(['at', where, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })
}

/** What it must do with a modem that may be configured and may call; `account` are the options of `modem-bench connect`. */
export function connectingStories(
  port: () => Promise<string>,
  account: readonly string[],
  host: string,
): void {
  test('connects twice, the second time without writing anything', async () => {
    const where = await port()
    const first = await runCli(['connect', where, ...account, '--json'])
    expect(first).toMatchObject({ code: 0 })
    const second = await runCli(['connect', where, ...account, '--json'])
    expect(second).toMatchObject({ code: 0 })
    const configure = jsonLines(second.out).find((line) => line['step'] === 'configure')
    expect(configure).toMatchObject({ state: 'skipped' })
  })

  test('Ctrl-C while it pings: the call is ended first', async ({ onTestFinished }) => {
    const where = await port()
    const program = startCli(['connect', where, ...account, '--ping', host, '--json'])
    onTestFinished(async () => void (await program.stop('SIGTERM')))
    await program.said(/"step":"dns"/)
    const ended = await program.stop('SIGINT')
    const last = jsonLines(ended.out).at(-1)
    // The answer may have come before Ctrl-C did; in both cases the modem is back in command mode.
    expect(['connected', 'failed']).toContain(last?.['verdict'])
    if (last?.['verdict'] === 'failed')
      expect(last).toMatchObject({ reason: 'connect-cancelled', mode: 'command' })
    expect(await runCli(['at', where, 'AT'])).toMatchObject({ code: 0, out: 'OK\n' })
  })
}
