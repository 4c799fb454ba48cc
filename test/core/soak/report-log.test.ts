import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { logNameOf, soakReport } from '@core/soak/report'
import { instantsOf, reportLog } from '@core/soak/report-log'
import type { Tally } from '@core/soak/tally'
import { aTroubledNight, soakStartMs } from '../../support/soak-tally'

/** A row every second from the second `from` on. */
async function* rowsOf(count: number, from = 0): AsyncGenerator<LogRow> {
  for (let id = 0; id < count; id++) {
    const s = from + id
    const text = `line ${s}`
    yield {
      id,
      slot: 'a',
      atMs: soakStartMs + s * 1000,
      monoUs: s * 1e6,
      dir: 'rx',
      kind: 'text',
      text,
    }
  }
}

const redactor = new Redactor({ knowledge })
const options = { language: 'en', utcOffsetMin: 0, redactor } as const
const parts = (tally: Tally, counts: readonly number[]) =>
  [...instantsOf(tally)].map(([file, instants], index) => ({
    file,
    instants,
    rows: rowsOf(counts[index] ?? 0),
  }))

describe('the log beside a soak report', () => {
  test('every gap and anomaly links to the last row before it, in the journal that has it', async () => {
    const tally = aTroubledNight()
    const log = await reportLog(parts(tally, [6000, 60]), options)
    const lineAt = (file: string, us: number) =>
      new RegExp(`id="${log.anchorOf(file, us)}".*?<code>(.*?)</code>`).exec(log.text)?.[1]
    expect(lineAt('/data/one.journal', 1e6)).toBe('line 1')
    expect(lineAt('/data/one.journal', 3000.5e6)).toBe('line 3000')
    expect(lineAt('/data/one.journal', 4001e6)).toBe('line 4001')
    expect(lineAt('/data/two.journal', 2e6)).toBe('line 2')
    expect(lineAt('/data/two.journal', 17e6)).toBe('line 17')

    const name = logNameOf(tally)
    const withLog = { ...options, log: { name, anchorOf: log.anchorOf } }
    const html = soakReport(tally, { ...withLog, format: 'html' }).text
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')
    expect(hrefs).toHaveLength(5)
    const markdown = soakReport(tally, { ...withLog, format: 'markdown' }).text
    for (const href of hrefs) {
      expect(href.startsWith(`${name}#`)).toBe(true)
      expect(log.text).toContain(`id="${href.slice(name.length + 1)}"`)
      expect(markdown).toContain(`](${href})`)
    }
    expect(soakReport(tally, { ...options, format: 'html' }).text).not.toContain('href=')
  })

  test('a long night is cut to the rows around the instants, and says how many are left out', async () => {
    const log = await reportLog(parts(aTroubledNight(), [100_000, 60]), options)
    const count = log.text.match(/class="r text/g)?.length ?? 0
    expect(count).toBeLessThan(5 * 402)
    const left = [...log.text.matchAll(/([\d,]+) lines are left out/g)]
    const missing = left.map(([, n]) => Number(n?.replaceAll(',', '')))
    expect(missing.reduce((sum, n) => sum + n, count)).toBe(100_060)
    expect(log.text).toContain('Journal one.journal')
    expect(log.text).not.toContain('/data/')
  })

  test('an instant before the first row links to the first; a journal that is gone is named', async () => {
    const gone = {
      file: 'two',
      instants: [1],
      rows: (async function* (): AsyncGenerator<LogRow> {
        yield await Promise.reject(new Error('no such file'))
      })(),
    }
    const log = await reportLog([{ file: 'one', instants: [5], rows: rowsOf(9, 1) }, gone], options)
    expect(log.text).toMatch(new RegExp(`id="${log.anchorOf('one', 5)}".*?<code>line 1</code>`))
    expect(log.anchorOf('two', 1)).toBeUndefined()
    expect(log.text).toContain('Not readable: no such file')
  })
})
