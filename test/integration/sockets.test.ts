import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/command'

describe('modem-bench sockets', () => {
  const sockets = (port: string, ...args: string[]) =>
    runCli(['sockets', `${port}?speed=fast`, ...args])

  test('tries a target over the modem’s stack, then over the console’s own IP, and says what both tell', async () => {
    const login = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    const { out, code } = await sockets(
      'sim:sim7672',
      ...['tcp', 'echo.example:7', '--text', 'hello', '--compare', ...login],
    )
    expect(out).toMatch(
      /^\[the modem’s stack\]\n(?: {2}✓ registration .*\n)? {2}✓ context {2}[\d.]+ ms {2}AT\+NETOPEN\n/,
    )
    expect(out).toMatch(/tcp echo\.example:7 works over the modem’s stack: 5 octets back after /)
    expect(out).toMatch(/\[the console’s own IP\]\n {2}✓ name .*192\.0\.2\.7\n/)
    expect(out).toMatch(/It works over both: [\d.]+ ms over the modem’s stack, [\d.]+ ms /)
    expect(code).toBe(0)
  })

  test('visits a broker over both stacks, with a user, and shows no password', async () => {
    const link = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    const login = ['--mqtt-user', 'ann', '--mqtt-password-file', '-']
    const { out, err, code } = await runCli(
      [
        ...['sockets', 'sim:sim7672?speed=fast', 'mqtt', 'mqtt://broker.example'],
        ...['--compare', ...link, ...login],
      ],
      { input: 's3cret-word\n' },
    )
    expect(out).toMatch(/\[the modem’s stack\]\n {2}✓ start .*AT\+CMQTTSTART\n/)
    expect(out).toMatch(/\[the console’s own IP\]\n.*\n {2}✓ log in .*broker\.example:1883\n/)
    expect(out).toMatch(/It works over both: /)
    expect(out + err).not.toContain('s3cret-word')
    expect(code).toBe(0)
  })

  test.for([
    [['sim:sim7672', 'mqtt', 'broker.example'], 2, /expected mqtt:\/\/host/],
    [['sim:sim7672', 'dns', 'nothing.example'], 1, /could not be resolved/],
    [['sim:generic', 'dns', 'example.com'], 1, /is not known here/],
    [['sim:sim7672', 'tcp', 'example.com'], 2, /expected host:port/],
    [['sim:sim7672', 'tcp'], 2, /target is missing/],
    [['sim:sim7672', 'tcp', 'example.com:7', '--compare'], 2, /--apn is missing/],
    [['sim:sim7672', 'tcp', 'example.com:7', '--compare', '--preset', 'no'], 2, /There are:/],
    [['sim:sim7672', '--tls-context', '12'], 2, /0 to 9/],
    [['sim:sim7672'], 0, /SIMCom .*: the context of its stack is closed/],
  ] as const)('sockets %j ends with exit %i and words', async ([args, code, words]) => {
    const [port, ...more] = args
    const ended = await sockets(port, ...more)
    expect(ended.out + ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})

describe('modem-bench files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'modem-bench-files-'))
    await writeFile(join(folder, 'ca.pem'), '-----BEGIN CERTIFICATE-----\nMII=\n')
    await writeFile(join(folder, 'page.pem'), '<html>')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const files = (action: string, port: string, ...args: string[]) =>
    runCli(['files', action, `${port}?speed=fast`, ...args])

  test('loads a file and a certificate, and lists them with the free space', async () => {
    const ca = join(folder, 'ca.pem')
    const { out, err, code } = await files('put', 'sim:sim7672', ca, 'notes.txt')
    expect(out).toMatch(/^files, \d+ of \d+ octets free\n {2}notes\.txt {2}33 B\ncertificates/)
    expect(err).toContain('notes.txt: 33 octets loaded.')
    expect(code).toBe(0)
    expect((await files('put', 'sim:sim7672', ca, '--certificate')).out).toMatch(
      /certificates and keys\n {2}ca\.pem\n/,
    )
    expect(await readFile(ca, 'latin1')).toContain('BEGIN')
  })

  test.for([
    [
      ['put', 'sim:sim7672', 'page.pem', '--certificate'],
      1,
      /begins with “<html>”.*or a certificate in DER/s,
    ],
    [['put', 'sim:sim7672', 'nothing.pem'], 2, /nothing\.pem/],
    [['get', 'sim:sim7672', 'no.bin'], 1, /read the list again/i],
    [['rm', 'sim:sim7672', 'ca.pem'], 2, /--yes/],
    [['rm', 'sim:sim7672', 'ca.pem', '--yes'], 1, /no file of this name/],
    [['list', 'sim:generic'], 1, /not known here/],
  ] as const)('files %j ends with exit %i and words', async ([args, code, words]) => {
    const [action, port, ...more] = args
    const own = more.map((one) =>
      action === 'put' && one.endsWith('.pem') ? join(folder, one) : one,
    )
    const ended = await files(action, port, ...own)
    expect(ended.out + ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})
