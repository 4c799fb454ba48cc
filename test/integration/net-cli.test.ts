import { execFile } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decisionNote } from '@bench/failover/words'
import { faultInjected } from '@bench/soak/words'
import { concat } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { noteBytes } from '@core/log/note'
import { quoted } from '@core/words'
import { connectBench } from '../support/connect-bench'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jsonLines, startCli } from '../support/cli'
import { runCli } from '../support/command'
import { until } from '../support/pty-pair'
import { cli, lacksHere } from '../support/needs'
import { hasSlirp, slirpPeer } from '../support/slirp'

const run = promisify(execFile)
const planted = faultInjected({ en: 'AT+CFUN=4 for 30 s', ja: 'AT+CFUN=4 を 30 秒' })
const moved = decisionNote({
  ...{ id: 1, kind: 'switch', atMs: 0, monoUs: 0, from: 'a', to: 'b', trigger: 'link-lost' },
  ...{ evidence: [quoted('NO CARRIER')], result: 'done', phases: [{ phase: 'detect', ms: 120 }] },
  ...{ seen: [], ms: 900, words: { en: 'Traffic moves to B.', ja: 'B に切り替えます。' } },
})
const modem = 'sim:sim7672?speed=fast'
const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
const hasTshark = !lacksHere('tshark')
const hasCurl = !lacksHere('curl')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-net-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Fields of each packet, as tshark reads them. */
async function tshark(file: string, filter: string, ...fields: string[]): Promise<string[][]> {
  const wanted = fields.flatMap((field) => ['-e', field])
  const { stdout } = await run('tshark', ['-r', file, '-Y', filter, '-T', 'fields', ...wanted])
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

describe.skipIf(!existsSync(cli))('one thing over a simulated modem', () => {
  const ask = (command: string, ...args: string[]) =>
    runCli([command, modem, ...args, ...account, '--json'])

  test('pings, and prints one JSON object', async () => {
    const { code, out, err } = await ask('ping', 'pong.soracom.io', '-c', '2', '-i', '0.2')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(jsonLines(out)).toMatchObject([{ ok: true, facts: { sent: 2, received: 2 } }])
  })

  test('exits with 1 when nothing answers, 2 on a wrong call, 3 without a port', async () => {
    const [silent, wrong, none] = await Promise.all([
      ask('ping', '192.0.2.99', '-c', '1'),
      ask('ping', '8.8.8.8', '-c', 'many'),
      runCli(['ping', '/dev/no-such-port', '8.8.8.8', ...account]),
    ])
    expect([silent.code, wrong.code, none.code]).toEqual([1, 2, 3])
    expect(wrong.err).toContain('--count many: expected a number from 0')
  })

  test.each([
    ['http', 'ftp://example.com/', 'https://host[:port]/path'],
    ['tls', 'example.com:0', 'host:port'],
    ['mqtt', 'mqtt://user:word@example.com', 'user and password apart'],
    ['throughput', 'http://example.com:99999/', 'http://host[:port]/path'],
    ['dns', 'two words', 'not a host name'],
  ])('%s %s is a wrong call, said before a connection is paid for', async (command, what, says) => {
    const { code, err } = await ask(command, what)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err).not.toContain('dial')
  })

  test.each([
    ['ping', 'pong.soracom.io'],
    ['udp-echo', 'echo.example'],
  ])(
    '%s that is stopped in the middle ends with 130, and one without end as it went',
    async (command, host) => {
      for (const [count, code] of [
        ['500', 130],
        ['0', 0],
      ] as const) {
        const running = startCli([command, modem, host, '-c', count, '-i', '0.2', ...account])
        await running.said(/seq=2 /)
        const ended = await running.stop('SIGINT')
        expect(ended.code).toBe(code)
        expect(ended.out).toContain('avg')
      }
    },
  )

  test('keeps AT beside PPP over the multiplexer', async () => {
    const { code, out } = await ask('dns', 'harvest.soracom.io', '--cmux')
    expect(code).toBe(0)
    expect(out).toContain('100.127.111.111')
  })

  test('says where the connection stopped when there is none', async () => {
    const ended = await runCli(['ntp', `${modem}&nosim=1`, 'ntp.soracom.io', ...account])
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('Stopped at the step “sim”')
  })

  test('every command shows an example', async () => {
    const names = ['ping', 'dns', 'http', 'throughput', 'socks', 'traceroute', 'ntp', 'soracom']
    const helps = await Promise.all(names.map((name) => runCli([name, '--help'])))
    for (const { code, out } of helps) {
      expect(code).toBe(0)
      expect(out).toMatch(/Examples?: modem-bench /)
    }
  })

  test.skipIf(!hasCurl)('is a proxy for curl until Ctrl-C', async () => {
    const proxy = startCli(['socks', modem, '--listen', '0', ...account, '--json'])
    const url = (await proxy.said(/"proxy":"(socks5h:[^"]+)"/))[1] ?? ''
    const body = '0123456789abcdef'.repeat(12_500)
    const fetch = (page: string) =>
      run('curl', ['-sS', '--speed-time', '60', '--speed-limit', '1', '--proxy', url, page])
    expect((await fetch('http://ip.example/')).stdout).toBe('10.164.98.251\n')
    expect((await fetch('http://speed.example/bytes/200000')).stdout).toBe(body)
    await expect(fetch('http://no-such.example/')).rejects.toMatchObject({ code: 97 })
    const ended = await proxy.stop()
    expect(ended.code).toBe(0)
    expect(jsonLines(ended.out).at(-1)).toMatchObject({ total: 3, refused: 1, spent: false })
  })

  describe.skipIf(!hasTshark)('captured', () => {
    let file: string
    beforeEach(() => {
      file = join(folder, `${crypto.randomUUID()}.pcapng`)
    })

    test('tshark reads LCP, IPCP, DNS and ICMP with the right directions, and nothing malformed', async () => {
      const { code } = await ask('ping', 'pong.soracom.io', '-c', '1', '--pcap', file)
      expect(code).toBe(0)
      expect(await tshark(file, '_ws.malformed', 'frame.number')).toEqual([])
      const protocols = (await tshark(file, 'ppp', 'frame.protocols', 'frame.p2p_dir')).flat()
      for (const name of ['lcp', 'ipcp', 'icmp', 'dns']) expect(protocols.join()).toContain(name)
      // 0 is sent, 1 received.
      expect(await tshark(file, 'icmp', 'icmp.type', 'frame.p2p_dir')).toEqual([
        ['8', '0'],
        ['0', '1'],
      ])
      expect(
        await tshark(file, 'frame contains "AT+CPIN?"', 'frame.interface_name'),
      ).toContainEqual(['a at'])
    })

    test('shows AT with protocol, direction and meaning by the dissector that the program prints', async () => {
      const lua = join(folder, 'at.lua')
      writeFileSync(lua, (await runCli(['dissector', 'print'])).out)
      await ask('ping', 'pong.soracom.io', '-c', '1', '--pcap', file)
      // Columns are fields under other names from Wireshark 4.4 on.
      const columns = ['-o', 'gui.column.format:"Protocol","%p","Info","%i"', '-T', 'tabs']
      const filter =
        'modem_at.text == "AT+CMEE=2" && modem_at.direction == "sent" && modem_at.slot == "a"'
      // Twice, as where it is installed as well: the second says so and leaves the first alone.
      const script = ['-X', `lua_script:${lua}`, '-X', `lua_script:${lua}`]
      // From Wireshark 4.4 on root loads no Lua script: nobody reads them then, who has to be let in.
      chmodSync(folder, 0o755)
      for (const path of [lua, file]) chmodSync(path, 0o644)
      const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', 'env', `HOME=${folder}`]
      const [program = '', ...before] =
        process.getuid?.() === 0 ? ['setpriv', ...nobody, 'tshark'] : ['tshark']
      const read = [...before, ...script, '-r', file, '-Y', filter, ...columns]
      const { stdout, stderr } = await run(program, read)
      expect(stdout).toMatch(/^AT\t→ AT\+CMEE=2 {2}\[Sets how errors are shown.*\]\n/)
      expect(stderr).not.toContain('Lua')
      expect(stderr).toContain('is loaded already')
    })

    test('takes PPP out of the multiplexer, as an interface of its channel', async () => {
      await ask('ping', 'pong.soracom.io', '-c', '1', '--cmux', '--pcap', file)
      expect(await tshark(file, '_ws.malformed', 'frame.number')).toEqual([])
      const names = await tshark(file, 'icmp', 'frame.interface_name', 'icmp.type')
      expect(names).toEqual([
        ['a channel 1 ppp', '8'],
        ['a channel 1 ppp', '0'],
      ])
    })

    test('leaves the PAP password out unless told otherwise', async () => {
      const call = ['ping', `${modem}&auth=pap`, 'pong.soracom.io', '-c', '1', '--auth', 'pap']
      await runCli([...call, ...account, '--pcap', file])
      expect(await tshark(file, 'pap.password', 'pap.password')).toEqual([['xxxx']])
      const readable = `${file}.readable`
      await runCli([...call, ...account, '--no-redact', '--pcap', readable])
      expect(await tshark(readable, 'pap.password', 'pap.password')).toEqual([['sora']])
    })

    test('goes live through a named pipe', async () => {
      const pipe = join(folder, 'pipe')
      await run('mkfifo', [pipe])
      const reader = run('tshark', ['-r', pipe, '-Y', 'icmp', '-T', 'fields', '-e', 'icmp.type'])
      const { code } = await ask('ping', 'pong.soracom.io', '-c', '3', '--pcap', pipe)
      expect(code).toBe(0)
      // A busy computer may answer one too late.
      expect((await reader).stdout).toMatch(/^8\n(8\n|0\n)*0\n/)
    })

    test('follows a journal that a console is writing, until it is ended', async () => {
      const { wire, connect } = await connectBench()
      await connect()
      const entries = wire.map(({ dir, bytes }, i) =>
        encodeEntry({ slot: 'a', dir, atMs: 1_750_000_000_000 + i, monoUs: i * 1000, bytes }),
      )
      const journal = join(folder, 'growing.journal')
      const half = entries.length >> 1
      writeFileSync(journal, concat([journalHeader, ...entries.slice(0, half)]))
      const live = startCli(['pcap', journal, '--live', '-o', file])
      await until(() => existsSync(file) && readFileSync(file).length > 1000)
      const before = readFileSync(file).length
      // Cut inside an entry, as a writer may be seen.
      const rest = concat(entries.slice(half))
      appendFileSync(journal, rest.subarray(0, 5))
      appendFileSync(journal, rest.subarray(5))
      await until(() => readFileSync(file).length > before)
      const replies = () => tshark(file, 'icmp.type == 0', 'frame.interface_name')
      await expect.poll(replies).toHaveLength(3)
      expect((await live.stop()).code).toBe(0)
      expect(await tshark(file, '_ws.malformed', 'frame.number')).toEqual([])
    })

    test('makes the same of a journal', async () => {
      const { wire, connect } = await connectBench()
      await connect()
      const entries = wire.map(({ dir, bytes }, i) =>
        encodeEntry({ slot: 'b', dir, atMs: 1_750_000_000_000 + i, monoUs: i * 1000, bytes }),
      )
      const journal = join(folder, 'a.journal')
      // As failover and a soak run leave them, in the middle and at the end.
      const notes = [moved, planted].map((words, i) =>
        encodeEntry({
          ...{ slot: 'b', dir: 'note', bytes: noteBytes(words) },
          ...{ atMs: 1_750_000_000_100 + i, monoUs: 100_000 + i * 1000 },
        }),
      )
      const half = entries.length >> 1
      const all = [...entries.slice(0, half), ...notes, ...entries.slice(half)]
      writeFileSync(journal, concat([journalHeader, ...all]))
      expect((await runCli(['pcap', journal, '-o', file])).code).toBe(0)
      const comments = await tshark(file, 'frame.comment', 'frame.comment')
      expect(comments).toContainEqual([moved.en])
      expect(comments).toContainEqual([planted.en])
      expect(await tshark(file, '_ws.malformed', 'frame.number')).toEqual([])
      const replies = await tshark(file, 'icmp.type == 0', 'frame.interface_name')
      expect(replies).toEqual([['b ppp'], ['b ppp'], ['b ppp']])
      const other = join(folder, 'other.txt')
      writeFileSync(other, 'no journal')
      const refused = await runCli(['pcap', other, '-o', file])
      expect(refused.code).toBe(1)
      expect(refused.err).toContain('not a journal')
      expect(readFileSync(file).length).toBeGreaterThan(100)
    })
  })
})

