import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { labgridPortIn } from '@platform/serial/labgrid'
import { openPort } from '@platform/serial/open'

/** What the client of labgrid 0.4.1 prints of a place, from its own code without a coordinator; names are invented. */
const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, 'labgrid', `${name}.txt`), 'utf8')
const acquired = recorded('acquired')

test('the port of a place is where its exporter says', () => {
  const there = { host: 'lab1.example', port: 41_235 }
  expect(labgridPortIn(acquired, 'demo')).toEqual({ ...there, raw: false })
  const raw = acquired.replace("'protocol': 'rfc2217'", "'protocol': 'raw'")
  expect(labgridPortIn(raw, 'demo', 'NetworkSerialPort')).toEqual({ ...there, raw: true })
  // Where none is told it is labgrid’s own default.
  const old = acquired.replace("'protocol': 'rfc2217',", '')
  expect(labgridPortIn(old, 'demo')).toEqual({ ...there, raw: false })
})

const second = acquired.slice(acquired.indexOf("Acquired resource 'NetworkSerialPort'"))
test.each([
  [
    'that nobody has',
    recorded('not-acquired'),
    undefined,
    /acquired by nobody: labgrid-client -p demo acquire/,
  ],
  [
    'without a serial port',
    acquired.replaceAll('NetworkSerialPort', 'USBVideo'),
    undefined,
    /no serial port \(NetworkSerialPort\); there are: none/,
  ],
  [
    'without this one',
    acquired,
    'console',
    /no serial port "console".*there are: NetworkSerialPort/,
  ],
  [
    'with two',
    acquired + second.replace("resource 'NetworkSerialPort'", "resource 'second'"),
    undefined,
    /several serial ports: NetworkSerialPort, second\. Name one: labgrid:demo\/NetworkSerialPort/,
  ],
  [
    'whose cable is out',
    acquired.replaceAll("'avail': True", "'avail': False"),
    undefined,
    /does not see NetworkSerialPort/,
  ],
  [
    'behind a proxy',
    acquired.replace("'proxy_required': False", "'proxy_required': True"),
    undefined,
    /through lab1\.example alone/,
  ],
  [
    'of which no port is told',
    acquired.replace("'port': 41235", "'port': None"),
    undefined,
    /no host and port/,
  ],
])('a place %s is told as that', (_, text, resource, why) => {
  expect(() => labgridPortIn(text, 'demo', resource)).toThrow(
    expect.objectContaining({ code: 'port-unreachable', detail: expect.stringMatching(why) }),
  )
})

test.each(['labgrid:', 'labgrid:-p', 'labgrid:a b', 'labgrid:a/'])(
  '%s is no place',
  async (name) => {
    await expect(openPort(name)).rejects.toMatchObject({ code: 'port-name' })
  },
)

describe.skipIf(process.platform === 'win32')('with a client of labgrid', () => {
  const path = process.env['PATH']
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-labgrid-'))
  /** A client that prints this, or ends as one that failed. */
  const client = (script: string) => {
    const file = join(folder, 'labgrid-client')
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    process.env['PATH'] = `${folder}:${path}`
  }
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(join(folder, 'labgrid-client'), { force: true })
  })

  test('labgrid:PLACE is the port that it tells', async () => {
    const server = createServer((socket) => void socket.write('hello'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port: number } = server.address() as AddressInfo
    const there = acquired
      .replace(
        "lab1.example',\n              'port': 41235",
        `127.0.0.1',\n              'port': ${number}`,
      )
      .replace("'protocol': 'rfc2217'", "'protocol': 'raw'")
    client(`[ "$1 $2 $3" = "-p demo show" ] || exit 3\ncat <<'END'\n${there}\nEND`)
    const port = await openPort('labgrid:demo')
    expect(port.label).toBe('labgrid:demo')
    const heard = await new Promise<string>((resolve) =>
      port.onBytes((bytes) => resolve(Buffer.from(bytes).toString())),
    )
    expect(heard).toBe('hello')
    await port.close()
    server.close()
  })

  test('what it says went wrong is told, and that there is none', async () => {
    client("echo 'labgrid-client: error: place pattern demo matches nothing' >&2; exit 1")
    await expect(openPort('labgrid:demo')).rejects.toMatchObject({
      code: 'port-unreachable',
      detail: 'labgrid-client: error: place pattern demo matches nothing',
    })
    process.env['PATH'] = folder
    rmSync(join(folder, 'labgrid-client'))
    await expect(openPort('labgrid:demo')).rejects.toMatchObject({
      detail: expect.stringContaining('not installed here'),
    })
  })
})
