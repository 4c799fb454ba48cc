import { concat } from '@core/bytes'
import type { CaptureOptions, CaptureSink, OpenCapture } from '@core/ports/capture'

/** Captures that stay in memory, in the order they were begun. */
export function memoryCaptures() {
  const all: { readonly options: CaptureOptions; closed: boolean; readonly parts: Uint8Array[] }[] =
    []
  const open: OpenCapture = async (options): Promise<CaptureSink> => {
    const one = { options, closed: false, parts: [options.head()] }
    all.push(one)
    return {
      path: `/data/captures/${options.name}.${options.way}`,
      command: `wireshark -k -i /data/captures/${options.name}.${options.way}`,
      waiting: false,
      get bytes() {
        return one.parts.reduce((sum, part) => sum + part.length, 0)
      },
      lost: 0,
      failure: null,
      write: (blocks) => void one.parts.push(blocks),
      close: async () => void (one.closed = true),
    }
  }
  return {
    open,
    all,
    /** Everything the last one holds. */
    get last(): Uint8Array {
      return concat(all.at(-1)?.parts ?? [])
    },
  }
}
