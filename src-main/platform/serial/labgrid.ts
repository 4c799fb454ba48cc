import { execFile } from 'node:child_process'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import * as words from './labgrid-words'

/** Where the exporter of a place offers a serial port. */
export interface LabgridPort {
  readonly host: string
  readonly port: number
  /** Octets alone; else RFC 2217. */
  readonly raw: boolean
}

const showMs = 20_000

/**
 * The serial port of a place that was acquired, as labgrid's own client tells it (`labgrid-client -p PLACE show`). `resource`: its name in
 * the place, where there are several. Rejects with `Fault('port-unreachable')`.
 */
export async function labgridPort(place: string, resource?: string): Promise<LabgridPort> {
  return labgridPortIn(await shown(place), place, resource)
}

function shown(place: string): Promise<string> {
  const args = ['-p', place, 'show']
  const options = { timeout: showMs, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  return new Promise((resolve, reject) => {
    execFile('labgrid-client', args, options, (error, out, said) => {
      if (!error) return resolve(out)
      const why =
        error.code === 'ENOENT'
          ? words.noClient
          : error.killed
            ? words.clientSilent(showMs)
            : quoted(said.trim().split('\n').at(-1) || error.message)
      reject(new Fault('port-unreachable', why, { cause: error }))
    })
  })
}

/** The same from what the client has printed; exported for its test. */
export function labgridPortIn(text: string, place: string, resource?: string): LabgridPort {
  if (!/^ *acquired: (?!None\b)\S/m.test(text)) throw refused(words.notAcquired(place))
  const serial = resourcesIn(text).filter(({ kind }) => kind === 'NetworkSerialPort')
  const named = resource === undefined ? serial : serial.filter(({ name }) => name === resource)
  const [found, other] = named
  const names = serial.map(({ name }) => name)
  if (!found) throw refused(words.noSerialPort(place, resource, names))
  if (other) throw refused(words.severalPorts(place, names))
  const { body, name } = found
  if (valueIn(body, 'avail') !== 'True') throw refused(words.notThere(place, name))
  if (valueIn(body, 'proxy_required') === 'True')
    throw refused(words.proxyNeeded(place, valueIn(body, 'proxy') ?? ''))
  const host = valueIn(body, 'host')
  const port = Number(valueIn(body, 'port'))
  if (host === undefined || !(port >= 1 && port <= 65535))
    throw refused(words.noAddress(place, name))
  return { host, port, raw: valueIn(body, 'protocol') === 'raw' }
}

const refused = (why: ConstructorParameters<typeof Fault>[1]) => new Fault('port-unreachable', why)

interface Resource {
  readonly name: string
  readonly kind: string
  readonly body: string
}

/** `Acquired resource 'NAME' (exporter/group/class/resource):`, and below it a dictionary as Python prints one. */
function resourcesIn(text: string): readonly Resource[] {
  const parts = text.split(/^(?=Acquired resource )/m).slice(1)
  return parts.flatMap((part) => {
    const [, name, kind] =
      /^Acquired resource '(.*)' \([^/\n]*\/[^/\n]*\/([^/\n]*)\/.*\):$/m.exec(part) ?? []
    return name === undefined || kind === undefined ? [] : [{ name, kind, body: part }]
  })
}

const values = /'(\w+)': (?:'([^']*)'|"([^"]*)"|([\w.]+))/g

/** A text without its quotes, a number, True, False or None. */
function valueIn(body: string, key: string): string | undefined {
  const found = [...body.matchAll(values)].find(([, name]) => name === key)
  const [, , single, double, bare] = found ?? []
  return single ?? double ?? bare
}
