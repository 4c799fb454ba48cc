import { durationText } from '../duration'
import { resultWords } from '../failover/words'
import { phaseWords } from '../failover/words'
import { bytesText } from '../ip/budget'
import { isoOf } from '../log/formats/time'
import { slotNames } from '../modem/slot-names'
import type { Redactor } from '../log/redact'
import { seenIn, type Language, type SeenLine } from '../words'
import type { Distribution } from './distribution'
import { causeWords, endWords, reportWords } from './report-words'
import type { ReportLog } from './report-log'
import type { Tally } from './tally'

/** What stands in a place of a table; with an address, a link. */
export type Cell = string | { readonly text: string; readonly href: string }

/** A part of a report as rows of text: the same for each format. */
export interface Section {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
export interface ReportModel {
  readonly title: string
  readonly verdict: { readonly met: boolean; readonly text: string }
  readonly sections: readonly Section[]
}

export interface ReportOptions {
  readonly language: Language
  readonly utcOffsetMin: number
  /** The page with the log, in the same folder; without it places in the log are text. */
  readonly log?: { readonly name: string; anchorOf: ReportLog['anchorOf'] }
  /** Hides who somebody is, and what opens something, in what was seen. */
  readonly redactor: Pick<Redactor, 'text' | 'masked'>
}

/** What a report says, in one language. */
export function reportModel(
  tally: Tally,
  { language, utcOffsetMin, log, redactor }: ReportOptions,
): ReportModel {
  const say = (key: keyof typeof reportWords) => reportWords[key][language]
  const at = (ms: number) => isoOf(ms, utcOffsetMin)
  const long = (ms: number) => durationText(ms, language)
  const outside = (text: string) => redactor.text(text)
  const shown = (line: SeenLine) => outside(seenIn(line, language))
  const inLog = (ms: number, us: number, later = false): Cell => {
    const text = `+${(us / 1e6).toFixed(3)} s`
    const file = log ? tally.journalAt(ms, later) : null
    const anchor = file === null ? undefined : log?.anchorOf(file, us)
    return log && anchor !== undefined ? { text, href: `${log.name}#${anchor}` } : text
  }
  const summary = tally.summary()
  const { uploads, goal, slots } = summary
  const end = endWords[tally.ended ?? 'running'] ?? endWords['running']
  const goalText = `≥ ${goal.availabilityPct} %, ≤ ${long(goal.longestGapMs)}`
  const rows = (title: string, all: readonly (readonly string[])[]): Section => ({
    title,
    head: [],
    rows: all,
  })
  const time = say('time')
  const sections: Section[] = [
    rows(say('summary'), [
      [say('from'), at(tally.startedMs)],
      [say('to'), at(tally.lastMs)],
      [say('ended'), end?.[language] ?? ''],
      [say('elapsed'), long(summary.elapsedMs)],
      [say('withService'), long(summary.upMs)],
      [say('without'), long(summary.downMs)],
      [say('availability'), `${summary.availabilityPct.toFixed(3)} %`],
      [say('longestGap'), long(summary.longestGapMs)],
      [say('goal'), goalText],
      [say('switches'), String(summary.switches)],
      [say('restarts'), String(summary.restarts)],
      ...tally.journals.map((file) => [say('journal'), file]),
    ]),
    rows(say('uploads'), [
      [say('measured'), String(uploads.due)],
      [say('sent'), String(uploads.sent)],
      [say('left'), String(uploads.left)],
      [say('late'), String(uploads.late)],
      [say('failedTries'), String(uploads.failedTries)],
      [say('longestDelay'), long(uploads.longestDelayMs)],
      [say('latency'), spread(uploads.latency, 'ms')],
    ]),
    {
      title: say('gaps'),
      head: [time, say('duration'), say('cause'), say('seen'), say('inLog')],
      rows: summary.gaps.map(({ fromMs, toMs, cause, seen, us }) => [
        at(fromMs),
        long(toMs - fromMs),
        cause === null ? '' : causeWords[cause][language],
        shown(seen),
        inLog(fromMs, us, cause === 'not-running'),
      ]),
    },
    {
      title: say('decisions'),
      head: [time, say('decision'), say('result'), say('phases'), say('evidence'), say('inLog')],
      rows: [...tally.decisions.values()].map((row) => [
        at(row.atMs),
        outside(row.words[language]),
        [resultWords[row.result][language], ...(row.ms === null ? [] : [long(row.ms)])].join(', '),
        row.phases.map(({ phase, ms }) => `${phaseWords[phase][language]} ${long(ms)}`).join(', '),
        [...row.evidence, ...row.seen].map(shown).join('; '),
        inLog(row.atMs, row.monoUs),
      ]),
    },
    {
      title: say('slots'),
      head: [
        say('slot'),
        say('withService'),
        say('uploads'),
        say('received'),
        say('transmitted'),
        say('attaches'),
        say('probes'),
        say('lost'),
        say('latency'),
        say('signal'),
      ],
      rows: [
        ...slotNames.map((name) => {
          const slot = slots[name]
          return [
            name.toUpperCase(),
            long(slot.servedMs),
            String(slot.uploads),
            bytesText(slot.rxBytes),
            bytesText(slot.txBytes),
            String(slot.attaches),
            String(slot.probes),
            lossText(slot.lost, slot.probes),
            spread(slot.rtt, 'ms'),
            spread(slot.dbm, 'dBm'),
          ]
        }),
        [
          say('sum'),
          long(summary.upMs),
          String(uploads.sent),
          bytesText(summary.rxBytes),
          bytesText(summary.txBytes),
          String(slots.a.attaches + slots.b.attaches),
          String(slots.a.probes + slots.b.probes),
          lossText(slots.a.lost + slots.b.lost, slots.a.probes + slots.b.probes),
          '',
          '',
        ],
      ],
    },
    {
      title: say('lossByHour'),
      head: [say('hour'), say('slot'), say('probes'), say('lost')],
      rows: [...tally.hours.values()].map(({ hour, slot, probes, lost }) => [
        `${hour}–${hour + 1} ${say('hours')}`,
        slot.toUpperCase(),
        String(probes),
        lossText(lost, probes),
      ]),
    },
    {
      title: say('cells'),
      head: [say('slot'), say('cells'), say('duration')],
      rows: slotNames.flatMap((name) =>
        slots[name].cells.map(({ cell, operator, ms }) => [
          name.toUpperCase(),
          `${operator} ${cell}`.trim(),
          long(ms),
        ]),
      ),
    },
    {
      title: say('clients'),
      head: [say('clients'), say('uploads')],
      rows: summary.clients.map(({ address, uploads: count }) => [address, String(count)]),
    },
    {
      title: say('injected'),
      head: [time, say('slot'), say('injected'), say('result')],
      rows: tally.faults.map(({ ms, slot, fault, failed }) => [
        at(ms),
        slot.toUpperCase(),
        outside(fault),
        outside(failed ?? 'OK'),
      ]),
    },
    {
      title: say('anomalies'),
      head: [time, say('seen'), say('inLog')],
      rows: tally.anomalies.map(({ ms, us, seen }) => [at(ms), shown(seen), inLog(ms, us)]),
    },
  ]
  return {
    title: `${say('title')}: ${tally.plan?.name ?? ''}`,
    verdict: { met: goal.met, text: goal.met ? say('goalMet') : say('goalMissed') },
    sections,
  }
}

/** How many checks were not answered, and their share. */
const lossText = (lost: number, probes: number): string =>
  probes === 0 ? '–' : `${lost} (${((100 * lost) / probes).toFixed(1)} %)`

function spread(found: Distribution | null, unit: string): string {
  if (!found) return '–'
  const { min, median, p95, p99, max, count } = found
  const [a, b, c, d, e] = [min, median, p95, p99, max].map((value) => value.toFixed(0))
  return `${a} / ${b} / ${c} / ${d} / ${e} ${unit} (min / 50 % / 95 % / 99 % / max, n=${count})`
}
