import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json'
import { jsonLines, startProgram, type RunOptions } from '../support/cli'
import { root } from '../support/needs'

const windows = process.platform === 'win32'
// A batch file can be started by a shell only, as npm itself and what it puts on PATH there are.
const start = (program: string, args: readonly string[], options?: RunOptions) =>
  windows
    ? startProgram('cmd.exe', ['/d', '/c', program, ...args], options)
    : startProgram(program, args, options)
const npm = async (args: readonly string[]) => {
  const ended = await start('npm', args, { cwd: root, input: '' }).ended
  if (ended.code !== 0) throw new Error(`npm ${args.join(' ')}:\n${ended.err}`)
  return ended.out
}

const folder = mkdtempSync(join(tmpdir(), 'modem-bench installed '))
const installedBin = windows ? join(folder, 'modem-bench.cmd') : join(folder, 'bin', 'modem-bench')
const env = { MODEM_BENCH_DATA: join(folder, 'data'), DISPLAY: '', WAYLAND_DISPLAY: '' }
const run = (...args: string[]) => start(installedBin, args, { env, input: '' }).ended
let packed: { filename: string; files: { path: string }[] }

describe('the command as npm installs it', () => {
  beforeAll(async () => {
    const said = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder])
    packed = JSON.parse(said)[0]
    await npm([
      ...['install', '--global', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund'],
      join(folder, packed.filename),
    ])
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

  test('the archive holds the built program and what is to be copied, no sources and no tests', () => {
    const places = new Set(
      packed.files.map(({ path }) => path.split('/').slice(0, -1).join('/')).filter(Boolean),
    )
    expect([...places].sort()).toEqual([
      'out',
      'out/main',
      'out/preload',
      'out/renderer',
      'out/renderer/assets',
      'resources/examples',
      'resources/examples/scripts',
      'resources/monitoring',
      'resources/schemas',
      'resources/systemd',
      'resources/udev',
    ])
    const directly = packed.files.filter(({ path }) => /^out\/[^/]+$/.test(path))
    expect(directly.map(({ path }) => path)).toEqual(['out/third-party-notices.txt'])
    expect(packed.files.filter(({ path }) => /\.map$|\/\./.test(path))).toEqual([])
  })

  test('Electron and the tools of development stay away', () => {
    const modules = join(folder, ...(windows ? [] : ['lib']), 'node_modules')
    const own = readdirSync(join(modules, 'modem-bench', 'node_modules'))
    for (const name of ['electron', 'vue', 'typescript', 'vite']) expect(own).not.toContain(name)
    for (const name of Object.keys(manifest.dependencies)) expect(own).toContain(name.split('/')[0])
  })

  test('says its version and lists the ports', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: `${manifest.version}\n` })
    const ports = jsonLines((await run('ports', '--json')).out)
    expect(ports.map(({ path }) => path)).toContain('sim:sim7672')
  })

  test('connects the simulated modem', async () => {
    const login = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
    const ended = await run('connect', 'sim:sim7672', ...login, '--json')
    expect(jsonLines(ended.out).at(-1)).toMatchObject({ verdict: 'connected' })
    expect(ended.code).toBe(0)
  })

  test('serves its page', async () => {
    const serving = start(installedBin, ['serve', '--port', '0'], { env })
    const [address = ''] = await serving.said(/http:\S+/)
    const page = await fetch(address)
    const script = /src="\.?([^"]+\.js)"/.exec(await page.text())?.[1] ?? 'no script in the page'
    const answer = await fetch(new URL(script, address))
    expect([page.status, answer.status]).toEqual([200, 200])
    await serving.stop(windows ? 'SIGKILL' : 'SIGTERM')
  })

  test('says what to do where there is no Electron for the window', async () => {
    const ended = await run('open')
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('modem-bench serve')
    expect(ended.err).toContain('npm install -g electron')
  })
})

describe('the command in the checkout', () => {
  test('is called by npx and by its link', async () => {
    const link = join(root, 'node_modules', '.bin', windows ? 'modem-bench.cmd' : 'modem-bench')
    const options = { cwd: root, input: '' }
    for (const call of [
      start(link, ['--version']),
      start('npx', ['modem-bench', 'ports'], options),
    ])
      expect((await call.ended).code).toBe(0)
  })
})
