import { portOptions } from '@contract'
import type { Figures, Handlers, PortInfo, Settings, SettingsChange, Snapshot } from '@contract'
import type { SlotName } from '@core/modem/slot-names'
import type { Benches } from '@bench/benches/benches'
import type { Environment } from '@bench/environment'
import type { JournalUpkeep } from '@bench/log/journal-upkeep'
import type { KeptFiles } from '@bench/log/kept-files'
import type { Presets } from '@bench/settings/presets'
import type { Remotes } from '@bench/settings/remotes'
import type { SettingsFile } from '@bench/settings/settings-file'
import type { Slot } from '@bench/slot/slot'
import type { Windows } from '@bench/window/windows'
import { commandReference, knowledge } from '@catalog/decoders'
import { alertHandlersOf } from './alerts'
import { boardHandlersOf } from './board'
import { careHandlersOf } from './care'
import { heldByOther } from './held-by-other'
import { exportLog, exportReport } from '@bench/log/export-calls'
import { logHandlersOf } from './log'
import { macroHandlersOf } from './macro'
import { cardHandlersOf } from './card'
import { esimHandlersOf } from './esim'
import { usbHandlersOf } from './usb'
import { voiceHandlersOf } from './voice'
import { contextHandlersOf } from './contexts'
import { phonebookHandlersOf } from './phonebook'
import { positionHandlersOf } from './position'
import { socketHandlersOf } from './sockets'
import { rawHandlersOf } from './raw'
import { radioHandlersOf } from './radio'
import { fileHandlersOf } from './files'
import { ussdHandlersOf } from './ussd'
import { messageHandlersOf } from './message'
import { failoverHandlersOf } from './failover'
import { netHandlersOf } from './net'
import { measureHandlersOf } from './net-measure'
import { signalHandlersOf } from './signal'
import { soracomHandlersOf } from './soracom'
import { simulatorHandlersOf } from './simulator'
import { storyHandlersOf } from './story'
import { testHandlersOf } from './test'

type PartsOf<F extends (bench: never, ...rest: never[]) => unknown> = Parameters<F>[0]

/** What the calls take of the bench: the groups say theirs, and the rest is used right here. */
export type CalledBench = PartsOf<typeof alertHandlersOf> &
  PartsOf<typeof boardHandlersOf> &
  PartsOf<typeof cardHandlersOf> &
  PartsOf<typeof careHandlersOf> &
  PartsOf<typeof contextHandlersOf> &
  PartsOf<typeof esimHandlersOf> &
  PartsOf<typeof failoverHandlersOf> &
  PartsOf<typeof fileHandlersOf> &
  PartsOf<typeof logHandlersOf> &
  PartsOf<typeof macroHandlersOf> &
  PartsOf<typeof messageHandlersOf> &
  PartsOf<typeof netHandlersOf> &
  PartsOf<typeof phonebookHandlersOf> &
  PartsOf<typeof positionHandlersOf> &
  PartsOf<typeof radioHandlersOf> &
  PartsOf<typeof rawHandlersOf> &
  PartsOf<typeof signalHandlersOf> &
  PartsOf<typeof simulatorHandlersOf> &
  PartsOf<typeof socketHandlersOf> &
  PartsOf<typeof soracomHandlersOf> &
  PartsOf<typeof storyHandlersOf> &
  PartsOf<typeof testHandlersOf> &
  PartsOf<typeof usbHandlersOf> &
  PartsOf<typeof ussdHandlersOf> &
  PartsOf<typeof voiceHandlersOf> &
  PartsOf<typeof exportLog> &
  PartsOf<typeof exportReport> & {
    readonly environment: Environment
    readonly slots: { readonly [slot in SlotName]: Slot }
    readonly outbox: Windows
    readonly settings: SettingsFile
    readonly presets: Presets
    readonly upkeep: JournalUpkeep
    readonly files: KeptFiles
    readonly benches: Benches
    readonly remotes: Remotes
    snapshot(): Snapshot
    figures(): Figures
    listPorts(): Promise<readonly PortInfo[]>
    identityOf(path: string): string | undefined
    changeSettings(change: SettingsChange): Promise<Settings>
  }

