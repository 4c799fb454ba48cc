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
  readonly fix: Words
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

function networkTable(rows: readonly NetworkRow[]) {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return (code: number): Cause | undefined => {
    const row = byCode.get(code)
    return row && { code, text: row.name.en, meaning: row.name, fix: row.fix }
  }
}

export const cme = errorTable(causes.cme)
export const cms = errorTable(causes.cms)
/** 3GPP TS 24.301 annex A: why a network refused or detached the device. */
export const emmCause = networkTable(causes.emm)
/** 3GPP TS 24.301 annex B: why a network refused or closed a bearer. */
export const esmCause = networkTable(causes.esm)

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
