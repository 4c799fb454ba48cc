import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json'
import { jsonLines, startProgram } from '../support/cli'
import { lacksPackagedProgram, packagedApp } from '../support/needs'

const program = packagedApp() ?? ''
const mac = process.platform === 'darwin'
const archive = join(dirname(program), mac ? '../Resources' : 'resources', 'app.asar')
const inside = () =>
  listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))

describe.skipIf(program === '')('the packaged app', () => {
  test('holds the built program, its production modules, and nothing else', () => {
    const paths = inside()
    const tops = new Set(paths.map((path) => path.split('/')[0]))
    expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json'])
    const modules = new Set(paths.map((path) => path.split('/')[1]))
    for (const name of ['electron', 'vue', 'typescript', 'vite', 'vitest'])
      expect(modules).not.toContain(name)
    expect(paths.filter((path) => /\.(ts|map|md)$|\/(test|__tests__)\//.test(path))).toEqual([])
    // The program and its page are 12 MB, and the modules 6, of which MQTT's are 3.
    expect(statSync(archive).size).toBeLessThan(20_000_000)
  })

  test('brings the native modules of its own system and no other', () => {
    const here = mac ? /darwin/ : new RegExp(`${process.platform}-${process.arch}(-musl)?$`)
    const folders = inside().flatMap((path) => /\/prebuilds\/([^/]+)$/.exec(path)?.[1] ?? [])
    expect(folders).not.toEqual([])
    expect(folders.filter((folder) => !here.test(folder))).toEqual([])
  })
})

/** As the wire has them: the digits 0 and 1. */
const [off, on] = [0x30, 0x31]

describe.skipIf(program === '')('the fuses of the packaged app', () => {
  // Only on Linux the command line runs on the same Electron.
  const runAsNode = process.platform === 'linux' ? on : off
  test.each([
    ['RunAsNode', runAsNode],
    ['EnableNodeOptionsEnvironmentVariable', off],
    // Off in what people get (electron-builder.yml); the tests drive this one by it.
    ['EnableNodeCliInspectArguments', on],
    ['EnableEmbeddedAsarIntegrityValidation', on],
    ['OnlyLoadAppFromAsar', on],
    ['GrantFileProtocolExtraPrivileges', off],
  ] as const)('%s stands as it should', async (name, state) => {
    const wire = await getCurrentFuseWire(program)
    expect(wire[FuseV1Options[name]]).toBe(state)
  })
})

const command = join(dirname(program), 'bin', 'modem-bench')

describe.skipIf(process.platform !== 'linux' || lacksPackagedProgram())(
  'the command line of the packaged app',
  () => {
    const run = (...args: string[]) => startProgram(command, args, { input: '' }).ended

    test('says its version and lists the ports without node and without a display', async () => {
      const env = { PATH: '/usr/bin:/bin', DISPLAY: '', WAYLAND_DISPLAY: '' }
      const version = await startProgram(command, ['--version'], { env, input: '' }).ended
      expect(version).toMatchObject({ code: 0, out: `${manifest.version}\n`, err: '' })
      const ports = jsonLines((await run('ports', '--json')).out)
      expect(ports.map(({ path }) => path)).toContain('sim:sim7672')
    })

    test('serves the page out of the archive', async () => {
      const serving = startProgram(command, ['serve', '--port', '0'])
      const [address = ''] = await serving.said(/http:\S+/)
      expect((await fetch(address)).status).toBe(200)
      expect((await serving.stop()).code).toBe(0)
    })
  },
)