/** Every call of the contract, carried out on a bench. */
export function handlersOf(bench: CalledBench): Handlers {
  const { environment, slots } = bench
  const rtscts = { a: false, b: false }
  return {
    'app.snapshot': async () => bench.snapshot(),
    'settings.change': async (change) => bench.changeSettings(change),
    'journals.state': () => bench.upkeep.state(),
    'journals.prune': () => bench.upkeep.prune(),
    'presets.save': async (row) => toldPresets(bench, await bench.presets.save(row)),
    'presets.remove': async ({ id }) => toldPresets(bench, await bench.presets.remove(id)),

    'figures.read': async () => bench.figures(),

    'ports.list': async () => bench.listPorts(),
    'port.open': async ({ slot, path, options, offerBoard }) => {
      const parsed = portOptions.parse(options ?? {})
      rtscts[slot] = parsed.rtscts
      const { settings } = bench
      const last =
        settings.value.lastPort[slot] === path ? settings.value.secondPort[slot] : undefined
      const secondPort = parsed.secondPort ?? last
      await slots[slot].open(path, { ...parsed, secondPort, bare: !offerBoard }).catch((error) => {
        throw heldByOther(slots, slot, path, error)
      })
      const { lastPort, lastDevice } = bench.settings.value
      await bench.changeSettings({
        lastPort: { ...lastPort, [slot]: path },
        lastDevice: { ...lastDevice, [slot]: bench.identityOf(path) },
      })
    },
    'port.close': async ({ slot }) => {
      const path = slots[slot].state.port?.path
      await slots[slot].close()
      // A modem is taken from ModemManager for as long as we have the port.
      if (path !== undefined) await environment.modemManager.release(path)
    },
    'port.second': async ({ slot, path }) => {
      slots[slot].needSession()
      await slots[slot].second.use(path)
      const { secondPort } = bench.settings.value
      await bench.changeSettings({ secondPort: { ...secondPort, [slot]: path ?? undefined } })
    },
    'port.findSpeed': async ({ slot }) => slots[slot].findSpeed(),
    'port.lines': async ({ slot, dtr, rts }) => slots[slot].setLines({ dtr, rts }),

    'at.send': async ({ slot, text, ...options }) => slots[slot].asked.send(text, options),
    'at.give': async ({ slot, payload }) => slots[slot].asked.give(payload),
    'at.leave': async ({ slot }) => slots[slot].needSession().leavePrompt(),
    'at.reach': async ({ slot }) => slots[slot].asked.reach(),
    'at.cancel': async ({ slot }) => slots[slot].asked.cancel(),
    'at.poll': async ({ slot, on, intervalMs }) => slots[slot].poller.set(on, intervalMs),
    'at.pollAgain': async ({ slot, command }) => slots[slot].poller.again(command),
    'facts.refresh': async ({ slot, key }) => {
      const command = slots[slot].state.facts.find((fact) => fact.key === key)?.command
      await slots[slot].poller.ask(command)
    },
    'mode.back': async ({ slot, keepCall }) =>
      slots[slot].back.start(keepCall ? 'pause' : 'command'),
    'mode.cancel': async ({ slot }) => slots[slot].back.cancel(),
    'mode.powerCycle': async ({ slot }) => {
      const running = slots[slot].power.cycle()
      // How it went is in the state; only a defect of ours ends here.
      running.catch((error: unknown) => environment.report(error, `power of slot ${slot}`))
    },
    'mode.resume': async ({ slot }) => slots[slot].needSession().resume(),

    'connect.start': async ({ slot, target: { pin, cmux, ...target }, pressPower }) => {
      slots[slot].needSession()
      const running = slots[slot].connect(
        {
          ...target,
          ...(pin === undefined ? {} : { pin }),
          ...(cmux === undefined ? {} : { cmux }),
        },
        { pressPower },
      )
      // The verdict travels in the state; only a defect of ours ends here.
      running.catch((error: unknown) => environment.report(error, `connecting slot ${slot}`))
    },
    'connect.cancel': async ({ slot }) => slots[slot].cancelConnect(),
    'connect.disconnect': async ({ slot }) => slots[slot].disconnect(),
    'connect.end': async ({ slot }) => slots[slot].endConnection(),
    'connect.report': async (input) => exportReport(bench, input),

    'log.export': async (input) => exportLog(bench, input),
    'log.piece': async (input) => bench.files.piece(input),
    'log.note': async ({ slot, text }) => slots[slot].recorder.comment(text),

    'commands.reference': async () => commandReference(),
    'explain.command': async ({ text }) => knowledge.command(text) ?? null,

    ...signalHandlersOf(bench, knowledge),
    ...netHandlersOf(bench),
    ...measureHandlersOf(bench),
    ...careHandlersOf(bench, (slot) => rtscts[slot]),
    ...boardHandlersOf(bench),
    ...failoverHandlersOf(bench),
    ...alertHandlersOf(bench),
    'benches.read': async () => bench.benches.read(),
    ...testHandlersOf(bench),

    ...rawHandlersOf(bench),
    ...messageHandlersOf(bench),
    ...cardHandlersOf(bench),
    ...esimHandlersOf(bench),
    ...usbHandlersOf(bench),
    ...voiceHandlersOf(bench),
    ...contextHandlersOf(bench),
    ...ussdHandlersOf(bench),
    ...phonebookHandlersOf(bench),
    ...positionHandlersOf(bench),
    ...socketHandlersOf(bench),
    ...radioHandlersOf(bench),
    ...fileHandlersOf(bench),
    ...macroHandlersOf(bench),
    ...logHandlersOf(bench),
    ...storyHandlersOf(bench),
    ...bench.remotes.handlers,
    ...soracomHandlersOf(bench),

    ...simulatorHandlersOf(bench),
  }
}

function toldPresets(bench: CalledBench, presets: Presets['all']) {
  bench.outbox.send('presets', presets)
  return presets
}
