import { join } from 'node:path'
import type { Environment } from '@bench/environment'
import type { JournalKeep } from '@core/ports/journal-care'
import type { Keyring } from '@core/ports/keyring'
import type { RemoteWindows } from '@core/ports/remote-windows'
import { installDissector } from '@platform/capture/dissector'
import { captureOpener } from '@platform/capture/open-capture'
import { watchLoop } from '@platform/clock/loop-watch'
import { nodeChance, nodeClock } from '@platform/clock/node-clock'
import type { HidChannel } from '@platform/gpio/hid-message'
import { listAdapters } from '@platform/gpio/list-adapters'
import { openAdapter } from '@platform/gpio/open-adapter'
import { nmcliDryRun, NmcliLink } from '@platform/network/nmcli'
import { postJson } from '@platform/network/post-json'
import { remoteFigures } from '@platform/network/remote-figures'
import { openSocksServer } from '@platform/network/socks-server'
import { listPorts } from '@platform/serial/list'
import { openPort } from '@platform/serial/open'
import { purposeOf } from '@platform/serial/purpose'
import { ModemManagerHold } from '@platform/serial/take-modem'
import { identityOf, watchForReturn } from '@platform/serial/watch'
import { dataFolder, dataFolderPath, openToOthers } from '@platform/store/data-folder'
import { fileStore } from '@platform/store/file-store'
import { folderJournals } from '@platform/store/folder-journals'
import { pictureFolder } from '@platform/store/picture-folder'
import { lockFile } from '@platform/store/lock-file'
import { journalEntries, logSource } from '@platform/store/log-source'
import { RunJournal } from '@platform/store/run-journal'
import { sweepFolder, sweepSecrets } from '@platform/store/sweep'
import { startLpac } from '@platform/esim/start-lpac'
import { soracomAccess } from '@platform/soracom/soracom-access'
import { keyLog } from '@platform/tls/key-log'
import { threadOf } from '@platform/threads/start-thread'
import { tlsBy } from '@platform/tls/open-tls'
import { gpioOptions } from './gpio'
import { SimulatorsLater } from './simulators-later'
import { version } from './version'

/** For the heap of opened logs: one of the longest takes half of it. In Electron all threads together have 4 GiB. */
const mostDeskMib = 2048

const isSimulated = (path: string) => /^sim:/i.test(path)

/** This computer as the bench sees it. `report` gets what nobody else is there to hear. */
export async function nodeEnvironment(
  host: Environment['app']['host'],
  report: Environment['report'],
  {
    startHid,
    filesIn,
    keyring,
    remoteWindows,
    folder: own,
    keeps = true,
    journalKeep,
  }: {
    readonly startHid?: (file: string) => HidChannel
    /** The only folder of which names of simulated modems may speak; absent: any file, as for a person at this computer. */
    readonly filesIn?: string
    readonly keyring?: Keyring | undefined
    readonly remoteWindows?: RemoteWindows
    /** Where journals and settings lie, in the place of the user's data folder. */
    readonly folder?: string
    /** False: the folder need not be there, since nothing is to be kept in it. */
    readonly keeps?: boolean
    readonly journalKeep?: Partial<JournalKeep> | undefined
  } = {},
): Promise<Environment> {
  const folder = keeps ? await dataFolder(own) : (own ?? dataFolderPath())
  if (keeps) await tidied(folder, report)
  const simulated = new SimulatorsLater(filesIn)
  const adapters = gpioOptions(() => simulated.all(), startHid)
  const claim = () => lockFile(join(folder, 'nm-connections.json'), 'soak-in-use')
  const identities = new Map<string, string>()
  return {
    clock: nodeClock,
    chance: nodeChance,
    watchLateness: watchLoop,
    store: fileStore(folder),
    pictures: pictureFolder(folder),
    ...(keyring ? { keyring } : {}),
    ...(remoteWindows ? { remoteWindows } : {}),
    claimSoak: () => lockFile(join(folder, 'soak.json'), 'soak-in-use'),
    async openPort(path, options) {
      const port = await openPort(path, {
        ...options,
        openSimulated: async (name) => (await simulated.all()).open(name),
      })
      identities.set(path, await identityOf(path))
      return port
    },
    listPorts: async (options) => [
      ...(await listPorts(options)),
      ...(await simulated.all()).ports(),
    ],
    purposeOf: async (path) =>
      isSimulated(path) ? (await simulated.all()).purposeOf(path) : purposeOf(path),
    onReturn: (path, back) =>
      isSimulated(path)
        ? simulated.onReturn(path, back)
        : watchForReturn(identities.get(path) ?? path, (info) => back(info.path)),
    modemManager: new ModemManagerHold(),
    openJournal: () => RunJournal.open(folder),
    // A command leaves alone what other programs kept.
    ...(host === 'cli' ? {} : { journals: folderJournals(folder, () => nodeClock.nowMs()) }),
    ...(journalKeep ? { journalKeep } : {}),
    startDesk: threadOf(join(import.meta.dirname, 'log-desk.js'), mostDeskMib),
    openSocks: openSocksServer,
    postJson,
    remoteFigures,
    openTls: tlsBy(nodeClock, keyLog(process.env['SSLKEYLOGFILE'], report)),
    soracom: soracomAccess(process.env),
    startLpac,
    // As large as all the rest of it: loaded when somebody asks a broker.
    runMqtt: async (open, options) =>
      (await import('@platform/mqtt/run-mqtt')).mqttBy(nodeClock, nodeChance)(open, options),
    ...(process.platform === 'linux'
      ? { systemLink: new NmcliLink(fileStore(folder), claim) }
      : {}),
    systemCommands: nmcliDryRun,
    installDissector: async () => (await installDissector()).path,
    openCapture: captureOpener(folder, () => nodeClock.nowMs()),
    readLog: logSource,
    readJournal: journalEntries,
    gpio: {
      open: (name) => openAdapter(name, adapters),
      list: () => listAdapters(adapters, (kind, error) => report(error, `looking for ${kind}`)),
    },
    simulators: simulated,
    app: { version, host, platform: process.platform, dataFolder: folder },
    report,
  }
}

async function tidied(folder: string, report: Environment['report']): Promise<void> {
  const open = await openToOthers(folder)
  if (open) report(open, 'data folder')
  await sweepFolder(folder, nodeClock.nowMs())
  await sweepSecrets(nodeClock.nowMs())
}
