import { execFile } from 'node:child_process'
import { Fault } from '@core/fault'

/** Runs nmcli with these arguments; rejects with what it said. */
export type RunNmcli = (args: readonly string[]) => Promise<string>

export interface GsmConnection {
  /** The device as NetworkManager lists it: `cdc-wdm0`, `ttyUSB3`. */
  readonly device: string
  readonly apn: string
  readonly user: string
  readonly password: string
}

/** Only connections of this name are ever changed or removed. */
const prefix = 'modem-bench-'
/** A device name with anything else in it could be an option, or another command's business. */
const deviceName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/

const nameOf = (device: string) => `${prefix}${device}`

/**
 * The operating system's own link over a modem, by NetworkManager: a gsm connection bound to the device, made, brought up and
 * removed again. Connections it did not make are left alone, whatever their name: each is removed by the UUID that was given
 * to it here. Rejects with Fault nmcli-failed, nmcli-missing, or bad-input.
 */
export class NmcliLink {
  readonly #run: RunNmcli
  readonly #made = new Map<string, string>()

  constructor(run: RunNmcli = runNmcli) {
    this.#run = run
  }

  /** Devices of the kind gsm, as NetworkManager knows them. */
  async devices(): Promise<readonly { readonly device: string; readonly state: string }[]> {
    const text = await this.#run(['-t', '-f', 'DEVICE,TYPE,STATE', 'device'])
    return text.split('\n').flatMap((line) => {
      const [device = '', type, state = ''] = fieldsOf(line)
      return type === 'gsm' ? [{ device, state }] : []
    })
  }

  async up(connection: GsmConnection): Promise<void> {
    const { device } = connection
    if (!deviceName.test(device)) throw new Fault('bad-input', `"${device}" is no device name.`)
    if (!this.#made.has(device)) {
      const said = await this.#run(addCommand(connection))
      const uuid = /\(([0-9a-f-]{36})\)/i.exec(said)?.[1]
      if (uuid === undefined) throw new Fault('nmcli-failed', said.trim())
      this.#made.set(device, uuid)
    }
    await this.#run(['connection', 'up', 'uuid', this.#made.get(device) ?? '', 'ifname', device])
  }

  /** Takes the link down and removes the connection that was made for it. */
  async down(device: string): Promise<void> {
    const uuid = this.#made.get(device)
    if (uuid === undefined) return
    // A connection that is not active cannot be taken down; removing it is what matters.
    await this.#run(['connection', 'delete', 'uuid', uuid])
    this.#made.delete(device)
  }

  /** Removes everything that was made. */
  async close(): Promise<void> {
    for (const device of [...this.#made.keys()]) await this.down(device)
  }
}

/** The commands as a person would type them, the password masked. */
export function nmcliDryRun(connection: GsmConnection): readonly string[] {
  const name = nameOf(connection.device)
  const masked = { ...connection, password: connection.password === '' ? '' : '…' }
  return [
    addCommand(masked),
    ['connection', 'up', 'id', name, 'ifname', connection.device],
    ['connection', 'delete', 'id', name],
  ].map((args) => ['nmcli', ...args.map(shellWord)].join(' '))
}

function addCommand({ device, apn, user, password }: GsmConnection): readonly string[] {
  const login = [
    ...(user === '' ? [] : ['gsm.username', user]),
    ...(password === '' ? [] : ['gsm.password', password]),
  ]
  const bound = ['ifname', device, 'con-name', nameOf(device), 'autoconnect', 'no']
  return ['connection', 'add', 'type', 'gsm', ...bound, 'apn', apn, ...login]
}

const shellWord = (word: string) =>
  /^[\w.,:/@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** Terse output: fields by colons, a colon inside one escaped. */
function fieldsOf(line: string): readonly string[] {
  return line.split(/(?<!\\):/).map((field) => field.replace(/\\(.)/g, '$1'))
}

const longestMs = 120_000

function runNmcli(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'nmcli',
      [...args],
      { timeout: longestMs, env: { ...process.env, LC_ALL: 'C' } },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout)
        const missing = error.code === 'ENOENT'
        reject(
          new Fault(
            missing ? 'nmcli-missing' : 'nmcli-failed',
            stderr.trim() || `${args[0] ?? ''} ${args[1] ?? ''}`,
          ),
        )
      },
    )
  })
}
