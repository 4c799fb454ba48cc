import { coolTerm } from './cool-term'
import { espIdf } from './esp-idf'
import type { LogFormat } from './format'
import { marked } from './marked'
import { microPython } from './micropython'
import { modemManager } from './modem-manager'
import { minicom, picocom, putty, tio } from './named-terminals'
import { nrfTerminal } from './nrf-terminal'
import { ownCsv, ownHtml, ownJsonl, ownMarkdown } from './own-tables'
import { ownText } from './own-text'
import { pppd } from './pppd'
import { teraTerm } from './tera-term'
import { terminal } from './terminal'
import { zephyr } from './zephyr'

/** Every format a log may come in. Where two are as likely, the first wins. */
export const logFormats: readonly LogFormat[] = [
  ownText,
  ownJsonl,
  ownCsv,
  ownMarkdown,
  ownHtml,
  microPython,
  modemManager,
  pppd,
  nrfTerminal,
  zephyr,
  espIdf,
  minicom,
  picocom,
  tio,
  putty,
  teraTerm,
  coolTerm,
  marked,
  terminal,
]

/** The format whose signs are most frequent in the first lines; a terminal's capture when nothing else is sure. */
export function detectFormat(lines: readonly string[]): LogFormat {
  let best = terminal
  let most = 0
  for (const format of logFormats) {
    const count = format.detect(lines)
    if (count <= most) continue
    best = format
    most = count
  }
  return best
}
