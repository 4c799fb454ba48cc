import type { ExportedFile, Parsed } from '@contract'
import type { Bench } from './bench'

/** The log of one slot or both as a file. */
export async function exportLog(bench: Bench, input: Parsed<'log.export'>): Promise<ExportedFile> {
  const lines: string[] = []
  for (const slot of input.slots)
    for await (const row of bench.log.rows(slot)) {
      lines.push(row.text)
      if (row.explanation) lines.push(`# ${row.explanation.words[input.language]}`)
    }
  return { name: 'modem-log.txt', mime: 'text/plain', text: lines.join('\n'), masked: {} }
}

/** What a connection did and how it ended, as a file. */
export async function exportReport(
  bench: Bench,
  input: Parsed<'connect.report'>,
): Promise<ExportedFile> {
  const { connect } = bench.slots[input.slot].state
  return {
    name: 'connect-report.md',
    mime: 'text/markdown',
    text: connect.steps.map((step) => `- ${step.title[input.language]}: ${step.state}`).join('\n'),
    masked: {},
  }
}
