import operators from '@resources/operators.json'

const byPlmn = new Map(operators.plmn.map((row) => [row.plmn, row.name]))

/** `NTT docomo` for `44010`; undefined for operators not in the table. */
export function operatorName(plmn: unknown): string | undefined {
  return typeof plmn === 'string' ? byPlmn.get(plmn) : undefined
}

/** Whose SIM an IMSI is, by its longest known beginning. */
export function simIssuer(imsi: unknown): string | undefined {
  return longest(imsi, operators.imsiPrefixes)
}

/** Who issued a card, by the longest known beginning of its number. */
export function cardIssuer(iccid: unknown): string | undefined {
  return longest(iccid, operators.iccidPrefixes)
}

function longest(
  value: unknown,
  rows: readonly { readonly prefix: string; readonly name: string }[],
): string | undefined {
  if (typeof value !== 'string') return undefined
  const fitting = rows.filter((row) => value.startsWith(row.prefix))
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.name
}
