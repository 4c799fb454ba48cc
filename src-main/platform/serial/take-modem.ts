import { spawn } from 'node:child_process'
import { Fault } from '@core/fault'
import type { MmState, ModemManagerAccess } from '@core/ports/modem-manager'
import { listPorts } from './list'
import { managedModemOf, ruleFor, ruleFile, takeCommand } from './modem-manager'
import { labelled, quoted } from '@core/words'
import { deviceSilent, mmcliEnded } from './words'

/** A modem that ModemManager keeps off, for as long as a child of ours stays on the bus. */
interface Taken {
  readonly device: string
  /** True until the child ended, whoever ended it. */
  readonly held: boolean
  release(): Promise<void>
}

const takeMs = 30_000

// mmcli holds the modem while it runs. It must end with us even when we are killed, so a second process waits for the end of
// our pipe and ends it: a descriptor is closed however a program dies.
const holder =
  'exec 3<&0; ( cat <&3 >/dev/null 2>&1; kill $$ 2>/dev/null ) >/dev/null 2>&1 & exec mmcli --inhibit-device="$1" </dev/null 3<&-'

/** Rejects with `Fault` mm-tools or mm-refused, in the words of mmcli. polkit may ask the person first. */
function takeDevice(device: string): Promise<Taken> {
  const child = spawn('sh', ['-c', holder, 'modem-bench', device], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let held = true
  let said = ''
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code))
  }).then((code) => {
    held = false
    child.stdin.destroy()
    return code
  })
  child.stdin.on('error', () => undefined)
  const taken: Taken = {
    device,
    get held() {
      return held
    },
    async release() {
      child.stdin.end()
      await ended
    },
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void taken.release()
      reject(new Fault('mm-refused', deviceSilent(device, takeMs)))
    }, takeMs)
    const hear = (text: string) => {
      said += text
      if (!said.includes('successfully inhibited')) return
      clearTimeout(timer)
      resolve(taken)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    void ended.then((code) => {
      clearTimeout(timer)
      if (code === 127) reject(new Fault('mm-tools', quoted(device)))
      else
        reject(
          new Fault(
            'mm-refused',
            labelled(device, said.trim() === '' ? mmcliEnded : quoted(said.trim())),
          ),
        )
    })
  })
}

/** The modems this program keeps from ModemManager, by port. */
export class ModemManagerHold implements ModemManagerAccess {
  readonly #taken = new Map<string, Taken>()

  async look(path: string): Promise<MmState> {
    const managed = await managedModemOf(path)
    const { modem } = managed
    const taken = this.#taken.get(path)
    const device = modem?.device ?? taken?.device
    const ports = await listPorts({ holders: false }).catch(() => [])
    const port = ports.find((one) => one.path === path || one.aliases?.includes(path))
    return {
      path,
      ...(managed.known ? { managed: modem !== undefined } : { managed: null, said: managed.said }),
      taken: taken?.held ?? false,
      ...(device === undefined ? {} : { device }),
      rule: ruleFor(port?.usb),
      ruleFile,
      command: takeCommand(modem),
    }
  }

  async take(path: string): Promise<MmState> {
    if (!this.#taken.get(path)?.held) {
      const { modem, ...managed } = await managedModemOf(path)
      if (!managed.known) throw new Fault('mm-unknown', managed.said)
      if (!modem) throw new Fault('mm-not-managed', quoted(path))
      this.#taken.set(path, await takeDevice(modem.device))
    }
    return this.look(path)
  }

  async release(path: string): Promise<void> {
    const taken = this.#taken.get(path)
    this.#taken.delete(path)
    await taken?.release()
  }

  async releaseAll(): Promise<void> {
    const all = [...this.#taken.values()]
    this.#taken.clear()
    await Promise.all(all.map((taken) => taken.release()))
  }
}
