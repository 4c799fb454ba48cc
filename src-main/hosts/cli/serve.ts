import { join } from 'node:path'
import { Command, Option } from 'commander'
import { Bench } from '@bench/bench'
import { Fault } from '@contract'
import { hostMistake } from '@core/ip/address'
import type { JournalKeep } from '@core/ports/journal-care'
import { fileStore } from '@platform/store/file-store'
import { mustFit, spaceOf } from '@platform/store/journal-care'
import { diagnostics } from '../diagnostics'
import { nodeEnvironment } from '../environment'
import { goOn } from '../go-on'
import { folderToFill } from '../named-folder'
import { sayTroubles } from '../say-troubles'
import { checkBroker, publishTo, type BrokerOptions } from '../web/monitoring'
import { serve } from '../web/server'
import { TokenBook } from '../web/token-book'
import { tlsOf, type TlsOptions } from '../web/tls'
import { mustDiffer, tokenOf } from '../web/token'
import { isSystemJournal } from '../web/system-journal'
import { isLoopback } from '../loopback'
import { complain } from './complain'
import { languageOf } from './language'
import { whole } from './values'
import { certificates } from './commands/tls-takes'
import { print } from './output'
import { brokerPassword } from './secrets'
import { onStopSignal } from './stop-signals'
import {
  brokerMissing,
  compareCertificate,
  hostToListenOn,
  notEncrypted,
  openAs,
  portExpected,
  publicUrlExpected,
  reachableByOthers,
} from './words'

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the console to a browser, for a computer without a screen')
    .option('--port <number>', 'TCP port; 0 takes a free one', '8470')
    .option(
      '--host <address>',
      'address to listen on; anything but loopback is reachable by others',
      '127.0.0.1',
    )
    .option(
      '--token-file <file>',
      'keep the token of the address in this file, and print the address without it; made when missing (default: token in the data folder)',
    )
    .option(
      '--read-token-file <file>',
      'a second token, kept like the first, for those who may look and nothing else',
    )
    .option(
      '--public-url <url>',
      'where people open it when a proxy stands in front, such as https://bench.example; its pages are let in',
    )
    .option('--tls-cert <file>', 'speak HTTPS with this certificate (PEM, with its chain)')
    .option('--tls-key <file>', 'the key of that certificate (PEM)')
    .addOption(
      new Option(
        '--tls <way>',
        'self: HTTPS with a certificate made here and kept, whose fingerprint is printed',
      ).choices(['self']),
    )
    .option('--data <folder>', 'the data folder (default: yours, or MODEM_BENCH_DATA)')
    .option(
      '--files <folder>',
      'the folder whose scenarios and logs names of simulated modems may speak of (default: files in the data folder)',
    )
    .option(
      '--mqtt <url>',
      'publish states, verdicts, events and samples to this broker: mqtt://host or mqtts://host; while it is away they wait on the disk',
    )
    .option('--mqtt-user <name>', 'user of the broker')
    .option(
      '--mqtt-password-file <file>',
      'file with the password of the broker, or - for standard input (or MODEM_BENCH_MQTT_PASSWORD)',
    )
    .option('--mqtt-trust <file>', 'certificates in PEM that vouch for the broker')
    .option(
      '--mqtt-topic <prefix>',
      'before every topic (default: modem-bench/ and the name of this computer)',
    )
    .option(
      '--mqtt-home-assistant [prefix]',
      'tell Home Assistant of both slots by its MQTT discovery (prefix: homeassistant unless given)',
    )
    .option('--keep-days <days>', 'remove journals that were not written for so many days')
    .option(
      '--keep-mb <size>',
      'remove the oldest journals while all together are more than so many MiB',
    )
    .option(
      '--keep-free <size>',
      'remove the oldest journals until so many MiB of the disk are free',
    )
    .addHelpText('after', monitoringHelp)
    .action(serveBench)
}

const monitoringHelp = `
Prometheus reads /metrics with a token as "Authorization: Bearer"; use the one of --read-token-file.
Example: modem-bench serve --host 0.0.0.0 --tls self --read-token-file read.token --mqtt mqtt://broker.example.com`

interface ServeOptions extends TlsOptions {
  readonly port: string
  readonly host: string
  readonly tokenFile?: string
  readonly readTokenFile?: string
  readonly publicUrl?: string
  readonly data?: string
  readonly files?: string
  readonly keepDays?: string
  readonly keepMb?: string
  readonly keepFree?: string
  readonly mqtt?: string
  readonly mqttUser?: string
  readonly mqttPasswordFile?: string
  readonly mqttTrust?: string
  readonly mqttTopic?: string
  readonly mqttHomeAssistant?: string | true
}

