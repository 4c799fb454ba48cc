import { harmless } from '../log/formats/harmless'
import { isoOf } from '../log/formats/time'
import { escaped, pageStyle } from '../page'
import { colon, type Language, type Words } from '../words'
import { limitWords, valueWords } from './judge'
import type { ValueSpread } from './spread'
import { histogramOf, trendOf, type LimitAt } from './spread-chart'
import type { Batch } from './units'
import type { UnitRecord } from './unit-record'
import { batchWords, limitNames } from './words'

const wide = 480
const high = 140
const top = 14

/** A picture that questions of the plan showed. */
export interface BatchPicture {
  readonly name: string
  readonly sha256: string
  /** A data URI; null: it is not kept. */
  readonly source: string | null
}

/**
 * All boards of a plan as one page: the yield, each value with histogram and trend, each test, what its questions showed. It opens without
 * network.
 */
export function batchHtml(
  batch: Batch,
  language: Language,
  pictures: readonly BatchPicture[] = [],
): string {
  const { plan, boards, passed, yieldPct, spreads, tests, spoilt } = batch
  const say = (words: Words) => escaped(words[language])
  const title = `${batchWords.title[language]} ${plan}`
  const of = yieldPct === null ? '' : ` (${yieldPct.toFixed(1)} %)`
  const good = boards > 0 && passed === boards
  const verdict = `<p class="${good ? 'met' : 'missed'}"><strong>${say(batchWords.passedOf(passed, boards))}${of}</strong></p>`
  const unread = spoilt === 0 ? '' : `<p class="missed">${say(batchWords.unread(spoilt))}</p>`
  const values = spreads.map((one) => valueSection(one, language)).join('')
  const style = `${pageStyle}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px}.bad{fill:var(--fail);stroke:var(--fail)}.limit{stroke:var(--fail);stroke-dasharray:4 3}.mean{stroke:var(--dim)}.axis{stroke:var(--line)}`
  return harmless(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${verdict}${unread}${values}<h2>${say(batchWords.tests)}</h2>${testTable(tests, language)}${pictureSection(pictures, language)}</main></body></html>\n`,
  )
}

function valueSection(spread: ValueSpread, language: Language): string {
  const say = (words: Words) => escaped(words[language])
  const { step, title, key, unit, count, mean, deviation, cp, cpk } = spread
  const shown = (value: number) => say(valueWords({ key, value, unit }))
  const facts: readonly (readonly [Words, string])[] = [
    [batchWords.limit, say(limitWords(spread))],
    [batchWords.boards, String(count)],
    [batchWords.mean, shown(mean)],
    [batchWords.deviation, deviation === null ? '–' : shown(deviation)],
    [batchWords.cp, cp === null ? '–' : cp.toFixed(2)],
    [batchWords.cpk, cpk === null ? '–' : cpk.toFixed(2)],
  ]
  const head = facts.map(([name]) => `<th>${say(name)}</th>`).join('')
  const cells = facts.map(([, value]) => `<td>${value}</td>`).join('')
  return `<section><h2>${escaped(step)} – ${say(title)}</h2><div class="scroll"><table><tr>${head}</tr><tr>${cells}</tr></table></div><div class="charts">${histogramSvg(spread, language)}${trendSvg(spread, language)}</div></section>`
}

const px = (value: number) => value.toFixed(1)
const number = (value: number) => String(Number(value.toPrecision(6)))

function histogramSvg(spread: ValueSpread, language: Language): string {
  const { bars, limits, mean, from, to } = histogramOf(spread)
  const rects = bars.map(({ start, end, height, count, from: low, to: high_ }) => {
    const tall = height * (high - top)
    return `<rect class="a" x="${px(start * wide + 0.5)}" y="${px(high - tall)}" width="${px(Math.max(1, (end - start) * wide - 1))}" height="${px(tall)}"><title>${number(low)} … ${number(high_)}${colon[language]}${count}</title></rect>`
  })
  const lines = limits.map((one) => {
    const x = px(one.at * wide)
    return `<line class="limit" x1="${x}" x2="${x}" y1="${top}" y2="${high}"/><text x="${x}" y="${top - 3}" text-anchor="middle">${limitText(one, language)}</text>`
  })
  const x = px(mean * wide)
  return svg(batchWords.histogram[language], [
    ...rects,
    `<line class="axis" x1="0" x2="${wide}" y1="${high}" y2="${high}"/>`,
    `<line class="mean" x1="${x}" x2="${x}" y1="${top}" y2="${high}"/>`,
    ...lines,
    ...axisEnds(from, to),
  ])
}

function trendSvg(spread: ValueSpread, language: Language): string {
  const { points, limits, mean } = trendOf(spread)
  const y = (up: number) => px(top + (1 - up) * (high - top))
  const dots = points.map(
    ({ across, up, ok, serial, value }) =>
      `<circle class="${ok ? 'a' : 'bad'}" cx="${px(across * wide)}" cy="${y(up)}" r="3"><title>${escaped(serial || '–')}${colon[language]}${number(value)}</title></circle>`,
  )
  const path = points.map(({ across, up }) => `${px(across * wide)},${y(up)}`).join(' ')
  const lines = limits.map(
    (one) =>
      `<line class="limit" x1="0" x2="${wide}" y1="${y(one.at)}" y2="${y(one.at)}"/><text x="${wide}" y="${px(Number(y(one.at)) - 3)}" text-anchor="end">${limitText(one, language)}</text>`,
  )
  return svg(batchWords.trend[language], [
    `<line class="mean" x1="0" x2="${wide}" y1="${y(mean)}" y2="${y(mean)}"/>`,
    ...lines,
    `<polyline class="a" points="${path}"/>`,
    ...dots,
    `<text x="0" y="${high + 13}">${escaped(points.at(0)?.serial ?? '')}</text>`,
    `<text x="${wide}" y="${high + 13}" text-anchor="end">${escaped(points.at(-1)?.serial ?? '')}</text>`,
  ])
}

const limitText = ({ which, value }: LimitAt, language: Language) =>
  `${limitNames[which][language]} ${number(value)}`
const axisEnds = (from: number, to: number) => [
  `<text x="0" y="${high + 13}">${number(from)}</text>`,
  `<text x="${wide}" y="${high + 13}" text-anchor="end">${number(to)}</text>`,
]
const svg = (name: string, parts: readonly string[]) =>
  `<figure style="margin:8px 0"><figcaption>${escaped(name)}</figcaption><svg viewBox="0 0 ${wide} ${high + 18}" role="img" aria-label="${escaped(name)}">${parts.join('')}</svg></figure>`

function testTable(tests: readonly UnitRecord[], language: Language): string {
  const say = (words: Words) => escaped(words[language])
  const head = [batchWords.serial, batchWords.result, batchWords.started, batchWords.why]
  const rows = tests.map(({ serial, state, startedMs, steps }) => {
    const failed = steps.find((step) => step.state === 'failed' || step.state === 'error')
    const why = failed ? `${escaped(failed.name)}${say(colon)}${say(failed.words)}` : ''
    const words = batchWords.states[state]
    return `<tr><td>${escaped(serial || '–')}</td><td class="${state === 'passed' ? 'met' : 'missed'}">${say(words)}</td><td>${isoOf(startedMs)}</td><td>${why}</td></tr>`
  })
  return `<div class="scroll"><table><tr>${head.map((one) => `<th>${say(one)}</th>`).join('')}</tr>${rows.join('')}</table></div>`
}

function pictureSection(pictures: readonly BatchPicture[], language: Language): string {
  if (pictures.length === 0) return ''
  const all = pictures.map(({ name, sha256, source }) => {
    const shown =
      source === null
        ? `<p>${escaped(batchWords.pictureGone[language])}</p>`
        : `<img src="${source}" alt="${escaped(name)}" style="max-width:100%;max-height:320px">`
    return `<figure style="margin:8px 0">${shown}<figcaption>${escaped(name)} <code>${sha256}</code></figcaption></figure>`
  })
  return `<h2>${escaped(batchWords.pictures[language])}</h2>${all.join('')}`
}
