import {
  ArrowLeft,
  ArrowRight,
  AudioWaveform,
  Bell,
  Dot,
  MessageSquareText,
  Minus,
  Package,
  StickyNote,
  type LucideIcon,
} from '@lucide/vue'
import type { LogRow, Severity } from '@contract'
import type { TextKey } from '../text'

/** How a row is marked: a shape and a tone, so that direction is not told by colour alone. */
export interface RowMark {
  readonly icon: LucideIcon
  readonly tone: 'sent' | 'received' | 'event' | 'quiet' | 'note'
  readonly title: TextKey
}

export function markOf(row: LogRow): RowMark {
  switch (row.kind) {
    case 'note':
      if (row.mark === 'comment')
        return { icon: MessageSquareText, tone: 'note', title: 'row.comment' }
      return { icon: StickyNote, tone: 'note', title: 'row.note' }
    case 'text':
      return { icon: Dot, tone: 'quiet', title: 'row.text' }
    case 'divider':
      return { icon: Minus, tone: 'note', title: 'row.divider' }
    case 'noise':
      return { icon: AudioWaveform, tone: 'quiet', title: 'row.noise' }
    case 'unsolicited':
      return { icon: Bell, tone: 'event', title: 'row.unsolicited' }
    case 'ppp':
    case 'cmux':
      return {
        icon: Package,
        tone: row.dir === 'tx' ? 'sent' : 'received',
        title: row.dir === 'tx' ? 'row.frameSent' : 'row.frameReceived',
      }
    case 'echo':
      return { icon: ArrowLeft, tone: 'quiet', title: 'row.echo' }
    default:
      return row.dir === 'tx'
        ? { icon: ArrowRight, tone: 'sent', title: 'row.sent' }
        : { icon: ArrowLeft, tone: 'received', title: 'row.received' }
  }
}

/** The record of a bookmark; the row it is on shows it. */
export function isBookmark(row: LogRow): boolean {
  return row.mark === 'bookmark' || row.mark === 'unmarked'
}

const order: readonly Severity[] = ['fine', 'notice', 'warning', 'failure']

/** Whether a row asks for at least this much attention. */
export function atLeast(row: LogRow, severity: Severity): boolean {
  return order.indexOf(row.explanation?.severity ?? 'fine') >= order.indexOf(severity)
}
