import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { quoted, wordsOf } from '@core/words'
import { ModemManagerHold } from '@platform/serial/take-modem'
import { startProgram } from '../support/cli'
import { until } from '../support/pty-pair'

const device = '/sys/devices/platform/soc/usb1/1-1'
const managed = {
  type: 'a{oa{sa{sv}}}',
  data: [
    {
      '/org/freedesktop/ModemManager1/Modem/3': {
        'org.freedesktop.ModemManager1.Modem': {
          Device: { type: 's', data: device },
          Ports: { type: 'a(su)', data: [['ttyUSB2', 2]] },
        },
      },
    },
  ],
}

/** Programs of these names come before the real ones, and write down how they were called. */
describe.runIf(process.platform === 'linux')('ModemManager', () => {
  let folder = ''
  let hold: ModemManagerHold
  const path = process.env['PATH'] ?? ''
  const calls = () =>
    existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : ''
  const program = (name: string, body: string) => {
    const file = join(folder, name)
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> ${folder}/calls\n${body}\n`)
    chmodSync(file, 0o755)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-mm-'))
    process.env['PATH'] = `${folder}:${path}`
    program('busctl', `cat <<'EOT'\n${JSON.stringify(managed)}\nEOT`)
    program(
      'mmcli',
      `trap 'echo released >> ${folder}/calls; kill $waiting; exit 0' TERM INT
echo "successfully inhibited device with uid '${device}'"
sleep 60 & waiting=$!
wait $waiting`,
    )
    hold = new ModemManagerHold()
  })
  afterEach(async () => {
    await hold.releaseAll()
    process.env['PATH'] = path
    rmSync(folder, { recursive: true, force: true })
  })

  test('says which modem it drives, and how to keep it off for good', async () => {
    const state = await hold.look('/dev/ttyUSB2')
    expect(state).toMatchObject({
      managed: true,
      taken: false,
      device,
      ruleFile: '/etc/udev/rules.d/78-modem-bench.rules',
      command: `mmcli --inhibit-device='${device}'`,
    })
    expect((await hold.look('/dev/ttyUSB9')).managed).toBe(false)
  })

  test('hands a modem over for the session, and gets it back', async () => {
    expect((await hold.take('/dev/ttyUSB2')).taken).toBe(true)
    expect(calls()).toContain(`mmcli --inhibit-device=${device}`)
    expect(calls()).not.toContain('released')
    await hold.release('/dev/ttyUSB2')
    expect((await hold.look('/dev/ttyUSB2')).taken).toBe(false)
    await until(() => calls().includes('released'))
  })

  test('gets the modem back when the program that took it is killed', async () => {
    const script = `import { spawn } from 'node:child_process'
const child = spawn('sh', ['-c', process.argv[1], 'modem-bench', 'uid'], { stdio: ['pipe', 'inherit', 'inherit'] })
setInterval(() => child.pid, 1000)`
    const source = readFileSync('src-main/platform/serial/take-modem.ts', 'utf8')
    const shell = /const holder =\s+'(.*)'/.exec(source)?.[1] ?? ''
    const running = startProgram(process.execPath, ['--input-type=module', '-e', script, shell])
    await running.said(/successfully inhibited/)
    await running.stop('SIGKILL')
    await until(() => calls().includes('released'))
  })

  test('says so in the words of mmcli when it refuses', async () => {
    program('mmcli', `echo "error: couldn't inhibit device: 'not authorized'" >&2; exit 1`)
    const error = await hold.take('/dev/ttyUSB2').catch((reason: unknown) => reason)
    expect(faultCode(error)).toBe('mm-refused')
    expect(String(error)).toContain('not authorized')
  })

  test('has nothing to take where no modem is managed', async () => {
    expect(await hold.take('/dev/ttyUSB9').catch(faultCode)).toBe('mm-not-managed')
    program(
      'busctl',
      `echo 'Call failed: Name "org.freedesktop.ModemManager1" does not exist' >&2; exit 1`,
    )
    expect(await hold.take('/dev/ttyUSB2').catch(faultCode)).toBe('mm-not-managed')
    program('busctl', `echo 'Failed to connect to bus: No such file or directory' >&2; exit 1`)
    expect((await hold.look('/dev/ttyUSB2')).managed).toBe(false)
  })

  test.each([
    ['is late', 'exec sleep 60', /within 5 s/],
    ['is refused', `echo 'Call failed: Access denied' >&2; exit 1`, /Access denied/],
    ['is no list', 'echo {}', /busctl: \{\}/],
  ])('an answer that %s is not a no', async (_what, body, said) => {
    program('busctl', body)
    const state = await hold.look('/dev/ttyUSB2')
    expect(state.managed).toBeNull()
    expect(wordsOf(state.said ?? quoted('')).en).toMatch(said)
    expect(await hold.take('/dev/ttyUSB2').catch(faultCode)).toBe('mm-unknown')
    expect(calls()).not.toContain('mmcli')
  })

  test('names the tool that is missing', async () => {
    program('sh', 'exit 127')
    writeFileSync(join(folder, 'mmcli'), '')
    expect(await hold.take('/dev/ttyUSB2').catch(faultCode)).toBe('mm-tools')
  })
})
