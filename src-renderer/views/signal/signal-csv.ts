import type { SignalEvent, SignalSample, Words } from '@contract'
import { measureNames } from '../../charts/series'

/** Text for one field. A leading sign would be a formula to a spreadsheet. */
function field(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Samples and events in the order they came, one a line, UTC. */
export function signalCsv(
  samples: readonly SignalSample[],
  events: readonly SignalEvent[],
  say: (words: Words) => string,
): string {
  const lines = [
    ...samples.map((sample) => ({
      atMs: sample.atMs,
      slot: sample.slot,
      values: measureNames.map((name) => String(sample[name] ?? '')),
      event: '',
    })),
    ...events.map((event) => ({
      atMs: event.atMs,
      slot: event.slot,
      values: measureNames.map(() => ''),
      event: field(`${event.kind}: ${say(event.words)}`),
    })),
  ].sort((p, q) => p.atMs - q.atMs)
  const text = lines.map(({ atMs, slot, values, event }) =>
    [new Date(atMs).toISOString(), slot.toUpperCase(), ...values, event].join(','),
  )
  const names = measureNames.map((name) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`))
  // The mark of byte order tells spreadsheets that the text is UTF-8.
  return `\uFEFF${['time', 'slot', ...names, 'event'].join(',')}\r\n${text.map((line) => `${line}\r\n`).join('')}`
}
