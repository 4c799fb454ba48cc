import { describe, expect, test } from 'vitest'
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
    expect(out).toMatch(/^\[the modem’s stack\]\n {2}✓ context {2}[\d.]+ ms {2}AT\+NETOPEN\n/)
    expect(out).toMatch(/tcp echo\.example:7 works over the modem’s stack: 5 octets back after /)
    expect(out).toMatch(/\[the console’s own IP\]\n {2}✓ name .*192\.0\.2\.7\n/)
    expect(out).toMatch(/It works over both: [\d.]+ ms over the modem’s stack, [\d.]+ ms /)
    expect(code).toBe(0)
  })

  test.for([
    [['sim:sim7672', 'dns', 'nothing.example'], 1, /could not be resolved/],
    [['sim:generic', 'dns', 'example.com'], 1, /is not known here/],
    [['sim:sim7672', 'tcp', 'example.com'], 2, /expected host:port/],
    [['sim:sim7672', 'tcp'], 2, /target is missing/],
    [['sim:sim7672', 'tcp', 'example.com:7', '--compare'], 2, /--apn is missing/],
    [['sim:sim7672', '--tls-context', '12'], 2, /0 to 9/],
    [['sim:sim7672'], 0, /SIMCom .*: the context of its stack is closed/],
  ] as const)('sockets %j ends with exit %i and words', async ([args, code, words]) => {
    const [port, ...more] = args
    const ended = await sockets(port, ...more)
    expect(ended.out + ended.err).toMatch(words)
    expect(ended.code).toBe(code)
  })
})
