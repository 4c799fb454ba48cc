import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonLines, type Running, startCli } from '../support/cli'
import { runCli } from '../support/command'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
const running: Running[] = []
const begun = <T extends Running>(program: T): T => {
  running.push(program)
  return program
}
afterAll(() => Promise.all(running.map((program) => program.stop('SIGTERM'))))

/** A modem that a program left in its call: it was killed. */
async function leftInCall(): Promise<string> {
  const sim = begun(startCli(['sim', 'sim7672?speed=fast', '--tcp', '0']))
  const [, port = ''] = await sim.said(/^(.+)\n/)
  const held = begun(startCli(['connect', port, ...account, '--hold', '600', '--json']))
  await held.said(/"verdict":"connected"/)
  await held.stop('SIGKILL')
  return port
}

/** Another program asks for the text of a message, and goes away without one. */
async function leftAtPrompt(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  const heard = (text: string) =>
    new Promise<void>((resolve) => {
      socket.on('data', (data) => {
        if (data.toString('latin1').includes(text)) resolve()
      })
    })
  await once(socket, 'connect')
  const ok = heard('OK')
  socket.write('AT+CMGF=1\r')
  await ok
  const prompt = heard('> ')
  socket.write('AT+CMGS="+81901"\r')
  await prompt
  socket.destroy()
}

describe.concurrent('modem-bench back', () => {
  test('at says that a call is open and how it is ended; back ends it, and AT is answered', async () => {
    const port = await leftInCall()
    const refused = await runCli(['at', port, 'AT+CGMM'])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain(`modem-bench back ${port}`)
    expect(refused.err).not.toMatch(/check power/i)
    const back = await runCli(['back', port])
    expect(back).toMatchObject({ code: 0, err: '' })
    expect(back.out).toMatch(/✓ AT is answered\.\n$/)
    expect(await runCli(['at', port, 'AT+CGMM'])).toMatchObject({ code: 0, err: '' })
  })

  test('a modem that was left at the prompt of a message is brought back by ESC, which is told', async () => {
    const sim = begun(startCli(['sim', 'sim7672?speed=fast', '--tcp', '0']))
    const [, port = ''] = await sim.said(/^(.+)\n/)
    const number = Number(port.split(':').at(-1))
    await leftAtPrompt(number)
    const asked = await runCli(['at', port, 'AT+CGMM'])
    expect(asked).toMatchObject({ code: 0, out: 'SIM7672JP-MNGV\nOK\n' })
    expect(asked.err).toMatch(/text of an earlier program.*ESC.*nothing was sent/)
    await leftAtPrompt(number)
    const back = await runCli(['back', port, '--json'])
    expect(jsonLines(back.out)).toMatchObject([
      { rung: 'ask', worked: false },
      { rung: 'prompt', worked: true },
      { rung: 'ask', worked: true },
      { result: 'command' },
    ])
    const given = await runCli(['at', port, 'AT+CMGW="+81901"', '--payload', 'hello'])
    expect(given).toMatchObject({ code: 0, out: expect.stringMatching(/^\+CMGW: \d+\nOK\n$/) })
    const none = await runCli(['at', port, 'AT+CMGW="+81901"'])
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('--payload') })
    expect(await runCli(['at', port, 'AT+CGMM'])).toMatchObject({ code: 0, err: '' })
  })

  test('tells each rung and the result as objects (--json), in command mode too', async () => {
    const { code, out } = await runCli(['back', 'sim:sim7672?speed=fast', '--json'])
    expect(code).toBe(0)
    expect(jsonLines(out)).toEqual([
      { rung: 'ask', words: { en: 'AT is answered.', ja: 'AT に応答しました。' }, worked: true },
      { result: 'command', mode: 'command' },
    ])
  })

  test('Ctrl-C ends it, and a modem that stays silent is no success', async () => {
    const program = begun(startCli(['back', 'sim:sim7672?noanswer=1']))
    await program.said(/AT is not answered/)
    const ended = await program.stop('SIGINT')
    expect(ended.code).toBe(130)
  })
})
