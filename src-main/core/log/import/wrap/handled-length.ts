import type { RawLine, Wrapping } from './wrapping'

/** Zephyr's modem_hl7800 says how much of the line was left for the handler: `HANDLE OK (len:0)`, `HANDLE +CME ERROR: 10 (len:0)`. */
const form = /^(.{0,120}\bHANDLE .+?) *\(len:\d{1,6}\)$/

export const handledLength: Wrapping = {
  open: (lines) => (lines.filter((line) => form.test(line)).length > 1 ? unwrapper : undefined),
}

const unwrapper = {
  line: (text: string, end: string): readonly RawLine[] => [[form.exec(text)?.[1] ?? text, end]],
  finish: (): readonly RawLine[] => [],
}
