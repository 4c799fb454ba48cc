import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonLines, startCli } from '../support/cli'
import { runCli } from '../support/command'

const modem = 'sim:sim7672?speed=fast'

describe('modem-bench at', () => {
  test('prints the answers of the commands it is given, and exits 0', async () => {
    const ended = await runCli(['at', modem, 'AT+CGMM', 'AT+CPIN?'])
    expect(ended).toMatchObject({
      code: 0,
      out: 'SIM7672JP-MNGV\nOK\n+CPIN: READY\nOK\n',
      err: '',
    })
  })

  test('reads commands from standard input, and passes over comments and empty lines', async () => {
    const input = '# who is it\nAT+CGMM\n\n  AT+CIMI  \r\n'
    const ended = await runCli(['at', modem, '-'], { input })
    expect(ended.out).toMatch(/^SIM7672JP-MNGV\nOK\n\d{15}\nOK\n$/)
    expect(ended.code).toBe(0)
  })

  test('what a modem says does not act on the terminal, as text and as JSON', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.on('data', (bytes) => {
        const isAsked = bytes.includes('+CSQ')
        const said = '\r\n+CSQ: \u001b]0;title\u0007\u001b[2J\u202e5,99\u2066\r\n'
        socket.write(`${isAsked ? said : ''}\r\nOK\r\n`)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no TCP address')
    try {
      const port = `tcp:127.0.0.1:${address.port}`
      const acting = /[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u
      const text = await runCli(['at', port, 'AT+CSQ'])
      expect(text.out).toContain(']0;title')
      expect(text.out).not.toMatch(acting)
      const json = await runCli(['at', port, 'AT+CSQ', '--json'])
      expect(json.out).not.toMatch(acting)
      expect(json.out).toContain('\\u0080')
    } finally {
      server.close()
    }
  })

  test('sends nothing to a modem that was left in data mode, and says so', async () => {
    const heard: Buffer[] = []
    const server = createServer((socket) => {
      socket.on('data', (bytes) => heard.push(bytes))
      socket.on('error', () => socket.destroy())
      socket.write(Buffer.from('7eff7d23c0217d217d297d207d28', 'hex'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no TCP address')
    try {
      const ended = await runCli(['at', `tcp:127.0.0.1:${address.port}`, 'ATI'])
      expect(ended).toMatchObject({ code: 1, out: '' })
      expect(ended.err).toContain('speaks PPP')
      expect(ended.err).toContain(`modem-bench back tcp:127.0.0.1:${address.port}`)
      expect(ended.err).not.toMatch(/power/i)
      expect(heard).toEqual([])
    } finally {
      server.close()
    }
  })

  test('goes on after an ERROR, and exits 1', async () => {
    const ended = await runCli(['at', modem, 'AT+NOSUCH', 'AT+CGMM'])
    expect(ended).toMatchObject({ code: 1, out: 'ERROR\nSIM7672JP-MNGV\nOK\n' })
  })

  test('answers while standard input stays open, as a coprocess needs', async () => {
    const program = startCli(['at', modem, '-'])
    program.type('AT+CGMM\n')
    await program.said(/SIM7672JP-MNGV\nOK\n/)
    program.type('AT+CPIN?\n')
    await program.said(/READY\nOK\n/)
    program.child.stdin?.end()
    expect((await program.ended).code).toBe(0)
  })

  test('ends at Ctrl-C while it waits for an answer', async () => {
    const program = startCli(['at', 'sim:sim7672?noanswer=1', 'AT+COPS=?'])
    program.child.stdin?.end()
    // Said once the port is open: by then the command hears signals.
    await program.complained(/journal: /)
    const ended = await program.stop('SIGINT')
    expect(ended.out).toBe('')
    expect(ended.code).toBe(130)
  })

  test('says that nothing answered, and exits 1', async () => {
    const ended = await runCli(['at', 'sim:sim7672?noanswer=1', '--timeout', '1', 'AT'])
    expect(ended.err).toMatch(/AT.*1 s/)
    expect(ended.code).toBe(1)
  })

  test('gives one JSON object an answer (--json)', async () => {
    const ended = await runCli(['at', modem, '--json', 'AT+CGMM', 'AT+NOSUCH'])
    const shape = z.strictObject({
      command: z.string(),
      lines: z.array(z.string()),
      final: z.string(),
      ok: z.boolean(),
      ms: z.number().int(),
    })
    const lines = jsonLines(ended.out).map((line) => shape.parse(line))
    expect(lines).toMatchObject([
      { command: 'AT+CGMM', lines: ['SIM7672JP-MNGV'], final: 'OK', ok: true },
      { command: 'AT+NOSUCH', lines: [], final: 'ERROR', ok: false },
    ])
    expect(ended.code).toBe(1)
  })

  describe('--macro', () => {
    const folder = mkdtempSync(join(tmpdir(), 'modem-bench-macro-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    const macro = (text: string) => {
      const path = join(folder, 'own.txt')
      writeFileSync(path, text)
      return path
    }

    test('runs the information list that ships, without a file', async () => {
      const ended = await runCli(['at', modem, '--macro', 'information'])
      expect(ended.out).toMatch(/^Manufacturer: SIMCOM INCORPORATED\n/)
      expect(ended.out).toMatch(/\+CPMUTEMP: \d+\nOK\n/)
      expect(ended.err).toBe('')
    })

    test('waits, expects, and puts values in the place of variables', async () => {
      const file = macro(
        'set cid 1\nAT+CGDCONT={cid},"IP","soracom.io"\nwait 50ms\nAT+CGDCONT?\nexpect +CGDCONT: {cid},* within 2s\n',
      )
      const args = ['at', modem, '--macro', file, '--set', 'cid=3', '--json']
      const ended = await runCli(args)
      const last = jsonLines(ended.out).at(-1)
      expect(JSON.stringify(last)).toContain('+CGDCONT: 3,')
      expect(ended.code).toBe(0)
    })

    test('takes a plain text file of commands, and exits 1 when one was refused', async () => {
      const ended = await runCli(['at', modem, '--macro', macro('AT+NOSUCH\nAT+CGMM\n')])
      expect(ended).toMatchObject({ code: 1, out: 'ERROR\nSIM7672JP-MNGV\nOK\n' })
    })

    test.each([
      ['AT\n', ['--set', 'apn=x'], /expected name=value; this macro has: none/],
      ['AT\nexpect +NEVER: 1 within 200ms\n', [], /expected \+NEVER: 1/],
    ] as const)('says what is wrong with %j', async (text, more, why) => {
      const ended = await runCli(['at', modem, '--macro', macro(text), ...more])
      expect(ended.err).toMatch(why)
      expect(ended.code).not.toBe(0)
    })

    test('says which macros need no file when there is none of that name', async () => {
      const ended = await runCli(['at', modem, '--macro', 'nosuch.txt'])
      expect(ended.err).toMatch(/Macros that need no file: information, wait-for-network/)
      expect(ended.code).toBe(2)
    })
  })

  test.each([
    [['at', modem, 'AT\rAT+CFUN=0'], /cannot be sent as an AT command/],
    [['at', modem, '--timeout', 'soon', 'AT'], /expected seconds above 0/],
    [['at'], /missing required argument 'port'/],
  ])('%j is refused with what was expected, and exit 2', async (args, expected) => {
    const ended = await runCli(args)
    expect(ended.err).toMatch(expected)
    expect(ended.code).toBe(2)
  })
})

describe('modem-bench ports', () => {
  const shape = z.looseObject({
    path: z.string().min(1),
    label: z.string().min(1),
    kind: z.enum(['serial', 'simulated', 'tcp', 'pty']),
    role: z.string(),
    use: z.enum(['yes', 'maybe', 'no']),
    identity: z.string(),
  })

  test('lists one JSON object a line (--json), the simulated modems among them', async () => {
    const ended = await runCli(['ports', '--json'])
    const ports = jsonLines(ended.out).map((line) => shape.parse(line))
    expect(ports.map((port) => port.path)).toEqual(
      expect.arrayContaining(['sim:sim7672', 'sim:sim5320']),
    )
    expect(ended).toMatchObject({ code: 0, err: '' })
  })

  test('lists them for a person', async () => {
    const ended = await runCli(['ports'])
    expect(ended.out).toMatch(/^sim:sim7672 +SIM7672JP/m)
  })
})
