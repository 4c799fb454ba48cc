import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, hexOf } from '@core/bytes'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { planted, type Planted } from './planted-secrets'
import { shapes } from './planted-shapes'
import { loginWays, waysOfOneRow, waysOut } from './ways-out'

function rowsOf(text: string): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}

/** As a text, as hex without and with blanks, and with the signs of HTML and JSON written out. */
function formsOf(secret: string): string[] {
  const hex = hexOf(bytesOf(secret))
  const spaced = hex.replace(/..(?=.)/g, '$& ')
  return [secret, hex, hex.toUpperCase(), spaced, spaced.toUpperCase()]
}

/** What is left of the secrets in everything that leaves. */
async function left(text: string, { secrets, byContext, opens }: Planted): Promise<string[]> {
  const rows = rowsOf(text)
  const forms = secrets.flatMap(formsOf)
  const ways = Object.entries({ ...waysOut, ...(opens ? loginWays : {}) }).filter(
    ([name]) => !byContext || !waysOfOneRow.has(name),
  )
  const found = ways.map(async ([name, way]) => {
    const said = await way(rows)
    return forms.filter((form) => said.includes(form)).map((form) => `${name}: ${form}`)
  })
  return (await Promise.all(found)).flat()
}

describe.each(planted)('$kind', (one) => {
  test.each(shapes.filter(({ shape }) => !one.notIn?.includes(shape)))(
    'does not leave in $shape',
    async ({ write }) => {
      expect(await left(write(one.lines), one)).toEqual([])
    },
  )
})
