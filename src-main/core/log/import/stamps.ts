import type { Stamp } from './format'

/** As English logs abbreviate them. */
export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

type Read = (groups: Readonly<Record<string, string | undefined>>) => Stamp

const clock = '(?<h>\\d{1,2}):(?<m>\\d{2}):(?<s>\\d{2})(?:[.,](?<f>\\d{1,6})|:(?<c>\\d{3})(?!\\d))?'
const bareClock = clock.replace(/<(\w)>/g, '<$12>')
const date = '(?<y>\\d{4})[-/.](?<mo>\\d{1,2})[-/.](?<d>\\d{1,2})'
/** As Windows writes it: day and month, or month and day, told apart where one of them is above twelve. */
const slashed = '(?<p>\\d{1,2})(?<sign>[-/.])(?<q>\\d{1,2})[-/.](?<y>\\d{4}),?'
const half = '(?: (?<half>[AP]M))?'
const zone = '(?<z>Z|[+-]\\d{2}:?\\d{2})?'

/** Times that terminals write before a line, the most telling first. */
const forms: readonly (readonly [RegExp, Read])[] = [
  // tio iso8601, nRF, and Tera Term's local time and UTC: [2023-05-01 12:34:56.789], 2023-05-01T12:34:56.789Z
  [new RegExp(`^\\[?${date}[T ]${clock}${zone}\\]?:? ?`), absolute],
  // Windows: [22/05/2021 10:20:31], 5/9/2023 1:39:00 PM, 05-22-2012 10:20:30.123
  [new RegExp(`^\\[?${slashed} ${clock}${half}\\]?:? ?`, 'i'), ofWindows],
  // Tera Term before 4.9: [Mon May 01 12:34:56.789 2023]
  [new RegExp(`^\\[\\w{3} (?<mon>\\w{3}) +(?<d>\\d{1,2}) ${clock} (?<y>\\d{4})\\] ?`), absolute],
  // Tera Term's elapsed times, days first: [0 00:00:12.345]
  [
    new RegExp(`^\\[(?<days>\\d+) ${clock}\\] ?`),
    (groups) => ({ ms: dayMs(groups), timed: 'elapsed' }),
  ],
  // tio 24hour, CoolTerm, minicom: [12:34:56.789], 12:34:56.789
  [new RegExp(`^(?:\\[${clock}\\]|${bareClock})[ \\t]?`), timeOfDay],
  // Device OS of Particle, milliseconds since the start in ten digits: 0000048570 [ncp.at]
  [/^(?<ten>0\d{9}) (?=\[)/, ({ ten = '0' }) => ({ ms: Number(ten), timed: 'elapsed' })],
  // tio epoch: [1683000000.123456]
  [/^\[(?<s>\d{9,10})\.(?<f>\d{3,6})\] ?/, (groups) => ({ ms: dayMs(groups) })],
  // minicom with seconds since the start: [12.345] or [   12.345678]; a program's name may follow: [ 3.707s - MODEM]
  [
    /^\[ *(?<s>\d{1,8})\.(?<f>\d{1,6})(?:\]|s - (?=[^\]]{1,40}\])) ?/,
    (groups) => ({ ms: dayMs(groups), timed: 'elapsed' }),
  ],
  // minicom with the time since the line before: [+0.123]
  [
    /^\[\+ *(?<s>\d{1,8})\.(?<f>\d{1,6})\] ?/,
    (groups) => ({ ms: dayMs(groups), timed: 'elapsed', sinceLast: true }),
  ],
]

function dayMs(groups: Readonly<Record<string, string | undefined>>): number {
  const { days = '0', h = '0', m = '0', s = '0', f = groups['c'] ?? '0' } = groups
  const ms = Number(f.padEnd(6, '0').slice(0, 6)) / 1000
  return (
    Number(days) * 86_400_000 + Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000 + ms
  )
}

function timeOfDay(groups: Readonly<Record<string, string | undefined>>): Stamp {
  const { h2, m2, s2, f2, c2 } = groups
  const bare = { h: h2, m: m2, s: s2, f: f2 ?? c2 }
  return { ms: dayMs(h2 === undefined ? groups : bare), timed: 'day' }
}

