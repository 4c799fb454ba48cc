import { readFile } from 'node:fs/promises'
import { arch, cpus, freemem, release, totalmem, type as systemName } from 'node:os'
import type { Bench } from '@bench/bench'
import { base64 } from '@bench/base64'
import { wholeLog } from '@bench/log/export-calls'
import { mostLogBytes, type Language, type PortInfo, type Settings } from '@contract'
import { errorWords } from '@core/fault'
import type { ZipEntry } from '@platform/store/zip'
import { LoginMask } from './web/login-mask'

export interface ReportSource {
  readonly bench: Bench
  readonly language: Language
  /** Of the product and of what it runs on, by name. */
  readonly versions: { readonly [name: string]: string }
  /** What the program itself said lately, masked. */
  readonly said: readonly string[]
  /** The journals of this and earlier runs, newest first. */
  readonly journals: readonly { readonly path: string; readonly bytes: number }[]
}

/**
 * What somebody who is to find a fault needs to see, as texts: nothing that names a modem, a card or a person, no password, no
 * cell and no address. What could not be read says why in its place.
 */
export async function problemReport(source: ReportSource): Promise<readonly ZipEntry[]> {
  const { bench, versions, said } = source
  return [
    { name: 'about.txt', text: aboutText(versions) },
    { name: 'settings.json', text: json(settingsWithoutSecrets(bench.settings.value)) },
    { name: 'ports.json', text: json(bench.snapshot().ports.map(portOf)) },
    { name: 'slots.json', text: json(slotsOf(bench)) },
    { name: 'log.txt', text: await logText(source).catch(why) },
    { name: 'program.log', text: said.join('') },
  ]
}

/** Names of ports may hold a login, and errors what a modem said. */
const json = (value: unknown) =>
  `${JSON.stringify(new LoginMask(false).reply('', value), null, 2)}\n`
const why = (error: unknown) => `${errorWords(error).en}\n`
const mib = 1024 * 1024

function aboutText(versions: ReportSource['versions']): string {
  const facts = {
    ...versions,
    System: `${systemName()} ${release()} ${arch()}`,
    Processors: String(cpus().length),
    Memory: `${Math.round(freemem() / mib)} of ${Math.round(totalmem() / mib)} MiB free`,
  }
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** The configuration of failover may hold logins, and devices have serial numbers. */
function settingsWithoutSecrets({ failover, updateFeed, ...settings }: Settings): unknown {
  return {
    ...settings,
    lastPort: namesOf(settings.lastPort),
    lastDevice: namesOf(settings.lastDevice),
    secondPort: namesOf(settings.secondPort),
    failover: failover === '' ? '' : '(left out)',
    updateFeed: updateFeed === '' ? '' : '(left out)',
  }
}
const namesOf = (names: object) =>
  Object.fromEntries(
    Object.entries(names).map(([slot, name]) => [slot, withoutSerial(String(name))]),
  )
const withoutSerial = (name: string) =>
  name
    .replace(/serial:[^/]+/g, 'serial:…')
    .replace(/by-id\/\S+/g, 'by-id/…')
    .replace(/^(tcp|rfc2217|labgrid):.*/, '$1:…')

function portOf({ path, role, use, kind, usb, interfaceNumber, product, holder }: PortInfo) {
  return { path: withoutSerial(path), kind, role, use, usb, interfaceNumber, product, holder }
}

function slotsOf(bench: Bench): unknown {
  return Object.values(bench.snapshot().slots).map(
    ({ slot, mode, at, port, modem, rungs, connect, unresponsive }) => ({
      slot,
      mode,
      at,
      port: port && { path: withoutSerial(port.path), baudRate: port.baudRate, state: port.state },
      modem,
      unresponsive,
      rungs: rungs.map(({ id, state }) => ({ id, state })),
      connect: {
        state: connect.state,
        steps: connect.steps.map(({ id, state }) => ({ id, state })),
      },
    }),
  )
}

/** The log of this run; when nothing passed in it, that of the run before. */
async function logText({ bench, language, journals }: ReportSource): Promise<string> {
  const masked = {
    slots: ['a' as const, 'b' as const],
    format: 'text' as const,
    language,
    redact: true,
    maskPlaces: true,
    showPlaces: false,
  }
  const { rows } = await bench.logs.page({
    opened: undefined,
    filter: { slots: ['a', 'b'], text: '', kinds: [], minSeverity: 'fine', terms: [] },
    wanted: { count: 1 },
    search: undefined,
  })
  const [newest] = journals.filter(({ bytes }) => bytes > 0)
  if (rows.length > 0 || !newest) return textOf(await wholeLog(bench, masked))
  if (newest.bytes > mostLogBytes)
    return `The newest journal has ${Math.round(newest.bytes / mib)} MiB and was left out.\n`
  const octets = await readFile(newest.path)
  const { id } = await bench.logs.open({ name: 'last.journal', bytes: octets.length })
  try {
    await bench.logs.feed({ id, base64: base64([octets]), last: true })
    return textOf(await wholeLog(bench, { ...masked, opened: id }))
  } finally {
    await bench.logs.drop({ id })
  }
}

const textOf = ({ pieces }: Awaited<ReturnType<typeof wholeLog>>): string =>
  pieces.map((piece) => new TextDecoder().decode(piece)).join('')
