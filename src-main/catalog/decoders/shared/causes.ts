import type { Severity, Words } from '@core/words'
import causes from '@resources/causes.json'
import { say } from '@core/at/parameter'

/** A number that a modem or network gives as a reason, in words, with what usually helps. */
export interface Cause {
  readonly code: number
  readonly text: string
  readonly meaning: Words
  readonly fix?: Words
}

interface ErrorRow {
  readonly code: number
  readonly text: string
  readonly ja: string
  readonly fix?: Words
  readonly aliases?: readonly string[]
}

interface NetworkRow {
  readonly code: number
  readonly name: Words
  readonly fix?: Words
}

/** Capitals, spaces and punctuation differ from firmware to firmware: `SIM not inserted` is `SIM NOT INSERTED`. */
function key(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function errorTable(rows: readonly ErrorRow[]) {
  const causesOf = rows.map((row) => ({
    code: row.code,
    text: row.text,
    meaning: say(row.text, row.ja),
    ...(row.fix ? { fix: row.fix } : {}),
  }))
  const byCode = new Map(causesOf.map((cause) => [cause.code, cause]))
  const byText = new Map<string, Cause>()
  rows.forEach((row, i) => {
    const cause = causesOf[i]
    for (const text of [row.text, ...(row.aliases ?? [])])
      if (cause && !byText.has(key(text))) byText.set(key(text), cause)
  })
  return {
    of: (code: number): Cause | undefined => byCode.get(code),
    named: (text: string): Cause | undefined => byText.get(key(text)),
  }
}

export type CauseOf = (code: number) => Cause | undefined

/** What helps against a cause of one generation helps against that of the same number in `like`, unless a row says something else. */
function networkTable(rows: readonly NetworkRow[], like?: CauseOf): CauseOf {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return (code) => {
    const row = byCode.get(code)
    const fix = row?.fix ?? like?.(code)?.fix
    return row && { code, text: row.name.en, meaning: row.name, ...(fix ? { fix } : {}) }
  }
}

export const cme = errorTable(causes.cme)
export const cms = errorTable(causes.cms)
/** 3GPP TS 24.301 annex A: why a network refused or detached the device. */
export const emmCause = networkTable(causes.emm)
/** 3GPP TS 24.301 annex B: why a network refused or closed a bearer. */
export const esmCause = networkTable(causes.esm)
/** 3GPP TS 24.008, 10.5.3.6 and 10.5.5.14: why a network of 2G or 3G refused voice or packets. */
export const mmCause = networkTable(causes.mm, emmCause)
export const gmmCause = networkTable(causes.gmm, emmCause)
/** 3GPP TS 24.501, 9.11.3.2: why a 5G core refused the device. */
export const fivegmmCause = networkTable(causes.fivegmm, emmCause)

const smNames = networkTable(causes.sm, esmCause)
const fivegsmNames = networkTable(causes.fivegsm, esmCause)
/** 3GPP TS 24.008, 10.5.6.6, and 24.501, 9.11.4.2: most numbers mean the same as in LTE. */
export const smCause: CauseOf = (code) => smNames(code) ?? esmCause(code)
export const fivegsmCause: CauseOf = (code) => fivegsmNames(code) ?? esmCause(code)

export interface Registration {
  readonly meaning: Words
  readonly registered: boolean
  readonly severity: Severity
  readonly hint?: Words
}

const registrations = new Map(
  causes.registration.map((row): [number, Registration] => [
    row.stat,
    {
      meaning: row.meaning,
      registered: row.registered,
      severity: severityOf(row.severity),
      ...(row.hint ? { hint: row.hint } : {}),
    },
  ]),
)

function severityOf(text: string): Severity {
  return text === 'fine' || text === 'notice' || text === 'failure' ? text : 'warning'
}

export function registration(stat: number): Registration {
  return (
    registrations.get(stat) ?? {
      meaning: say(`a value 3GPP does not define (${stat})`, `3GPP に定義のない値（${stat}）`),
      registered: false,
      severity: 'warning',
    }
  )
}

const technologies = new Map(causes.accessTechnology.map((row) => [row.act, row.name]))

/** `LTE` for 7; undefined for numbers nobody defined. */
export function accessTechnology(act: unknown): string | undefined {
  return typeof act === 'number' ? technologies.get(act) : undefined
}
