import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Fault } from '@core/fault'
import { keepBeside } from '@core/keep-beside'
import type { Store } from '@core/ports/store'
import type {
  SystemConnection,
  SystemLink,
  SystemLinkState,
  SystemModem,
  SystemReply,
} from '@core/ports/system-link'
import { findModem } from './mmcli'
import { curlConfig } from './curl-config'
import { runProgram, type RunProgram } from './run-program'
import { makeSecretFile } from './secret-file'
import { quoted } from '@core/words'
import { notConnected } from './words'

/** What was made here and not removed yet; it outlives a kill, so that the next start can clean up. */
const madeFile = 'nm-connections.json'
const prefix = 'modem-bench-'
const connectMs = 120_000
const askMs = 20_000
const preferredMetric = 50
const spareMetric = 750

/**
 * Links of NetworkManager by nmcli: a gsm connection bound to the device itself (its device id), so that a modem that comes
 * back as another ttyUSB keeps its connection. Each connection has a UUID that was written down before it was made; only
 * those are ever changed or removed.
 */
export class NmcliLink implements SystemLink {
  readonly #store: Store
  readonly #claim: () => Promise<() => Promise<void>>
  readonly #run: RunProgram
  readonly #secretFile: typeof makeSecretFile
  #letGo: (() => Promise<void>) | undefined
  readonly #uuids = new Map<string, string>()
  /** Device ids by the port they were found with. */
  readonly #devices = new Map<string, string>()

  /** `claim` keeps what was made to one program at a time; it answers with the way to let go. */
  constructor(
    store: Store,
    claim: () => Promise<() => Promise<void>>,
    run: RunProgram = runProgram,
    secretFile: typeof makeSecretFile = makeSecretFile,
  ) {
    this.#store = store
    this.#claim = claim
    this.#run = run
    this.#secretFile = secretFile
  }

  async cleanUp(): Promise<void> {
    this.#letGo ??= await this.#claim()
    const left = (await this.#made()).filter((uuid) => ![...this.#uuids.values()].includes(uuid))
    if (left.length === 0) return
    const there = await this.#nmcli(['-g', 'UUID', 'connection', 'show'])
    for (const uuid of left) if (there.split('\n').includes(uuid)) await this.#remove(uuid)
    await this.#keep([...this.#uuids.values()])
  }

  async find(port: string): Promise<SystemModem | undefined> {
    const known = this.#devices.get(port)
    const found = await findModem(this.#run, known ?? port)
    if (found) this.#devices.set(port, found.deviceId)
    return found
  }

  async up(
    connection: SystemConnection,
    device: string,
    signal: AbortSignal,
  ): Promise<SystemLinkState> {
    const uuid = this.#uuids.get(connection.slot) ?? (await this.#add(connection))
    const args = ['--wait', '90', 'connection', 'up', 'uuid', uuid, 'ifname', device]
    await this.#withPassword(connection.password, (secret) =>
      this.#run('nmcli', [...args, ...secret], { timeoutMs: connectMs, signal }),
    )
    const state = await this.state(connection.slot)
    if (!state) throw new Fault('nmcli-failed', notConnected(device))
    return state
  }

  async state(slot: string): Promise<SystemLinkState | undefined> {
    const uuid = this.#uuids.get(slot)
    if (uuid === undefined) return undefined
    const active = await this.#nmcli([
      '-t',
      '-f',
      'UUID,DEVICE,STATE',
      'connection',
      'show',
      '--active',
    ])
    const row = active
      .split('\n')
      .map(fieldsOf)
      .find(([id]) => id === uuid)
    if (!row || row[2] !== 'activated') return undefined
    const shown = await this.#nmcli([
      '-g',
      'GENERAL.IP-IFACE,IP4.ADDRESS',
      'device',
      'show',
      row[1] ?? '',
    ])
    const [iface = '', address = ''] = shown.split('\n')
    return {
      iface,
      address: address.split('/')[0] || null,
      bytes: { rx: await octets(iface, 'rx'), tx: await octets(iface, 'tx') },
    }
  }

  async reason(device: string): Promise<string> {
    const said = await this.#nmcli(['-g', 'GENERAL.STATE,GENERAL.REASON', 'device', 'show', device])
    return said.trim().split('\n').join(', ')
  }

  async down(slot: string): Promise<void> {
    const uuid = this.#uuids.get(slot)
    if (uuid !== undefined && (await this.state(slot)))
      await this.#nmcli(['connection', 'down', 'uuid', uuid])
  }

  async prefer(slot: string, device: string, preferred: boolean): Promise<void> {
    const uuid = this.#uuids.get(slot)
    if (uuid === undefined) return
    const metric = String(preferred ? preferredMetric : spareMetric)
    const metrics = ['ipv4.route-metric', metric, 'ipv6.route-metric', metric]
    await this.#nmcli(['connection', 'modify', 'uuid', uuid, ...metrics])
    if (await this.state(slot)) await this.#nmcli(['device', 'reapply', device])
  }

  async ping(iface: string, target: string, timeoutMs: number): Promise<number> {
    const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1000)))
    const said = await this.#run('ping', ['-I', iface, '-c', '1', '-W', seconds, '--', target], {
      timeoutMs: timeoutMs + 2_000,
    }).catch((error: unknown) => Promise.reject(unanswered(error, target)))
    const ms = /time[=<]([\d.]+)/.exec(said)?.[1]
    if (ms === undefined) throw new Fault('ip-no-answer', quoted(target))
    return Number(ms)
  }

  async http(
    iface: string,
    url: string,
    { timeoutMs, post }: { readonly timeoutMs: number; readonly post?: string },
  ): Promise<SystemReply> {
    const seconds = (timeoutMs / 1000).toFixed(1)
    const args = ['-sS', '--interface', iface, '-m', seconds, '-w', '\n%{http_code} %{time_total}']
    // Address and body may hold keys, and everyone may read the words a program was called with.
    const input = curlConfig({ url, ...(post === undefined ? {} : { 'data-raw': post }) })
    const options = { timeoutMs: timeoutMs + 2_000, input }
    const said = await this.#run('curl', [...args, '-K', '-'], options).catch((error: unknown) =>
      Promise.reject(unanswered(error, url)),
    )
    const at = said.lastIndexOf('\n')
    const [status = '0', took = '0'] = said.slice(at + 1).split(' ')
    return { status: Number(status), ms: Number(took) * 1000, body: said.slice(0, Math.max(0, at)) }
  }

  async close(): Promise<void> {
    if (!this.#letGo) return
    for (const [slot, uuid] of [...this.#uuids]) {
      await this.#remove(uuid)
      this.#uuids.delete(slot)
    }
    await this.#keep([])
    const letGo = this.#letGo
    this.#letGo = undefined
    await letGo?.()
  }

  async #add(connection: SystemConnection): Promise<string> {
    const uuid = randomUUID()
    await this.#keep([...(await this.#made()), uuid])
    await this.#nmcli(addCommand(connection, uuid))
    this.#uuids.set(connection.slot, uuid)
    return uuid
  }
  /** NetworkManager is told the password from a file that only this user can read, while it connects. */
  async #withPassword<T>(
    password: string,
    use: (words: readonly string[]) => Promise<T>,
  ): Promise<T> {
    if (password === '') return use([])
    const file = await this.#secretFile(`gsm.password:${password}\n`)
    try {
      return await use(['passwd-file', file.path])
    } finally {
      await file.remove()
    }
  }
  #remove(uuid: string): Promise<string> {
    return this.#nmcli(['connection', 'delete', 'uuid', uuid])
  }
  #nmcli(args: readonly string[]): Promise<string> {
    return this.#run('nmcli', args, { timeoutMs: askMs })
  }

  async #made(): Promise<readonly string[]> {
    const text = await this.#store.read(madeFile)
    if (text === undefined) return []
    const uuids = listIn(text)
    if (uuids) return uuids
    // What can be read out of a damaged one is cleaned up like the others; the file itself is kept for whoever wants to see.
    await keepBeside(this.#store, madeFile, text)
    return [...new Set(text.match(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g))]
  }
  #keep(uuids: readonly string[]): Promise<void> {
    return this.#store.write(madeFile, `${JSON.stringify(uuids)}\n`)
  }
}

