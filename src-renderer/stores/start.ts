import type { Transport } from '@contract'
import { provideTransport } from '../api/client'
import { say } from '../text'
import { useAlerts } from './alerts'
import { useConnect } from './connect'
import { useFailover } from './failover'
import { useKeptLog } from './kept-log'
import { useLog } from './log'
import { useMacros } from './macros'
import { useMarks } from './marks'
import { useModems } from './modems'
import { useNotices } from './notices'
import { useNet } from './net'
import { useRaw } from './raw'
import { useRemotes } from './remotes'
import { useSettings } from './settings'
import { useShell } from './shell'
import { useSignal } from './signal'
import { useSoak } from './soak'
import { useSoracom } from './soracom'
import { useBoardTest } from './board-test'

/**
 * Connects the stores to the host, and gives what fetches the whole picture: at start, and when a lost connection
 * returns. Events are listened to before the snapshot is asked for, so that nothing falls between the two; patches the
 * snapshot already holds are dropped by their number.
 */
export function listenTo(transport: Transport): () => Promise<void> {
  const client = provideTransport(transport)
  const modems = useModems()
  const settings = useSettings()
  const connect = useConnect()
  const early: (() => void)[] = []
  let ready = false
  const whenReady =
    <T>(take: (value: T) => void) =>
    (value: T) => {
      if (ready) take(value)
      else early.push(() => take(value))
    }

  client.on('patch', whenReady(modems.takePatch))
  client.on('ports', whenReady(modems.takePorts))
  client.on('settings', whenReady(settings.take))
  client.on('presets', whenReady(connect.takePresets))
  useMarks().follow()
  client.on('store', whenReady(useKeptLog().take))
  client.on('upkeep', (words) => useNotices().done(say(words)))
  client.on('alert', useAlerts().hear)
  client.on('alerts', useAlerts().take)
  client.on('macros', useMacros().take)
  client.on('rows', useLog().take)
  client.on('bytes', useRaw().take)
  client.on('signal', useSignal().take)
  client.on('marks', useSignal().takeMarks)
  client.on('net', useNet().take)
  client.on('failover', useFailover().take)
  client.on('soak', useSoak().take)
  client.on('test', useBoardTest().take)
  client.on('soracom', useSoracom().take)
  client.on('menu', () => void useRemotes().show())

  return async () => {
    ready = false
    const snapshot = await client.call('app.snapshot')
    useShell().readOnly = snapshot.readOnly === true
    useShell().keepsToItself = (snapshot.role ?? 'administer') !== 'administer'
    settings.take(snapshot.settings)
    connect.takePresets(snapshot.presets)
    useKeptLog().take(snapshot.store)
    modems.takeSnapshot(snapshot)
    ready = true
    for (const late of early.splice(0)) late()
    await Promise.all([
      useLog().load(),
      useSignal().load(),
      useMacros().load(),
      useAlerts().load(),
      useMarks().load(),
      useFailover().load(),
      useSoak().load(),
      useBoardTest().load(),
      useSoracom().load(),
    ])
  }
}
