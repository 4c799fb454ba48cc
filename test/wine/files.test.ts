import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacksOtherSystems, newWindows, type Windows } from '../support/wine'
import { bundled } from '../support/bundled'

/** `接続しました` in Shift_JIS, as a terminal on a Japanese Windows keeps it. */
const connectedInShiftJis = Buffer.from('90da91b182b582dc82b582bd', 'hex')
const lines = ['AT+CEREG?', '+CEREG: 0,5', '', 'OK', ''].join('\r\n')

describe.skipIf(lacksOtherSystems())('the files of a Windows', () => {
  let folder: string
  let windows: Windows

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-files-'))
    windows = await newWindows()
  })
  afterAll(() => {
    windows?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const encodings = {
    'UTF-8 with CRLF': Buffer.from(`接続しました\r\n${lines}`),
    Shift_JIS: Buffer.concat([connectedInShiftJis, Buffer.from(`\r\n${lines}`)]),
    'UTF-16': Buffer.from(`\ufeff接続しました\r\n${lines}`, 'utf16le'),
  }

  test('explains logs in the encodings that are met there', async () => {
    const answers = await Promise.all(
      Object.values(encodings).map((bytes, number) => {
        const path = join(folder, `ログ ${number}.txt`)
        writeFileSync(path, bytes)
        return windows.run(['explain', windows.name(path), '--lang', 'ja'])
      }),
    )
    expect(
      answers.map(({ err }) => /utf-?16|utf-?8|shift.jis/i.exec(err)?.[0].toLowerCase()),
    ).toEqual(['utf-8', 'shift_jis', expect.stringMatching(/utf-?16/)])
    for (const { code, out } of answers) {
      expect(code).toBe(0)
      expect(out).toContain('ローミング')
      expect(out).not.toContain('�')
    }
  })

  test('prints Japanese in its console', async () => {
    const path = join(folder, 'console.txt')
    writeFileSync(path, lines)
    const console = windows.inConsole(['explain', windows.name(path), '--lang', 'ja'])
    expect((await console.ended).out).toContain('ローミング')
  })

  test('keeps the journal in the folder of a user with a Japanese name and a space', async () => {
    const macro = join(folder, '確認.txt')
    writeFileSync(macro, '# 型番を読む\nAT+CGMM\n')
    const asked = await windows.run(['at', 'sim:sim7672', '--macro', windows.name(macro)])
    expect(asked).toMatchObject({ code: 0, out: expect.stringContaining('SIM7672JP-MNGV') })
    const journals = join(windows.localAppData, 'Modem Bench', 'journals')
    const left = readdirSync(journals)
    // No colon in the name, and the lock is given back.
    expect(left).toEqual([
      expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-\d+\.journal$/),
    ])

    const capture = join(folder, '出力.pcapng')
    const journal = windows.name(join(journals, left[0] ?? ''))
    const exported = await windows.run(['pcap', journal, '-o', windows.name(capture)])
    expect(exported).toMatchObject({ code: 0 })
    expect(readFileSync(capture).subarray(0, 4).toString('hex')).toBe('0a0d0d0a')
  })

  test('locks, settings and pipes hold there, too', async () => {
    const script = await bundled(join(import.meta.dirname, 'inside/platform.ts'))
    const { out, err } = await windows.node([windows.name(script), windows.name(folder)])
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({
      stale: 'taken over',
      torn: 'taken over',
      living: expect.stringMatching(/^journal-in-use: .*does not say since when that runs/),
      reused: 'taken over',
      holders: [1],
      settings: '{"版":39}',
      pipe: {
        path: expect.stringMatching(/^\\\\\.\\pipe\\modem-bench-slot-a-\d+$/),
        bytes: '01020304',
      },
      file: '2026-01-31T00-00-00-000Z-slot-b.pcapng',
    })
  })

  test('answers a pipe line by line, whatever its line ends', async () => {
    const filter = windows.start(['decode'])
    const line = { id: 1, command: 'AT+CEREG?', response: '+CEREG: 0,5\r\n\r\nOK\r\n' }
    filter.type(`${JSON.stringify(line)}\r\n`)
    await filter.said(/"result":"OK".*\n/)
    filter.child.stdin?.end()
    expect((await filter.ended).code).toBe(0)
  })
})

describe.skipIf(lacksOtherSystems())('the registry of a Windows', () => {
  let windows: Windows
  beforeAll(async () => {
    windows = await newWindows()
  })
  afterAll(() => windows?.remove())

  const enumeration = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum'
  const value = (key: string, name: string, text: string) =>
    windows.reg('add', key, '/v', name, '/d', text, '/f')

  test('lists a modem that its driver put into the class Modem, and the ports of com0com', async () => {
    const modem = `${enumeration}\\USB\\VID_1E0E&PID_9001&MI_03\\6&1a2b3c4d&0&0003`
    const unplugged = `${enumeration}\\USB\\VID_2C7C&PID_0125&MI_02\\6&99999999&0&0002`
    const map = 'HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM'
    await value(modem, 'FriendlyName', '@oem12.inf,%modem%;SimTech HS-USB Modem 9001')
    await value(`${modem}\\Device Parameters`, 'PortName', 'COM31')
    await value(`${modem}\\Control`, 'ActiveService', 'qcusbser')
    await value(`${unplugged}\\Device Parameters`, 'PortName', 'COM31')
    await value(map, '\\Device\\QCUSB_COM31_3', 'COM31')
    await value(map, '\\Device\\com0com10', 'CNCA0')
    const { out } = await windows.run(['ports', '--json'])
    const ports = out.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))
    expect(ports.find(({ path }) => path === 'COM31')).toMatchObject({
      usb: '1e0e:9001',
      interfaceNumber: 3,
      product: 'SimTech HS-USB Modem 9001',
      identity: 'usb:1e0e:9001/at:6%261a2b3c4d%260/if03',
    })
    expect(ports.find(({ path }) => path === 'CNCA0')).toMatchObject({ identity: 'path:CNCA0' })
  })
})
