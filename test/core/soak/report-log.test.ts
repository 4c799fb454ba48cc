import { describe, expect, test } from 'vitest'
import type { LogRow } from '@core/log/row'
import { logNameOf, soakReport } from '@core/soak/report'
import { instantsOf, reportLog } from '@core/soak/report-log'
import { Tally } from '@core/soak/tally'
import type { SoakPlan } from '@core/soak/plan'

const startMs = Date.UTC(2026, 0, 5, 20)
const plan: SoakPlan = {
  name: 'night',
  durationMs: 3_600_000,
  upload: { kind: 'get', target: 'http://ip.example', everyMs: 30_000, timeoutMs: 20_000 },
  sampleMs: 60_000,
  faults: [],
  stop: { gapMs: null, switches: null },
  goal: { availabilityPct: 99, longestGapMs: 60_000 },
}

/** A row every second from the second `from` on. */
async function* rowsOf(count: number, from = 0): AsyncGenerator<LogRow> {
  for (let id = 0; id < count; id++) {
    const s = from + id
    const text = `line ${s}`
    yield {
      id,
      slot: 'a',
      atMs: startMs + s * 1000,
      monoUs: s * 1e6,
      dir: 'rx',
      kind: 'text',
      text,
    }
  }
}

/** A run that was killed at the second 6000 and went on half a minute later. */
function twoLives(): Tally {
  const tally = new Tally()
  const at = (s: number, us = s * 1e6) => ({ ms: startMs + s * 1000, us })
  tally.add({ k: 'start', ...at(1), plan, journal: null })
  tally.add({ k: 'journal', ms: startMs + 2000, file: '/data/one.journal' })
  tally.add({ k: 'back', ms: startMs + 3000, slot: 'a' })
  tally.add({ k: 'anomaly', ...at(3000.5), seen: 'odd' })
  tally.add({
    k: 'down',
    ...at(4001),
    fromMs: startMs + 4_000_000,
    cause: 'upload',
    seen: 'HTTP 500',
  })
  tally.add({ k: 'back', ms: startMs + 4_010_000, slot: 'a' })
  const lastMs = startMs + 6_000_000
  tally.add({ k: 'resume', ...at(6030, 2e6), lastMs, journal: '/data/two.journal' })
  tally.add({ k: 'back', ms: startMs + 6_040_000, slot: 'b' })
  tally.add({ k: 'anomaly', ms: startMs + 6_045_000, us: 17e6, seen: 'odd again' })
  return tally
}

const options = { language: 'en', utcOffsetMin: 0 } as const
const parts = (tally: Tally, counts: readonly number[]) =>
  [...instantsOf(tally)].map(([file, instants], index) => ({
    file,
    instants,
    rows: rowsOf(counts[index] ?? 0),
  }))

describe('the log beside a soak report', () => {
  test('every gap and anomaly links to the last row before it, in the journal that has it', async () => {
    const tally = twoLives()
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
    const log = await reportLog(parts(twoLives(), [100_000, 60]), options)
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
