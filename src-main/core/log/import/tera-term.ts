import { type LogFormat, matching } from './format'
import { TerminalParser } from './terminal'

/** Local time and UTC; the form before 4.9; elapsed time since the log or the connection began, days first. */
const stamps: readonly RegExp[] = [
  /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\]/,
  /^\[\w{3} \w{3} +\d{1,2} \d\d:\d\d:\d\d\.\d{3} \d{4}\]/,
  /^\[\d+ \d\d:\d\d:\d\d\.\d{3}\]/,
]

/** Tera Term's log with any of its four times; comments written to the log pass through like any other line. */
export const teraTerm: LogFormat = {
  id: 'tera-term',
  name: { en: 'Tera Term log', ja: 'Tera Term のログ' },
  detect: (lines) => matching(lines, ...stamps),
  parser: (endings, first) => new TerminalParser({ stamped: true }, endings, first),
}
