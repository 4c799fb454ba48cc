import { portOptions, type Handlers } from '@contract'
import { commandReference, knowledge } from '@catalog/decoders'
import type { Bench } from '@bench/bench'
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

/** Every call of the contract, carried out on a bench. */
export function handlersOf(bench: Bench): Handlers {
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

function toldPresets(bench: Bench, presets: Bench['presets']['all']) {
  bench.outbox.send('presets', presets)
  return presets
}
