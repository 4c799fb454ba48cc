import { basename } from 'node:path'
import { Fault } from '@core/fault'
import type { SystemModem } from '@core/ports/system-link'
import type { RunProgram } from './run-program'
import { quoted } from '@core/words'

const timeoutMs = 10_000

interface Found extends SystemModem {
  readonly ports: readonly string[]
  readonly imei: string
}

/** Every modem of ModemManager. */
async function modems(run: RunProgram): Promise<readonly Found[]> {
  const list = at(jsonOf(await run('mmcli', ['-L', '-J'], { timeoutMs })), 'modem-list')
  const paths = Array.isArray(list) ? list.filter((path) => typeof path === 'string') : []
  return Promise.all(paths.map((path) => modem(run, path)))
}

async function modem(run: RunProgram, path: string): Promise<Found> {
  const answer = jsonOf(await run('mmcli', ['-m', path, '-J'], { timeoutMs }))
  const state = text(answer, 'modem', '3gpp', 'registration-state')
  const ports = at(answer, 'modem', 'generic', 'ports')
  return {
    deviceId: text(answer, 'modem', 'generic', 'device-identifier'),
    device: text(answer, 'modem', 'generic', 'primary-port'),
    imei: text(answer, 'modem', 'generic', 'equipment-identifier'),
    // `ttyUSB2 (at)`
    ports: Array.isArray(ports) ? ports.map((port) => String(port).split(' ')[0] ?? '') : [],
    registered: state === '' ? null : state === 'home' || state === 'roaming',
    operator: text(answer, 'modem', '3gpp', 'operator-code') || null,
    dbm: await power(run, path),
  }
}

/** What the radio measures, where ModemManager has been told to ask for it. */
async function power(run: RunProgram, path: string): Promise<number | null> {
  // It is there without its power, too: what is refused, late or garbled leaves the power unknown.
  const answer = await run('mmcli', ['-m', path, '--signal-get', '-J'], { timeoutMs })
    .then(jsonOf)
    .catch(() => undefined)
  const [rsrp, rscp] = [
    text(answer, 'modem', 'signal', 'lte', 'rsrp'),
    text(answer, 'modem', 'signal', 'umts', 'rscp'),
  ].map(Number)
  return [rsrp, rscp].find((dbm) => dbm !== undefined && dbm < 0) ?? null
}

/** The modem that has this port (or IMEI, or device id) now. */
export async function findModem(run: RunProgram, port: string): Promise<Found | undefined> {
  const wanted = basename(port)
  return (await modems(run)).find(
    ({ ports, device, imei, deviceId }) =>
      ports.includes(wanted) || [device, imei, deviceId].includes(wanted),
  )
}

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )

/** A text; what mmcli has not is `--`. */
function text(value: unknown, ...keys: readonly string[]): string {
  const found = at(value, ...keys)
  return typeof found === 'string' && found !== '--' ? found : ''
}

function jsonOf(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch (error) {
    // An answer that is no answer does not say that there is no modem.
    if (error instanceof SyntaxError)
      throw new Fault('nmcli-failed', quoted(`mmcli: ${said.trim()}`))
    throw error
  }
}
