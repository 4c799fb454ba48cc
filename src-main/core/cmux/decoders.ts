import { AdvancedDecoder } from './advanced-decoder'
import { CmuxDecoder, defaultMaxInfo, type FrameDecoder } from './decoder'
import type { FrameOption } from './frame'

/** The decoder for frames of an option. */
export function decoderFor(option: FrameOption): FrameDecoder {
  return option === 'basic' ? new CmuxDecoder() : new AdvancedDecoder(defaultMaxInfo)
}
