import { splitFields } from '../at/fields'
import type { Facts, FactValue } from '../at/knowledge'
import { authKind } from './auth'
import type { PdpContext, StoredContextAuth } from './context'

/** The answers about contexts; undefined: the modem refused the question. */
export interface ContextAnswers {
  /** AT+CGDCONT?: its facts, and its lines for what the facts leave out. */
  readonly defined: Facts
  readonly definedLines: readonly string[]
  readonly active: Facts | undefined
  readonly addresses: Facts | undefined
  readonly granted: Facts | undefined
  readonly auth: ReadonlyMap<number, StoredContextAuth> | undefined
}

/** One row for each context that is defined, by its number. A row said twice (one for each kind of address) is one. */
export function contextsOf(answers: ContextAnswers): readonly Omit<PdpContext, 'roles'>[] {
  const rows = new Map<number, Facts>()
  for (const row of factRows(answers.defined['contexts'])) {
    const { cid } = row
    if (typeof cid === 'number' && isCid(cid) && !rows.has(cid)) rows.set(cid, row)
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([cid, row]) => {
      const granted = entriesOf(answers.granted).filter((entry) => entry['cid'] === cid)
      const [first] = granted
      const apn = text(row['apn'])
      const grantedApn = text(first?.['apn'])
      return {
        cid,
        pdpType: text(row['pdp_type']),
        apn,
        extras: extrasOf(answers.definedLines, cid),
        // Only a context in use has a bearer, whatever was said a moment before.
        active: first !== undefined || activeOf(answers.active, cid),
        addresses: addressesOf(answers.addresses, row, granted),
        dns: unique(
          granted.flatMap((one) => [one['dns_primary_address'], one['dns_secondary_address']]),
        ),
        bearer: typeof first?.['bearer_id'] === 'number' ? first['bearer_id'] : null,
        grantedApn: grantedApn === '' || sameApn(grantedApn, apn) ? null : grantedApn,
        auth: answers.auth?.get(cid) ?? (answers.auth ? noAuth : null),
      }
    })
}
/** What can be asked for again as a context: 27.007 has small numbers, and the contract takes no others. */
const isCid = (cid: number) => Number.isInteger(cid) && cid >= 0 && cid <= 255
const noAuth: StoredContextAuth = { kind: 'none', user: null, hasPassword: false }

/** What AT+CGAUTH? or AT+QICSGP say of one context. Stars are what some firmware shows in place of a password. */
export function authIn(row: Facts): StoredContextAuth {
  const { auth_prot: protocol, userid, password } = row
  const kind = authKind(typeof protocol === 'number' ? protocol : 0)
  return {
    kind,
    user: typeof userid === 'string' ? userid : null,
    hasPassword: typeof password === 'string' ? password !== '' : kind === 'none' ? false : null,
  }
}

/** An LTE network may append its own identifier to the APN asked for (23.003, 9.1). */
export const sameApn = (one: string, other: string): boolean => plainApn(one) === plainApn(other)
const plainApn = (apn: string): string =>
  apn.replace(/\.mnc\d{3}\.mcc\d{3}\.gprs$/i, '').toLowerCase()

export function factRows(value: FactValue | undefined): readonly Facts[] {
  if (!Array.isArray(value)) return []
  return value.filter((row): row is Facts => typeof row === 'object' && row !== null)
}
/** Several rows stand under `entries`; a single one is the facts themselves. */
export function entriesOf(facts: Facts | undefined): readonly Facts[] {
  const rows = factRows(facts?.['entries'])
  return rows.length > 0 || !facts ? rows : [facts]
}
const text = (value: FactValue | undefined): string => (typeof value === 'string' ? value : '')

function activeOf(facts: Facts | undefined, cid: number): boolean | null {
  const state = factRows(facts?.['contexts']).find((row) => row['cid'] === cid)?.['state']
  if (typeof state === 'number') return state === 1
  // Some list the active ones alone; others answer a bare OK where none is.
  return facts ? false : null
}

/** AT+CGPADDR first; where that is silent, +CGCONTRDP, and what stands in the row itself. */
function addressesOf(
  facts: Facts | undefined,
  defined: Facts,
  granted: readonly Facts[],
): readonly string[] {
  const of = (row: Facts) => unique([row['pdp_addr'], row['pdp_addr_2']])
  const told = factRows(facts?.['contexts'])
    .filter((row) => row['cid'] === defined['cid'])
    .flatMap(of)
  if (told.length > 0) return unique(told)
  const local = unique(granted.flatMap((row) => [row['local_address'], row['local_address_2']]))
  return local.length > 0 ? local : of(defined)
}

function unique(values: readonly (FactValue | undefined)[]): readonly string[] {
  const texts = values.filter((one): one is string => typeof one === 'string' && isSome(one))
  return [...new Set(texts)]
}
/** `0.0.0.0` and `::` stand for none. */
const isSome = (address: string): boolean => /[1-9a-f]/i.test(address)

/** Fields behind <PDP_addr> (27.007, 10.1.1) that a short write resets. */
function extrasOf(lines: readonly string[], cid: number): readonly string[] {
  const line = lines.find((one) => /^\+CGDCONT: *(\d+)/.exec(one)?.[1] === String(cid))
  if (line === undefined) return []
  return splitFields(line.slice(line.indexOf(':') + 1))
    .slice(4)
    .map((field, at) => ({ name: extraNames[at] ?? `field ${at + 5}`, text: field.text.trim() }))
    .filter(({ text: value }) => value !== '' && value !== '0')
    .map(({ name, text: value }) => `${name} ${value}`)
}
/** The fields behind <PDP_addr>, as 27.007 names them. */
const extraNames: readonly string[] = [
  'd_comp',
  'h_comp',
  'IPv4AddrAlloc',
  'request_type',
  'P-CSCF_discovery',
  'IM_CN_Signalling_Flag_Ind',
  'NSLPI',
  'securePCO',
  'IPv4_MTU_discovery',
  'Local_Addr_Ind',
  'NonIP_MTU_discovery',
]