/** The commands of one slot as a person would type them: found, made, brought up, preferred, removed. The password is masked. */
export function nmcliDryRun(port: string, connection: SystemConnection): readonly string[] {
  const secret = connection.password === '' ? [] : ['passwd-file', 'FILE-WITH-THE-PASSWORD']
  const uuid = `UUID-${connection.slot.toUpperCase()}`
  const device = `DEVICE-${connection.slot.toUpperCase()}`
  const commands = [
    ['mmcli', '-L', '-J'],
    ['mmcli', '-m', `MODEM-WITH-${port}`, '-J'],
    ['nmcli', ...addCommand(connection, uuid)],
    ['nmcli', '--wait', '90', 'connection', 'up', 'uuid', uuid, 'ifname', device, ...secret],
    ['nmcli', 'connection', 'modify', 'uuid', uuid, 'ipv4.route-metric', String(preferredMetric)],
    ['nmcli', 'device', 'reapply', device],
    ['nmcli', 'connection', 'down', 'uuid', uuid],
    ['nmcli', 'connection', 'delete', 'uuid', uuid],
  ]
  return commands.map((words) => words.map(shellWord).join(' '))
}

function addCommand(
  { slot, deviceId, apn, user, password }: SystemConnection,
  uuid: string,
): readonly string[] {
  const login = [
    ...(user === '' ? [] : ['gsm.username', user]),
    // 2: not stored, asked for while connecting.
    ...(password === '' ? [] : ['gsm.password-flags', '2']),
  ]
  // Any name of a device will do; the device id says which.
  const bound = ['ifname', '*', 'gsm.device-id', deviceId]
  const own = ['con-name', `${prefix}${slot}`, 'connection.uuid', uuid, 'autoconnect', 'no']
  return ['connection', 'add', 'type', 'gsm', ...bound, ...own, 'apn', apn, ...login]
}

function listIn(text: string): readonly string[] | undefined {
  try {
    const uuids: unknown = JSON.parse(text)
    if (Array.isArray(uuids) && uuids.every((uuid) => typeof uuid === 'string')) return uuids
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return undefined
}

const unanswered = (error: unknown, target: string): unknown =>
  error instanceof Fault && error.code === 'nmcli-failed'
    ? new Fault('ip-no-answer', quoted(`${target} ${error.detail}`.trim()), { cause: error })
    : error

const shellWord = (word: string) =>
  /^[\w.,:/@%…-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** Terse output: fields by colons, a colon inside one escaped. */
function fieldsOf(line: string): readonly string[] {
  return line.split(/(?<!\\):/).map((field) => field.replace(/\\(.)/g, '$1'))
}

async function octets(iface: string, way: 'rx' | 'tx'): Promise<number> {
  if (!/^[\w.-]{1,15}$/.test(iface)) return 0
  const path = `/sys/class/net/${iface}/statistics/${way}_bytes`
  return Number(await readFile(path, 'utf8').catch(() => '0'))
}
