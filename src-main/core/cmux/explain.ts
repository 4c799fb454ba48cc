import { visible } from '../bytes'
import type { Words } from '../words'
import { explainMessage } from './explain-message'
import type { FrameContent } from './frame'
import { readMessages } from './message'

/** How much of a payload a sentence shows. */
const shownOctets = 48

function channel(dlci: number): Words {
  return dlci === 0
    ? { en: 'the control channel', ja: '制御チャネル' }
    : { en: `channel ${dlci}`, ja: `チャネル ${dlci} ` }
}

/** One sentence for a frame, as seen in the log. Never throws, whatever the frame carries. */
export function explainFrame(frame: FrameContent): Words {
  const { en, ja } = channel(frame.dlci)
  switch (frame.control) {
    case 'SABM':
      return { en: `Asks to open ${en} (SABM).`, ja: `${ja}を開く要求（SABM）。` }
    case 'UA':
      return { en: `Agrees, on ${en} (UA).`, ja: `${ja.trimEnd()}：了解（UA）。` }
    case 'DM':
      return {
        en: `Refuses: ${en} is not open (DM).`,
        ja: `${ja.trimEnd()}：拒否または未接続（DM）。`,
      }
    case 'DISC':
      return { en: `Asks to close ${en} (DISC).`, ja: `${ja}を閉じる要求（DISC）。` }
    case 'UIH':
    case 'UI':
      return frame.dlci === 0 ? explainControl(frame) : explainPayload(frame)
  }
}

function explainControl(frame: FrameContent): Words {
  const { messages, problem } = readMessages(frame.info ?? new Uint8Array())
  const parts = messages.map(explainMessage)
  if (problem)
    parts.push({ en: 'octets that are no message', ja: 'メッセージとして解釈できないオクテット' })
  if (parts.length === 0) return { en: 'Control: nothing.', ja: '制御：空です。' }
  return {
    en: `Control: ${parts.map((part) => part.en).join('; ')}.`,
    ja: `制御：${parts.map((part) => part.ja).join('、')}。`,
  }
}

function explainPayload({ dlci, info = new Uint8Array() }: FrameContent): Words {
  const about = {
    en: `Channel ${dlci}, ${info.length} octets`,
    ja: `チャネル ${dlci}、${info.length} オクテット`,
  }
  if (info.length === 0) return { en: `${about.en}.`, ja: `${about.ja}。` }
  const more = info.length > shownOctets ? '…' : ''
  const shown = visible(info.subarray(0, shownOctets)) + more
  return { en: `${about.en}: ${shown}`, ja: `${about.ja}：${shown}` }
}
