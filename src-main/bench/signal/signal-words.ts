import type { SignalEvent } from '@contract'
import type { SlotState } from '@contract'

/** What happened, before its slot and moment are added. */
export type Told = Pick<SignalEvent, 'kind' | 'severity' | 'words'>

/** A port that came or went. */
export function portEvent(
  before: SlotState['port'] | undefined,
  now: SlotState['port'],
): Told | undefined {
  if (now?.state === before?.state) return undefined
  switch (now?.state) {
    case 'open':
      return told('fine', `Port open: ${now.label}`, `ポートを開きました：${now.label}`)
    case 'gone':
      return told('failure', `Device gone: ${now.label}`, `デバイスが消失：${now.label}`)
    case 'failed':
      return told('failure', `Port failed: ${now.label}`, `ポートのエラー：${now.label}`)
    case 'opening':
      return undefined
    case undefined:
      return before ? told('notice', 'Port closed', 'ポートを閉じました') : undefined
  }
}

const told = (severity: Told['severity'], en: string, ja: string): Told => ({
  kind: 'port',
  severity,
  words: { en, ja },
})
