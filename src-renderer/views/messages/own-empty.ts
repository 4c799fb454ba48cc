import type { CallError, MessageBox, SlotName } from '@contract'
import type { EmptyWords } from '../../components/empty-words'
import { useShell } from '../../stores/shell'

const connectFirst: readonly string[] = ['sms-locked', 'sms-no-network']

/** What the page of messages says without a conversation, where the modem answers; null: as any service. */
export function ownEmpty(
  slot: SlotName,
  box: MessageBox | null,
  error: CallError | null,
): EmptyWords | null {
  if (error && connectFirst.includes(error.code))
    return {
      words: 'messages.noNetwork',
      act: { title: 'answer.act.connect', run: () => useShell().showConnect(slot) },
    }
  if (!box) return null
  return { words: box.messages.length === 0 ? 'messages.none' : 'messages.choose' }
}
