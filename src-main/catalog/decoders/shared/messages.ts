import type { Facts, FactValue } from '@core/at/knowledge'
import type { Row } from '@core/at/row'

/** A header line with the lines that came under it. */
export interface Message {
  readonly header: Row
  readonly body: readonly Row[]
}

/** Headers with their bodies; lines before the first header are given back. */
export function messagesOf(rows: readonly Row[]): { messages: Message[]; loose: Row[] } {
  const messages: { header: Row; body: Row[] }[] = []
  const loose: Row[] = []
  for (const row of rows) {
    if (row.tailStart > 0) messages.push({ header: row, body: [] })
    else (messages.at(-1)?.body ?? loose).push(row)
  }
  return { messages, loose }
}

/** The PDU (or, in text mode, the words) under a header. A PDU holds number and text, so it is marked whole. */
export function bodyFacts(body: readonly Row[], name: 'pdu' | 'text'): Facts {
  for (const row of body) row.markText(row.line.trim(), 'number')
  const lines = body.map((row) => row.line.trim())
  if (lines.length === 0) return {}
  return name === 'pdu' ? { pdu: lines[0] ?? null } : { text: lines.join('\n') }
}

/** Lines that stand alone: a PDU asked about without its header. */
export function looseFacts(loose: readonly Row[]): Facts {
  const [row] = loose
  if (!row || !/^[0-9a-f]{14,}$/i.test(row.line.trim())) return {}
  return bodyFacts([row], 'pdu')
}

/** From <stat> on: PDU mode gives alpha and length, text mode the number, name and time. */
export function storedFacts(header: Row, body: readonly Row[], from: number): Facts {
  const stat = header.text(from)
  if (typeof stat === 'string' && !/^\d{1,2}$/.test(stat)) return textFacts(header, body, from)
  const facts: Record<string, FactValue | undefined> = {
    stat: header.int(from, 'stat'),
    alpha: header.count > from + 2 ? header.text(from + 1) : null,
  }
  const at = header.count > from + 2 ? from + 2 : from + 1
  return { ...facts, ...lengthAndPdu(header, at), ...bodyFacts(body, 'pdu') }
}

/** Some firmware prints a blank where 27.005 3.4.3 has a line end: `24 07911829…`. */
function lengthAndPdu(header: Row, at: number): Facts {
  const [, length, pdu] = /^(\d{1,3})\s+([0-9a-f]{2,})$/i.exec(header.text(at) ?? '') ?? []
  if (length === undefined || pdu === undefined) return { length: header.int(at, 'length') }
  // The length is that of the TPDU; the service centre stands before it (27.005, 3.1).
  if (pdu.length < 2 * Number(length)) header.refuse('a whole PDU')
  header.markText(pdu, 'number')
  return { length: Number(length), pdu }
}

function textFacts(header: Row, body: readonly Row[], from: number): Facts {
  header.mark(from + 1, 'number')
  return {
    stat: header.text(from),
    number: header.text(from + 1),
    alpha: header.text(from + 2),
    timestamp: header.text(from + 3),
    ...bodyFacts(body, 'text'),
  }
}
