import { visible } from '../bytes'
import type { Words } from '../words'
import { explainMessage } from './explain-message'
import type { FrameContent } from './frame'
import { readMessages } from './message'
import {
  channelNamed,
  channelOctets,
  controlChannel,
  controlSays,
  discFrame,
  dmFrame,
  emptyControl,
  noMessage,
  sabmFrame,
  uaFrame,
} from './words'

/** How much of a payload a sentence shows. */
const shownOctets = 48

function channel(dlci: number): Words {
  return dlci === 0 ? controlChannel : channelNamed(dlci)
}

/** One sentence for a frame, as seen in the log. Never throws, whatever the frame carries. */
export function explainFrame(frame: FrameContent): Words {
  const { en, ja } = channel(frame.dlci)
  switch (frame.control) {
    case 'SABM':
      return sabmFrame({ en, ja })
    case 'UA':
      return uaFrame({ en, ja })
    case 'DM':
      return dmFrame({ en, ja })
    case 'DISC':
      return discFrame({ en, ja })
    case 'UIH':
    case 'UI':
      return frame.dlci === 0 ? explainControl(frame) : explainPayload(frame)
  }
}

function explainControl(frame: FrameContent): Words {
  const { messages, problem } = readMessages(frame.info ?? new Uint8Array())
  const parts = messages.map(explainMessage)
  if (problem) parts.push(noMessage)
  if (parts.length === 0) return emptyControl
  return controlSays(parts)
}

function explainPayload({ dlci, info = new Uint8Array() }: FrameContent): Words {
  const about = channelOctets(dlci, info.length)
  if (info.length === 0) return { en: `${about.en}.`, ja: `${about.ja}。` }
  const more = info.length > shownOctets ? '…' : ''
  const shown = visible(info.subarray(0, shownOctets)) + more
  return { en: `${about.en}: ${shown}`, ja: `${about.ja}：${shown}` }
}