describe.skipIf(!hasSlirp || !existsSync(cli))('one thing over PPP to slirp', () => {
  let server: Server
  let port: number
  let peer: Awaited<ReturnType<typeof slirpPeer>>
  beforeEach(async () => {
    server = createServer((request, response) => {
      request.resume()
      request.on('end', () => response.end(Buffer.alloc(1_000_000, 1)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
    peer = await slirpPeer()
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await peer.remove()
  })

  test.each(['down', 'up'])('measures %s within its budget', async (direction) => {
    const url = `http://10.0.2.2:${port}/`
    const way = direction === 'up' ? ['--up'] : []
    const limits = ['--budget', '1M', '--seconds', '600', '--json']
    const args = ['throughput', peer.path, url, '--direct', ...way, ...limits]
    const { code, out, err } = await runCli(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(jsonLines(out)[0]).toMatchObject({ ok: true, facts: { direction, ended: 'budget' } })
  })

  test('saves a page to a file octet for octet', async () => {
    const file = join(folder, 'page')
    const url = `http://10.0.2.2:${port}/`
    const { code } = await runCli(['http', peer.path, url, '--direct', '-o', file])
    expect(code).toBe(0)
    expect(readFileSync(file)).toEqual(Buffer.alloc(1_000_000, 1))
  })
})