const keepOf = ({ keepDays, keepMb, keepFree }: ServeOptions): Partial<JournalKeep> => ({
  ...(keepDays === undefined
    ? {}
    : { days: whole(1, 36_500)(keepDays, `--keep-days ${keepDays}`) }),
  ...(keepMb === undefined ? {} : { mib: whole(1, 1e9)(keepMb, `--keep-mb ${keepMb}`) }),
  ...(keepFree === undefined
    ? {}
    : { freeMib: whole(1, 1e9)(keepFree, `--keep-free ${keepFree}`) }),
})

/** What was said of a broker; undefined: nothing is published. */
async function brokerOf(options: ServeOptions): Promise<BrokerOptions | undefined> {
  const { mqtt: url, mqttUser: user, mqttPasswordFile, mqttTrust, mqttTopic: prefix } = options
  if (url === undefined) {
    const said = [user, mqttPasswordFile, mqttTrust, prefix, options.mqttHomeAssistant]
    const alone = said.some((value) => value !== undefined)
    if (!alone) return undefined
    throw new Fault('bad-input', brokerMissing)
  }
  const { mqttHomeAssistant: found } = options
  const homeAssistant = found === true ? 'homeassistant' : found
  checkBroker({ url, prefix, homeAssistant })
  const password = await brokerPassword(mqttPasswordFile, languageOf(process.argv))
  const ca =
    mqttTrust === undefined ? undefined : await certificates(mqttTrust, `--mqtt-trust ${mqttTrust}`)
  return { url, user, ...(password === '' ? {} : { password }), ca, prefix, homeAssistant }
}

async function serveBench(options: ServeOptions): Promise<void> {
  const port = portOf(options.port)
  const host = addressOf(options.host)
  const publicUrl = options.publicUrl === undefined ? undefined : publicUrlOf(options.publicUrl)
  const { tokenFile, readTokenFile } = options
  const readToken =
    readTokenFile === undefined ? undefined : await tokenOf(readTokenFile, '--read-token-file')
  const folder = await folderToFill(options.data, complain)
  const kept = tokenFile ?? join(folder, 'token')
  const token = await tokenOf(kept, tokenFile === undefined ? 'token' : '--token-file')
  mustDiffer(token, readToken)
  const book = await TokenBook.open(folder)
  const tls = await tlsOf(options, fileStore(folder))
  const broker = await brokerOf(options)
  const journalKeep = keepOf(options)
  if (typeof journalKeep.freeMib === 'number')
    mustFit(folder, journalKeep.freeMib * 1024 * 1024, await spaceOf(folder))
  const log = diagnostics('web')
  const environment = await nodeEnvironment('web', (error, where) => log.error({ error, where }), {
    filesIn: options.files ?? join(folder, 'files'),
    folder,
    journalKeep,
  })
  const bench = new Bench(environment)
  sayTroubles(bench, complain)
  bench.onEvent((event) => {
    if (event.name === 'upkeep') complain(event.value)
    // Where nobody looks at a window it is said in the journal of the system.
    if (event.name === 'alert') complain(event.value.words)
  })
  await bench.start()
  const tokens = { administer: token, ...(readToken === undefined ? {} : { read: readToken }) }
  const web = await serve({ bench, port, host, tokens, book, tls, publicUrl, log }).catch(
    async (error: unknown) => {
      await bench.stop()
      throw error
    },
  )
  const stopPublishing = broker
    ? await publishTo(bench, folder, broker, complain).catch(async (error: unknown) => {
        await web.close()
        await bench.stop()
        throw error
      })
    : undefined
  await goOn(bench, complain)
  // Before the address is out: whoever reads it may end us at once.
  const end = ended()
  const secret = tokenFile !== undefined || isSystemJournal(process.stdout.fd)
  for (const url of web.urls) await print(secret ? url : `${url}?token=${token}`)
  const [url = ''] = web.urls
  if (secret) complain(openAs(url, kept))
  if (tls?.madeAnew) complain(tls.madeAnew)
  if (tls?.fingerprint !== undefined) complain(compareCertificate(tls.fingerprint))
  if (!isLoopback(host)) for (const line of reachable(tls !== undefined)) complain(line)
  await end
  await web.close()
  await bench.stop()
  // Last, so that how it ended is published, too.
  await stopPublishing?.()
}

const reachable = (secure: boolean) => [reachableByOthers, ...(secure ? [] : [notEncrypted])]

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Fault('bad-input', portExpected(text))
}

/** What is no address is told before anything is made for it. */
function addressOf(text: string): string {
  const host = text.trim().replace(/^\[(.*)\]$/, '$1')
  const mistake = hostMistake(host.replace(/%[\w.-]+$/, ''))
  if (mistake) throw new Fault('bad-input', hostToListenOn(mistake))
  return host
}

function publicUrlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.pathname === '/') return url
  throw new Fault('bad-input', publicUrlExpected(text))
}

/** Resolves at Ctrl-C or when the system ends the program. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    onStopSignal(() => resolve())
  })
}
