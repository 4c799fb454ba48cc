import { factText } from '../../at/fact-text'
import { quoted, wordsOf, type Words } from '../../words'
import type { Facts, FactValue } from '../../at/knowledge'
import type { ConnectTarget } from '../connect-state'
import { ok, type Findings, type Step } from '../step'
import {
  authDiffers,
  authEither,
  authNone,
  authUnknown,
  contextNotDefined,
  passwordIsOther,
  stepTitles,
  storedAsWanted,
  storedDiffers,
  typeDiffers,
  userDiffers,
} from './words'

/** What the modem has stored, against what is wanted: contexts and credentials outlive a power cycle. */
export const stored: Step = {
  id: 'stored',
  title: stepTitles.stored,
  limitMs: 20_000,
  async run(context) {
    const { target, found } = context
    const contexts = context.read(await context.ask('AT+CGDCONT?'))
    found.context = contextOf(contexts, target.cid)
    const auth = await context.ask('AT+CGAUTH?')
    found.authUnsupported = !auth.ok
    found.auth = auth.ok ? authOf(context.read(auth), target.cid) : undefined
    found.differences = differences(target, found)
    const facts: Facts = {
      cid: target.cid,
      apn: found.context?.apn ?? null,
      pdp_type: found.context?.pdpType ?? null,
      auth_prot: found.auth?.protocol ?? null,
      differences: found.differences.map(({ en }) => en),
    }
    return found.differences.length === 0
      ? ok(storedAsWanted, facts)
      : ok(storedDiffers(found.differences), facts)
  },
}

export function contextOf(facts: Facts, cid: number): Findings['context'] {
  const row = rowOf(facts['contexts'], cid)
  if (!row) return undefined
  return { cid, apn: factText(row['apn'] ?? ''), pdpType: factText(row['pdp_type'] ?? '') }
}

export function authOf(facts: Facts, cid: number): Findings['auth'] {
  const row = rowOf(facts['contexts'], cid)
  if (!row) return undefined
  const text = (value: FactValue | undefined) => (typeof value === 'string' ? value : undefined)
  const protocol = Number(row['auth_prot'] ?? 0)
  return { cid, protocol, user: text(row['userid']), password: text(row['password']) }
}

function rowOf(rows: FactValue | undefined, cid: number): Facts | undefined {
  if (!Array.isArray(rows)) return undefined
  const list: readonly FactValue[] = rows
  const found = list.find(
    (row) => typeof row === 'object' && row !== null && 'cid' in row && row['cid'] === cid,
  )
  return found as Facts | undefined
}

/** The number AT+CGAUTH has for a way to authenticate. A type a person leaves open is CHAP, as every network here takes it. */
export function authNumber(target: ConnectTarget, present?: number): number {
  if (target.auth === 'none' || (target.user === '' && target.password === '')) return 0
  if (target.auth === 'pap') return 1
  if (target.auth === 'chap') return 2
  return present !== undefined && present > 0 ? present : 2
}

// An LTE network may append its own identifier to the APN asked for (23.003, 9.1).
const operatorSuffix = /\.mnc\d{3}\.mcc\d{3}\.gprs$/i

/** In words, what is stored and what is wanted, where they differ. Passwords are never written out. */
export function differences(target: ConnectTarget, found: Findings): Words[] {
  const { cid } = target
  const list: Words[] = []
  const add = (words: Words) => list.push(words)
  const apn = found.context?.apn.replace(operatorSuffix, '') ?? null
  if (apn === null) add(contextNotDefined(cid))
  else if (apn.toLowerCase() !== target.apn.toLowerCase())
    list.push(wordsOf(quoted(`APN "${found.context?.apn ?? ''}" → "${target.apn}"`)))
  if (found.context && found.context.pdpType.toUpperCase() !== target.pdpType)
    add(typeDiffers(found.context.pdpType, target.pdpType))
  if (found.authUnsupported) return list
  const wanted = authNumber(target, found.auth?.protocol)
  const [now, then] = [authName(found.auth?.protocol ?? 0), authName(wanted)]
  if (now !== then) add(authDiffers(now, then))
  if (wanted === 0) return list
  const user = found.auth?.user
  if (user !== undefined && user !== target.user) add(userDiffers(user, target.user))
  if (passwordDiffers(target, found.auth?.password)) add(passwordIsOther)
  return list
}

/** Stars are what some firmware shows in place of a password. */
const passwordDiffers = (target: ConnectTarget, stored: string | undefined) =>
  stored !== undefined && !/^\*+$/.test(stored) && stored !== target.password

const authNames: readonly Words[] = [
  authNone,
  wordsOf(quoted('PAP')),
  wordsOf(quoted('CHAP')),
  authEither,
]
/** The same object for the same number, so that two can be compared. */
function authName(number: number): Words {
  return authNames[number] ?? unknownAuth
}
const unknownAuth: Words = authUnknown
