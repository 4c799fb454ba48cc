/** Headers after whose line end exactly so many octets of anything follow (SIMCom, Quectel). */
const headers: readonly RegExp[] = [
  /^\+HTTPREAD: (?:DATA,)?(\d+)$/,
  /^\+CHTTPSRECV: DATA,(\d+)$/,
  /^\+CMQTTRXPAYLOAD: \d+,(\d+)$/,
  /^\+CMQTTRXTOPIC: \d+,(\d+)$/,
  /^\+CFTRANTX: DATA,(\d+)$/,
  /^\+CFTPSGET: DATA,(\d+)$/,
  /^\+CIPRXGET: 2,\d+,(\d+),\d+$/,
  /^\+QIRD: (\d+)(?:,"|$)/,
  /^\+RECEIVE,\d+,(\d+):?$/,
  /^\+IPD(\d+)$/,
]

/** What they all begin with: most lines are seen at one look not to be one. */
const start = /^\+(?:HTTPR|CHTTPSR|CMQTTRX|CFT|CIPRX|QIRD|RECEIVE|IPD)/

/** More than any modem hands over at once; a larger number is a damaged line. */
const mostOctets = 1_048_576

/** How many octets follow this line; undefined when it is no such header. `own` is a prefix whose last number counts. */
export function countedOctets(line: string, own?: string): number | undefined {
  const ours = own !== undefined && line.startsWith(own)
  if (!ours && !start.test(line)) return undefined
  const said = ours
    ? /(\d+)\D*$/.exec(line.slice(own.length))?.[1]
    : headers.map((header) => header.exec(line)?.[1]).find((count) => count !== undefined)
  const count = Number(said ?? 0)
  return count > 0 && count <= mostOctets ? count : undefined
}