/** A time without a zone is shown as it was written. */
function absolute(groups: Readonly<Record<string, string | undefined>>): Stamp {
  const { y = '1970', mo, mon, d = '1', z } = groups
  const month = mo === undefined ? months.indexOf(mon ?? '') + 1 : Number(mo)
  const atMs = Date.UTC(Number(y), Math.max(month, 1) - 1, Number(d)) + dayMs(groups)
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(z ?? '')
  if (z === undefined) return { ms: atMs, timed: 'date' }
  if (!offset) return { ms: atMs }
  const minutes = Number(offset[2]) * 60 + Number(offset[3])
  const zoneMin = offset[1] === '-' ? -minutes : minutes
  return { ms: atMs - zoneMin * 60_000, zoneMin }
}

/** Before a `/` the month stands first, unless it cannot be one; where dots part them it never does. */
function ofWindows(groups: Readonly<Record<string, string | undefined>>): Stamp {
  const { p = '1', q = '1', sign, half, h = '0' } = groups
  const [mo, d] = sign === '.' || Number(p) > 12 ? [q, p] : [p, q]
  const hours = half === undefined ? Number(h) : (Number(h) % 12) + (/p/i.test(half) ? 12 : 0)
  return absolute({ ...groups, mo, d, h: String(hours) })
}

let lastDay = ''
let lastDayMs = 0

/** The usual form, `[2026-11-21 09:00:01.100] `, without a regular expression: a log has millions of them. */
function usualStamp(line: string): { stamp: Stamp; rest: string } | undefined {
  const at = line.charCodeAt(0) === 0x5b ? 1 : 0
  if (line.charCodeAt(at + 4) !== 0x2d || line.charCodeAt(at + 13) !== 0x3a) return undefined
  if (line.charCodeAt(at + 16) !== 0x3a || line.charCodeAt(at + 19) !== 0x2e) return undefined
  const after = at + 23 + at
  if (line.charCodeAt(after) !== 0x20 || (at === 1 && line.charCodeAt(24) !== 0x5d))
    return undefined
  const day = line.slice(at, at + 10)
  const [h, m, s] = [number(line, at + 11, 2), number(line, at + 14, 2), number(line, at + 17, 2)]
  const ms = ((h * 60 + m) * 60 + s) * 1000 + number(line, at + 20, 3)
  if (day !== lastDay) {
    lastDay = day
    lastDayMs = Date.UTC(number(day, 0, 4), number(day, 5, 2) - 1, number(day, 8, 2))
  }
  const whole = lastDayMs + ms
  if (Number.isNaN(whole)) return undefined
  return { stamp: { ms: whole, timed: 'date' }, rest: line.slice(after + 1) }
}

function number(text: string, at: number, digits: number): number {
  let value = 0
  for (let i = at; i < at + digits; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = 10 * value + digit
  }
  return value
}

/** Takes the time off the start of a line. */
export function takeStamp(line: string): { stamp?: Stamp; rest: string } {
  const first = line.charCodeAt(0)
  // `[` or a digit; nothing else begins a time.
  if (first !== 0x5b && (first < 0x30 || first > 0x39)) return { rest: line }
  const quick = usualStamp(line)
  if (quick) return quick
  for (const [form, read] of forms) {
    const match = form.exec(line)
    if (match) return { stamp: read(match.groups ?? {}), rest: line.slice(match[0].length) }
  }
  return { rest: line }
}

/** `06-01 10:22:31.001  1402  1455 D `, as logcat's threadtime writes it, without a year. */
export function logcatStamp(text: string): Stamp | undefined {
  const match = /^\d\d-\d\d (\d\d):(\d\d):(\d\d)\.(\d{3})\b/.exec(text)
  if (!match) return undefined
  const [, h, m, s, f] = match
  return { ms: dayMs({ h, m, s, f }), timed: 'day' }
}

/** `Nov 21 09:05:12`, as syslog writes it, without a year; `[Nov 21 09:05:12.345]`, `*Nov 21 09:05:12.345`. */
export function syslogStamp(text: string): Stamp | undefined {
  const match = /^[[*]?(\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/.exec(text)
  if (!match) return undefined
  const [, , , h, m, s, f = '0'] = match
  return { ms: dayMs({ h, m, s, f }), timed: 'day' }
}
