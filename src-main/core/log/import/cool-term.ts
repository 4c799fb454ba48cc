import { type LogFormat, matching } from './format'
import { TerminalParser } from './terminal'

/** CoolTerm writes its times without brackets. */
export const coolTerm: LogFormat = {
  id: 'cool-term',
  name: { en: 'CoolTerm capture', ja: 'CoolTerm のキャプチャー' },
  detect: (lines) => matching(lines, /^(\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d(\.\d{1,6})?[ \t]/),
  parser: (endings, first) => new TerminalParser({ stamped: true }, endings, first),
}
