import { type LogFormat, matching } from './format'
import { TerminalParser } from './terminal'

/** A terminal that is known by a line only it writes; worth more than any number of times before lines. */
function terminalWith(id: string, name: string, ...signs: readonly RegExp[]): LogFormat {
  return {
    id,
    name: { en: `${name} capture`, ja: `${name} のキャプチャー` },
    detect: (lines) => 1000 * Math.min(1, matching(lines, ...signs)),
    parser: (endings, first) => new TerminalParser({ stamped: true }, endings, first),
  }
}

export const minicom = terminalWith(
  'minicom',
  'minicom',
  /^Welcome to minicom \d/,
  /^Press CTRL-A Z for help on special keys/,
)
export const picocom = terminalWith(
  'picocom',
  'picocom',
  /^picocom v\d/,
  /^Terminal ready$/,
  /^Thanks for using picocom/,
)
export const tio = terminalWith(
  'tio',
  'tio',
  /^\[[\d:.TZ+ -]+\] (tio v?\d|Press ctrl-t q to quit|Connected to \/|Disconnected$)/,
)
export const putty = terminalWith('putty', 'PuTTY', /^(=~){6,}=? PuTTY log \d{4}/)
