import { harmlessJson } from './harmless'
import { shownText } from './shown'
import { isoTime } from './time'
import type { LogWriter, WriterOptions } from './writer'

/** One JSON object a line, for programs. Both languages are in it. */
export function jsonlWriter(options: WriterOptions): LogWriter {
  return {
    head: () => '',
    row(row) {
      const { explanation } = row
      const time = isoTime(row, options.utcOffsetMin)
      return `${harmlessJson({
        time: time === '' ? null : time,
        dir: row.dir,
        slot: row.slot,
        kind: row.kind,
        line: row.dir === 'note' ? row.text : shownText(row),
        command: row.command ?? null,
        name: explanation?.name ?? null,
        facts: explanation?.facts ?? {},
        words: explanation?.words ?? null,
        severity: explanation?.severity ?? 'fine',
        ...(row.late ? { late: true } : {}),
        ...(row.unfinished ? { unfinished: true } : {}),
        ...(row.second ? { second: true } : {}),
        ...(row.channel === undefined ? {} : { channel: row.channel }),
        ...(row.port === undefined ? {} : { port: row.port }),
        ...(row.hex === undefined ? {} : { hex: row.hex }),
      })}\n`
    },
    end: () => '',
  }
}
