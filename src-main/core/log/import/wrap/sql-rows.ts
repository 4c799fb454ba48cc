import type { Wrapping } from './wrapping'

const inserts = /^\s*INSERT INTO\b.{1,200}?\bVALUES\b/i
/** Behind one row the next begins. */
const between = /(?<=['\d]|NULL)\),\s?(?=\()/gi

/** A dump of a table, where a line holds several rows: `INSERT INTO log VALUES (1,'TX','AT'),(2,'RX','OK');`. */
export const sqlRows: Wrapping = {
  open: (lines) =>
    lines.some((line) => inserts.test(line))
      ? {
          line(text, end) {
            const head = inserts.exec(text)?.[0] ?? ''
            const rows = text.slice(head.length).split(between)
            const last = rows.length - 1
            return [head, ...rows.map((row, at) => (at < last ? `${row}),` : row))]
              .filter((row) => row.trim() !== '')
              .map((row) => [row.startsWith('(') ? row.replace(/;\s*$/, '') : row, end])
          },
          finish: () => [],
        }
      : undefined,
}
