import { language, t } from './index'

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** How long ago or how long, in the largest unit that says enough: `8 s`, `3 min`, `2 h`. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return t('span.seconds', { n: seconds })
  if (seconds < 3600) return t('span.minutes', { n: Math.floor(seconds / 60) })
  if (seconds < 86_400) return t('span.hours', { n: Math.floor(seconds / 3600) })
  return t('span.days', { n: Math.floor(seconds / 86_400) })
}

/** A measured duration: `340 ms`, `2.4 s`, `75 s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return t('span.seconds', { n: (ms / 1000).toFixed(1) })
  return t('span.seconds', { n: Math.round(ms / 1000) })
}

/** A length of hours as people say it: `3 h 5 min`, `12 min 8 s`. */
export function longSpanText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes < 1) return t('span.seconds', { n: seconds })
  const [large, small] =
    minutes < 60
      ? [t('span.minutes', { n: minutes }), t('span.seconds', { n: seconds % 60 })]
      : [t('span.hours', { n: Math.floor(minutes / 60) }), t('span.minutes', { n: minutes % 60 })]
  return `${large} ${small}`
}

/** Day and time, local: `11-21 03:12:45`. */
export function dayTimeText(atMs: number): string {
  const at = new Date(atMs)
  return `${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${clockText(atMs).slice(0, 8)}`
}

export function clockText(atMs: number, utc = false): string {
  const at = new Date(atMs)
  const [h, m, s, ms] = utc
    ? [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds(), at.getUTCMilliseconds()]
    : [at.getHours(), at.getMinutes(), at.getSeconds(), at.getMilliseconds()]
  return `${pad(h)}:${pad(m)}:${pad(s)}.${pad(ms, 3)}`
}

/** `+12:03.456`, from microseconds. */
export function elapsedText(us: number): string {
  const ms = Math.max(0, Math.round(us / 1000))
  const minutes = Math.floor(ms / 60_000)
  return `+${minutes}:${pad(Math.floor(ms / 1000) % 60)}.${pad(ms % 1000, 3)}`
}

/** In decimal units, as operators count and budgets are typed. */
export function bytesText(count: number): string {
  if (count < 1000) return `${Math.round(count)} B`
  if (count < 1e6) return `${(count / 1e3).toFixed(1)} kB`
  if (count < 1e9) return `${(count / 1e6).toFixed(1)} MB`
  return `${(count / 1e9).toFixed(1)} GB`
}

export type TimeMode = 'local' | 'utc' | 'elapsed' | 'delta'

interface Timed {
  readonly atMs: number
  readonly monoUs: number
  /** A log recorded elsewhere may say no time, one since its start, or one without a date or zone. */
  readonly timed?: 'none' | 'elapsed' | 'day' | 'date'
}

/** The time column of a row. `first` starts the elapsed count, `before` the difference. */
export function timeText(mode: TimeMode, row: Timed, first?: Timed, before?: Timed): string {
  if (row.timed === 'none') return ''
  if (mode === 'local' || mode === 'utc') {
    if (row.timed === 'elapsed') return elapsedText(row.atMs * 1000)
    // As it was written: whose clock that was nobody knows.
    if (row.timed) return clockText(row.atMs, true)
  }
  switch (mode) {
    case 'local':
      return clockText(row.atMs)
    case 'utc':
      return `${clockText(row.atMs, true)}Z`
    case 'elapsed':
      return elapsedText(row.monoUs - (first ?? row).monoUs)
    case 'delta':
      return elapsedText(row.monoUs - (before ?? row).monoUs)
  }
}

/** `UTC+09:00`: how far the clock of this computer was from UTC then. */
export function offsetText(atMs: number): string {
  const minutes = -new Date(atMs).getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than drawing the row that it is for. The zone of the computer may change while the window is open. */
function dayFormat(plain: boolean): Intl.DateTimeFormat {
  const key = `${language.value} ${plain ? 'UTC' : new Date().getTimezoneOffset()}`
  const known = dayFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language.value, {
    dateStyle: 'full',
    ...(plain && { timeZone: 'UTC' }),
  })
  dayFormats.set(key, made)
  return made
}

/** The day of a row in words, with the offset of its clock where the log says it; `''` where it says no day. */
export function dayText(row: Timed, utc: boolean): string {
  if (row.timed === 'none' || row.timed === 'elapsed' || row.timed === 'day') return ''
  // As it was written: whose clock that was nobody knows.
  const plain = utc || row.timed === 'date'
  const day = dayFormat(plain).format(row.atMs)
  if (row.timed === 'date') return day
  return `${day}  ${utc ? 'UTC' : offsetText(row.atMs)}`
}
