import type { RowDraft } from '../draft'
import { type ImportEvent, type LogFormat, type LogParser, type Stamp } from './format'
import { coreOf } from './line-core'
import { prefixStamp } from './prefix-stamp'
import { applications } from './says/applications'
import { controlTools } from './says/control-tools'
import { kernel } from './says/kernel'
import { libraries } from './says/libraries'
import { managers } from './says/managers'
import { mpd } from './says/mpd'
import { networkManager } from './says/network-manager'
import { nordic } from './says/nordic'
import { namesPort, opening } from './says/opening'
import { routerOsInfo } from './says/router-os-info'
import type { Says } from './says/says'
import { smsDaemons } from './says/sms-daemons'
import { windowsSays } from './says/windows'
import { windowsWwan } from './says/windows-wwan'
import { wvdial } from './says/wvdial'
import { tellsOfUsb, UsbWatch } from './usb-watch'

/** What syslog and journald put before the line of a program: `Nov 21 09:05:12 bench mmcli[812]: `. */
const journalHead =
  /^(?:\w{3} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S{0,16}) \S{1,64} mmcli(?:\[\d+\])?: /

/** Programs whose every known sentence counts beside an exchange: OpenWrt's netifd, ModemManager, nRF's link control, rasdial. */
const speakers =
  /\bnetifd: |couldn't connect (?:the modem|bearer)|connection attempt #\d+ failed|\blte_lc: |\besp-tls: |Remote Access error \d|error code returned on failure is/i

/** A word of each of them: asked of every line of a log that is no exchange, so that most lines need one look only. */
const wordBeside =
  /fail|loopback|ppperr|impossible|needs p|have reset|timed|lost|interrupt|error|respon|lease|couldn't|timeout|netifd|lte_lc|brownout|registration|limit|esp-tls|getaddrinfo|nosim|_reason|cmux|reject|status|local ip|modem|gsm-ppp|disconnect|converter|register '/i

/**
 * The line as a row, when it is such a program's own word within an exchange. `begun`: something was exchanged before; a
 * port that cannot be opened then may be another one, of gpsd or a second program.
 */
export function besideRow(text: string, begun: boolean): RowDraft | undefined {
  const port = !begun && namesPort.test(text) && opening.find(({ form }) => form.test(text))
  if (port) return rowOf(text, port)
  if (!wordBeside.test(text)) return undefined
  const found = besideRows.find(({ beside, form }) => beside?.test(text) && form.test(text))
  if (found) return rowOf(text, found)
  return speakers.test(text) ? managerRow(text) : undefined
}

/** The line as a row, when such a program says in it how far it came. */
export function managerRow(text: string): RowDraft | undefined {
  const found = saysOf(text)
  return found && rowOf(text, found)
}

const rows: readonly Says[] = [
  ...controlTools,
  ...kernel,
  ...networkManager,
  ...managers,
  ...nordic,
  ...routerOsInfo,
  ...windowsWwan,
  ...applications,
  ...libraries,
  ...smsDaemons,
  ...wvdial,
  ...mpd,
]

const besideRows = rows.filter(({ beside }) => beside !== undefined)

/** A sentence of a program that is known. */
export const isSaid = (line: string) => saysOf(line) !== undefined

function saysOf(line: string): Says | undefined {
  const text = line.replace(journalHead, '')
  return rows.find(({ form }) => form.test(text)) ?? windowsSays(text)
}

function rowOf(
  text: string,
  { rung, state, cause, words }: Omit<Says, 'form' | 'beside'>,
): RowDraft {
  const facts = { rung, state, ...(cause ? { cause } : {}) }
  const severity = state === 'failure' ? 'failure' : state === 'busy' ? 'notice' : 'fine'
  return {
    dir: 'note',
    kind: 'note',
    text,
    explanation: { name: 'manager', facts, words, severity, secrets: [] },
  }
}

/** BusyBox's DHCP client asks three times before it pauses; who has an address is answered the first or second time. */
const discovers = 3
const unanswered: Omit<Says, 'form'> = {
  rung: 'ip',
  state: 'failure',
  cause: 'link-no-address',
  words: {
    en: 'DHCP asked three times on the modem’s network card, and nothing answered: the data session is not up, or the modem wants raw IP.',
    ja: 'モデムのネットワークインターフェースで DHCP を 3 回要求しましたが、応答がありません。データセッションが確立していないか、モデムが raw IP を必要としています。',
  },
}

class ManagerParser implements LogParser {
  #stamp: Stamp | undefined
  #discovers = 0
  readonly #usb = new UsbWatch()

