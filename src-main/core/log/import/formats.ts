import { openAnalyser } from './analyser'
import { chanDongle } from './chan-dongle'
import { ciscoChat } from './cisco-chat'
import { coolTerm } from './cool-term'
import { espIdf } from './esp-idf'
import { expectDebug } from './expect-debug'
import type { LogFormat } from './format'
import { headings } from './headings'
import { openHexDump } from './hex-column'
import { exchangesOf, learnedFormat } from './learned'
import { marked } from './marked'
import { manager } from './manager-says'
import { microPython } from './micropython'
import { mgetty } from './mgetty'
import { mmcli } from './mmcli'
import { modemManager } from './modem-manager'
import { minicom, picocom, putty, tio } from './named-terminals'
import { nrfTerminal } from './nrf-terminal'
import { ownCsv, ownHtml, ownJsonl, ownMarkdown } from './own-tables'
import { recordingFormat } from './octet-sides'
import { openOctetWords } from './octet-words'
import { ownText } from './own-text'
import { byPorts } from './ports'
import { portmon } from './portmon'
import { pppd } from './pppd'
import { isQuoted, quotedFormat, unquoted } from './quoted'
import { routerOs } from './router-os'
import { routerOsChat } from './router-os-chat'
import { teraTerm } from './tera-term'
import { terminal } from './terminal'
import { openUsbText } from './usb-text'
import { zephyr } from './zephyr'
import { xbee } from './xbee'

/** Every format a log may come in. Where two are as likely, the first wins. */
export const logFormats: readonly LogFormat[] = [
  ownText,
  ownJsonl,
  ownCsv,
  ownMarkdown,
  ownHtml,
  microPython,
  modemManager,
  mmcli,
  xbee,
  pppd,
  expectDebug,
  chanDongle,
  mgetty,
  ciscoChat,
  routerOs,
  routerOsChat,
  portmon,
  nrfTerminal,
  zephyr,
  espIdf,
  headings,
  minicom,
  picocom,
  tio,
  putty,
  teraTerm,
  coolTerm,
  marked,
  manager,
  terminal,
]

/** Formats of this program are what they say. */
const certain = new Set<LogFormat>([ownText, ownJsonl, ownCsv, ownMarkdown, ownHtml])
/** What shows lines as they came: others may have put something before them. */
const plain = new Set<LogFormat>([
  minicom,
  picocom,
  tio,
  putty,
  teraTerm,
  coolTerm,
  marked,
  terminal,
])
/** So much more must a learned prefix make readable than a known format does. */
const clearlyMore = 1.25

/** A table that shows letters beside its octets: a prefix of those would be learned. */
const usbText = {
  id: 'usb-text',
  name: { en: 'text of what passed over USB', ja: 'USB の通信を記録したテキスト' },
  open: openUsbText,
}

/** Recordings of octets; which side is which must be found out from them. */
const recordings = [
  {
    id: 'analyser',
    name: { en: 'table of a logic analyser', ja: 'ロジックアナライザーの表' },
    open: openAnalyser,
  },
  {
    id: 'octet-words',
    name: {
      en: 'octets in a program’s words or in a table',
      ja: 'プログラムの出力・表に書かれたオクテット',
    },
    open: openOctetWords,
  },
  { id: 'hex-dump', name: { en: 'dump of octets', ja: 'オクテットのダンプ' }, open: openHexDump },
] as const

/** This program wrote it: it is of one shape to its end. */
export const isOwnFormat = (format: LogFormat) => certain.has(format)

/** A log this program wrote; nothing else has to be looked for in it. */
export function isOwn(lines: readonly string[]): boolean {
  for (const own of certain) if (own.detect(lines) > 0) return certain.has(knownFormat(lines))
  return false
}

/** The format that makes most of the first lines readable: one that is known by name, or what the lines have in common. */
export function detectFormat(lines: readonly string[]): LogFormat {
  if (isQuoted(lines)) return quotedFormat(detectFormat(lines.map(unquoted)))
  const known = knownFormat(lines)
  if (certain.has(known)) return known
  const learned = learnedFormat(lines)
  const read = exchangesOf(known.parser(), lines)
  if (read > 0 && !plain.has(known)) return known
  const usb = recordingFormat(usbText, lines)
  if (usb) return usb
  const better = learned && learned.detect(lines) >= Math.max(1, read * clearlyMore)
  if (better) return byPorts(learned, lines)
  const recording = recorded(read, lines)
  if (recording) return recording
  // Dated as a terminal dates its lines, but a program's own words on the modem.
  const tells = read === 0 && plain.has(known) && manager.detect(lines) > 0
  return tells ? manager : byPorts(known, lines)
}

function recorded(read: number, lines: readonly string[]): LogFormat | undefined {
  if (read > 0) return undefined
  for (const recording of recordings) {
    const format = recordingFormat(recording, lines)
    if (format) return format
  }
  return undefined
}

/** The format whose signs are most frequent in the first lines; a terminal's capture when nothing else is sure. */
function knownFormat(lines: readonly string[]): LogFormat {
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
