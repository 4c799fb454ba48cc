import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Preset, Snapshot } from '@contract'
import { launchApp, type RunningApp } from '../support/electron-app'
import { lacksApp, lacksHere } from '../support/needs'

const preset = {
  id: 'bench',
  name: 'Bench',
  apn: 'bench.example',
  user: 'tester',
  password: 'k3yr1ng-Pass!',
}

/** What a line of a program says, as soon as it says anything. */
async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [said] = stdout ? await once(stdout, 'data') : ['']
  return String(said).trim()
}

const owner = 'org.freedesktop.DBus.GetNameOwner'

/** The keyring says nothing when it is ready: the bus knows. */
async function isOnBus(env: NodeJS.ProcessEnv): Promise<void> {
  const asked = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', owner]
  for (;;) {
    const known = await promisify(execFile)(
      'dbus-send',
      [...asked, 'string:org.freedesktop.secrets'],
      { env },
    ).catch(() => undefined)
    if (known) return
  }
}

/** A session of a desktop with its keyring open: GNOME's own, on a bus and in a home of their own. */
async function desktopSession() {
  const home = await mkdtemp(join(tmpdir(), 'modem-bench-keyring-'))
  const runtime = join(home, 'run')
  await mkdir(runtime, { mode: 0o700 })
  const env = { HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'share') }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const onBus = { ...env, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus) }
  const keyring = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env: { ...process.env, ...onBus }, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  keyring.stdin?.end('the password of the desktop')
  await isOnBus({ ...process.env, ...onBus })
  const end = async () => {
    for (const child of [keyring, bus]) {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { env: onBus, dataDir: join(home, 'data'), end }
}

/** Asks the bench of a window, as its page does. */
const asked = <T>({ window }: RunningApp, name: string, input?: unknown): Promise<T> =>
  window.evaluate(
    async ([name, input]) => {
      const { modemBench } = globalThis as unknown as {
        modemBench: { call(name: string, input: string): Promise<string> }
      }
      return JSON.parse(await modemBench.call(name, JSON.stringify(input))).value
    },
    [name, input] as const,
  )

const storedPreset = async (dataDir: string) =>
  JSON.parse(await readFile(join(dataDir, 'presets.json'), 'utf8'))[0]

const lacking = lacksApp() || process.platform !== 'linux'

describe.skipIf(lacking || lacksHere('gnome-keyring-daemon', 'dbus-daemon'))(
  'passwords at rest',
  () => {
    let session: Awaited<ReturnType<typeof desktopSession>>
    beforeAll(async () => {
      session = await desktopSession()
    })
    afterAll(() => session?.end())

    test('are sealed by a keyring of GNOME, opened at the next start, and readable by their owner alone where there is none', async () => {
      const { dataDir, env } = session
      const sealing = { dataDir, env, args: ['--password-store=gnome-libsecret'] }
      const first = await launchApp(sealing)
      try {
        await asked<readonly Preset[]>(first, 'presets.save', preset)
      } finally {
        await first.close()
      }
      const sealed = await storedPreset(dataDir)
      expect(sealed.password).toBeUndefined()
      // `v11`: by a key that the keyring keeps; `v10` would be a word that everybody knows.
      expect(Buffer.from(sealed.sealedPassword, 'base64').toString('latin1')).toMatch(/^v11/)

      const second = await launchApp(sealing)
      try {
        const { presets } = await asked<Snapshot>(second, 'app.snapshot')
        expect(presets.find(({ id }) => id === 'bench')?.password).toBe(preset.password)
      } finally {
        await second.close()
      }

      const folder = join(dataDir, 'without')
      const third = await launchApp({ dataDir: folder, args: ['--password-store=basic'] })
      try {
        await asked(third, 'presets.save', preset)
      } finally {
        await third.close()
      }
      expect((await storedPreset(folder)).password).toBe(preset.password)
      expect((await stat(join(folder, 'presets.json'))).mode & 0o777).toBe(0o600)
    })
  },
)