  line(text: string): ImportEvent[] {
    this.#stamp = prefixStamp(text) ?? this.#stamp
    const when = this.#stamp ? { stamp: this.#stamp } : {}
    const onUsb = this.#usb.line(text)
    const found = this.#dhcp(text) ?? saysOf(text) ?? onUsb
    return [
      found ? { kind: 'row', row: rowOf(text, found), ...when } : { kind: 'text', text, ...when },
    ]
  }
  finish(): ImportEvent[] {
    return []
  }

  #dhcp(text: string): Omit<Says, 'form'> | undefined {
    if (!text.includes('udhcpc: ')) return undefined
    this.#discovers = text.endsWith('sending discover') ? this.#discovers + 1 : 0
    return this.#discovers === discovers ? unanswered : undefined
  }
}

const programs =
  /\[\d+\]: <(?:info|warn|error)> |GSM modem connection failed: |Modem hangup - possibly due|\[\d+\]: <(?:msg|dbg|inf|wrn|err)> |^\s*(?:Hardware|Status|3GPP)\s*\|\s|ModemManager\[\d+\]: |NetworkManager\[\d+\]: |\bnetifd: \S+ \(\d+\): |^\[\d\d-\d\d_\d\d:\d\d:\d\d:\d{3}\] |QConnectManager|\b(?:qmicli|mbimcli|uqmi) -|\[\/dev\/cdc-wdm\d+\] (?:received|sent|error)|^\[\/dev\/cdc-wdm\d+\]|^(?:[<>]{6} )? *translated = |\borg\.ofono\.|\bmodem_cellular: |<(?:info|warn|error)>\s+\[modem\d|\blte_lc: |Network registration status: |^\s*pin-status: |^\s*registration-status: |\brasdial\b|Remote Access error|error code returned on failure is|\bmbim-network\[\d+\]: |\bumbim -|^umb\d+: |\bnetsh mbn\b|\bMicrosoft-Windows-WWAN|\bE_MBN_[A-Z]|\b0x805482[01][0-9A-F]\b|^\s*\{\s*"type":\s*"(?:lpa|progress)",\s*"payload":|^There (?:is|are) \d+ interfaces? on the system|^\s*(?:Cellular class|携帯電話クラス|Provider Name|プロバイダー名)\s+: |^\s*(?:State|状態)\s+: (?:Not connected|Connected|接続されていません|接続されています|SIM not inserted)\s*$|(?:error: operation failed|MBIM protocol error): |\bchan_\w+\.c:\d+ |\bRILJ\b|^RPC executing Uta|\bgammu(?:\.|-smsd\[\d)|^Network state +: |\[homeassistant\.components\.sms[\].]|\bdownload_client: |\bnet_l2_ppp\b|(?<!--> )\bpppd: |^[EWI] \(\d+\) (?:esp-tls|mqtt_client|pppos)|\bdbus-modem\b|ERROR, no modem answer|^Error: Connection activation failed|^\*{3} ?SIM ERROR ?\*{3}$|"card_application_state": ?"|^\s*\{?\s*"registration": ?"\w+"|^\s*GSM Registration Status\s+: /
/** The kernel, mpd and sketches say so in whatever log; it is the log's own matter where no AT stands beside it. */
const withoutAt =
  /^ATCore ERROR:|\bppp:?\s+\[\w+\] (?:Link|LCP|IPCP|MODEM|Bundle): |\b(?:Network|Online) registration (?:was )?successful\b|GSM modem \(1-port\) converter now |register '(?:qmi_wwan|cdc_mbim)'|^(?:> ?)*--> (?:Carrier detected|Starting pppd|The PPP daemon)/

/** lpac over AT shows its commands, which say more. */
const exchangeOfLpac = /^AT_DEBUG_[TR]X: /

/** A program that manages the modem by QMI or MBIM; only where the log holds no AT. */
export const manager: LogFormat = {
  id: 'manager',
  name: {
    en: 'log of a program that manages the modem',
    ja: 'モデムを管理するプログラムのログ',
  },
  detect(lines) {
    if (lines.some((line) => exchangeOfLpac.test(line))) return 0
    const told =
      lines.some((line) => programs.test(line.replace(journalHead, ''))) ||
      (lines.some((line) => withoutAt.test(line) || tellsOfUsb(line)) &&
        !lines.some((line) => coreOf(line)))
    const usb = new UsbWatch()
    return told ? 0.4 * lines.filter((line) => usb.line(line) ?? saysOf(line)).length : 0
  },
  parser: () => new ManagerParser(),
}
