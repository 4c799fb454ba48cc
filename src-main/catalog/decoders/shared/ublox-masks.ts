/** <RAT> of +UBANDMASK is not that of +URAT: 0 LTE-M, 1 NB-IoT, 2 GSM (UBX-17003787, 7.17). */
export type Masks = ReadonlyMap<string, readonly string[]>

/**
 * `0,a`, `0,a,b`, `0,a,1,c`, `0,a,b,1,c,d`: whether a second mask (bands 65 to 128) is there has to follow from the number of
 * fields; where it does not, nothing is read.
 */
export function masksIn(fields: readonly string[]): Masks | undefined {
  if (!fields.every((field) => /^\d{1,20}$/.test(field))) return undefined
  const each =
    { 2: 2, 3: 3, 4: 2 }[fields.length] ?? (fields.length === 6 ? sixth(fields) : undefined)
  if (each === undefined) return undefined
  const masks = new Map<string, readonly string[]>()
  for (let at = 0; at < fields.length; at += each)
    masks.set(fields[at] ?? '', fields.slice(at + 1, at + each))
  const rats = [...masks.keys()]
  const right = rats.every((rat, at) => ['0', '1', '2'].indexOf(rat) >= at)
  return right && rats.length === fields.length / each ? masks : undefined
}
/** Two of three, or three of two. */
function sixth(fields: readonly string[]): 2 | 3 | undefined {
  const pairs = fields[2] === '1' && fields[4] === '2'
  const triples = fields[3] === '1'
  return pairs === triples ? undefined : pairs ? 2 : 3
}
