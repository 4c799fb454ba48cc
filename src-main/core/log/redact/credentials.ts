import type { Span } from './span'
import { matches } from './matches'

interface Form {
  /** The first quoted text that is secret: those before it are an APN, a host, a client. */
  readonly from: number
  /** Only where the first quoted text is this: commands that set one thing of many. */
  readonly when?: RegExp
  /** Only where what is set begins so: commands that say by numbers what they set. */
  readonly args?: RegExp
}

const secretSetting =
  /^(user(name|id)?|pass(w(or)?d)?|pw|pwd|account|auth|aliauth|userpwd|psk|psk_?(id|key)|key|key_?(pwd?|pass(w(or)?d)?))$/i

/** Commands of many makers that take a user and a password, by their names. */
const forms: readonly (readonly [RegExp, Form])[] = [
  [
    /^(SI[SC]S|SAPBR|SMCONF|SHCONF|QHTTPCFG|QFTPCFG|QMTCFG|QSMTPCFG|CNCFG|HTTPPARA|\w*SSLCFG)$/,
    { from: 1, when: secretSetting },
  ],
  // Quectel BC66, BG95: server, identity, key.
  [/^QLWCFG$/, { from: 2, when: /^security$/i }],
  // BG96: server, name of the device, then identity and key.
  [/^QLWCONFIG$/, { from: 2 }],
  // Sierra HL78xx: behind server, client, topic and text of the will.
  [/^KMQTTCFG$/, { from: 4 }],
  // SIMCom SIM7020: a type of PDP, an APN, then the login.
  [/^MCGDEFCONT$/, { from: 2 }],
  // Sony Altair: behind client and server, or the server alone.
  [/^MQTTCFG$/, { from: 3, when: /^NODES$/i }],
  [/^HTTPCFG$/, { from: 2, when: /^NODES$/i }],
  // u-blox: tag 2 is the user, 3 the password; 1 is the APN, 4 to 7 are addresses.
  [/^UPSD$/, { from: 0, args: /^\s*\d+\s*,\s*[23]\s*,/ }],
  // u-blox numbers what is set: 2 user, 3 password, 4 account (FTP) or both (MQTT), 0 the client; 0 and 1 are else a server.
  [/^UHTTP$/, { from: 0, args: /^\s*\d+\s*,\s*[23]\s*,/ }],
  [/^UFTP$/, { from: 0, args: /^\s*[2-4]\s*,/ }],
  [/^UMQTT$/, { from: 0, args: /^\s*[04]\s*,/ }],
  // 7 password of the client's key, 8 pre-shared key, 9 its identity.
  [/^USECPRF$/, { from: 0, args: /^\s*\d+\s*,\s*[789]\s*,/ }],
  [/^(UPSDA|MQTTUSER|CFTPPW|CFTPUN|FTPPW|FTPUN|SGACT|QCPDPP|EUSER|FTPUSER)$/, { from: 0 }],
  // Nordic: kind 3 is a PSK, 4 its identity; a key may have an identity before it.
  [/^CMNG$/, { from: 0, args: /^\s*0\s*,\s*\d+\s*,\s*[34]\s*,/ }],
  [/^(CSTT|CIPCSGP|MIPCALL|NETAPN|CWJAP|CWSAP|WPAPSK|QSTAAPINFO)\w*$/, { from: 1 }],
  [/^\w*(LOGIN|FTPOPEN|MTCONN|MQTTCONNECT)\w*$/, { from: 1 }],
  [
    /AUTH|UNLOCK|PASSW|PASSWD|PASSWORD|USERPWD|USERID|PWD|PSWD|PSK|LOGIN|KEY(?!PAD|BOARD)/,
    { from: 0 },
  ],
]
/** Locks of 27.007, 7.4: `SC`, `P2`. */
const lock = /^[A-Z][A-Z\d]$/
/** Words that say which setting the next text is. */
const setting =
  /^(account|user|username|password|pwd|pass|passwd|passw|apn|contype|url|cid|digest|tls|auth|userpwd)$/i

const named = /(?:\bAT)?[+#$^!%*]([A-Z]\w*)(?: ?= ?| ?: ?)/gi
const known = new Map<string, Form | undefined>()

function formOf(name: string): Form | undefined {
  if (known.has(name)) return known.get(name)
  const form = forms.find(([names]) => names.test(name))?.[1]
  if (known.size < 4096) known.set(name, form)
  return form
}

/** The quoted texts of a command or an answer that carry a user or a password, for those whose decoder does not say so. */
export function credentialsOf(text: string): Span[] {
  const quotes = text.includes('"')
  if (!quotes && !bareHint.test(text) && !codeHint.test(text) && !keyHint.test(text)) return []
  const spans: Span[] = []
  for (const match of matches(named, text)) {
    const name = (match[1] ?? '').toUpperCase()
    const from = match.index + match[0].length
    const form = formOf(name)
    if (form) spans.push(...quotedFrom(text, from, form), ...unquoted(text, from, form))
    else if (quotes) spans.push(...besideProtocol(text, from))
    if (bareHint.test(name)) spans.push(...bare(text, from))
    if (/P(?:IN|UK)/.test(name)) spans.push(...codes(text, from))
    if (keyHint.test(name)) spans.push(...key(text, from))
    if (quotes) spans.push(...headers(name, text, from))
    // A service code may hold a PIN, an account or a number (27.007, 7.15).
    if (name === 'CUSD' && match[0].endsWith('=')) spans.push(...service(text, from))
  }
  return spans
}

function quotedFrom(text: string, at: number, { from, when, args }: Form): Span[] {
  if (args && !args.test(text.slice(at, at + 32))) return []
  const spans: Span[] = []
  let index = 0
  for (const match of matches(/\\?"([^"\\]*)\\?"/g, text.slice(at))) {
    const said = match[1] ?? ''
    if (index === 0 && when && !when.test(said)) return []
    if (index++ < from || setting.test(said) || lock.test(said) || said === '') continue
    const start = at + match.index + match[0].indexOf('"') + 1
    spans.push({ kind: 'password', start, end: start + said.length })
  }
  return spans
}

/** `"PASSWORD",value`: what is set stands without quotes. */
function unquoted(text: string, at: number, { when }: Form): Span[] {
  const said = /^\\?"([^"\\]*)\\?", ?([^"\s,\\']{3,64})$/.exec(text.slice(at))
  const [whole = '', item = '', value = ''] = said ?? []
  if (when !== secretSetting || !secretSetting.test(item) || /^\d{1,3}$/.test(value)) return []
  const end = at + whole.length
  return [{ kind: 'password', start: end - value.length, end }]
}

/** Names of commands whose values are a login also where no quotes stand around them. */
const bareHint = /AUTH|PASSW|PWD/i
const codeHint = /P(?:IN|UK)\w* ?=/i
const keyHint = /KEY(?!PAD|BOARD)/i
/** Words that a setting of a login may be, and that open nothing. */
const option = /^(?:PAP|CHAP|NONE|AUTO|ON|OFF|IP|IPV4|IPV6|IPV4V6|PPP)$/i

/** `AT*AUTHREQ=1,1,user,password`: what holds a letter behind a first number. */
function bare(text: string, at: number): Span[] {
  const said = /^\s*\d+\s*,[^\s"'\\<>;[\](){}|]+/.exec(text.slice(at))?.[0] ?? ''
  return matches(/(?<=,)[^,]+/g, said).flatMap(({ 0: value, index }) =>
    /[A-Za-z]/.test(value) && value.length > 1 && !option.test(value)
      ? [{ kind: 'password', start: at + index, end: at + index + value.length }]
      : [],
  )
}

/** PINs that a command takes without quotes: `AT+CPIN2=9753`. */
function codes(text: string, at: number): Span[] {
  const apart = /^\\?"(\d(?: \d){3,7})\\?"/.exec(text.slice(at))
  if (apart?.[1] !== undefined) {
    const start = at + apart[0].indexOf(apart[1])
    return [{ kind: 'pin', start, end: start + apart[1].length }]
  }
  const said = /^\d{4,8}(?:,\d{4,8})?(?![\w.])/.exec(text.slice(at))?.[0] ?? ''
  return matches(/\d+/g, said).map(({ 0: code, index }) => ({
    kind: 'pin',
    start: at + index,
    end: at + index + code.length,
  }))
}

/** The key itself, in octets without quotes: `AT+APPKEY=2B7E…`, `+NWKSKEY: 2B 7E …`. */
function key(text: string, at: number): Span[] {
  const said = /^(?:\d{1,3}, ?)?((?:[\dA-F]{2}[ :-]?){8,64})(?![\w.])/i.exec(text.slice(at))
  if (said?.[1] === undefined) return []
  const end = at + said[0].length
  return [{ kind: 'password', start: end - said[1].length, end }]
}

/** Of a command that is not known: a protocol of authentication has user and password behind it, or before it. */
function besideProtocol(text: string, at: number): Span[] {
  if (!/"(?:PAP|CHAP)"/i.test(text)) return []
  const said = [...matches(/\\?"([^"\\]*)\\?"/g, text.slice(at))]
  const protocol = said.findIndex(([, value = '']) => /^(?:PAP|CHAP)$/i.test(value))
  if (protocol < 0) return []
  const behind = said.slice(protocol + 1)
  const login = behind.length > 0 ? behind : protocol > 2 ? said.slice(protocol - 2, protocol) : []
  return login.flatMap(({ 0: whole, 1: value = '', index }) => {
    if (value === '' || option.test(value)) return []
    const start = at + index + whole.indexOf('"') + 1
    return [{ kind: 'password', start, end: start + value.length }]
  })
}

function service(text: string, at: number): Span[] {
  const said = /^\d\s*,\s*"([^"]+)"/.exec(text.slice(at))
  if (said?.[1] === undefined) return []
  const end = at + said[0].length - 1
  return [{ kind: 'ussd', start: end - said[1].length, end }]
}

/** Settings and commands that add header fields to a request: HTTPPARA of SIMCom, QHTTPCFG, SHAHEAD, KHTTPHEADER. */
const headerItem = /^(?:\d,)?\\?"(?:USERDATA|custom_header|header)\\?",/i
const headerCommand = /HEAD(?:ER)?$/
/** Fields that say how a body is written and who asks: they open nothing (RFC 9110). */
const openField =
  /^(?:Content-(?:Type|Length|Encoding|Language)|Accept(?:-\w+)*|User-Agent|Host|Connection|Cache-Control|Date|Range|Transfer-Encoding|Keep-Alive|Expect|TE|Upgrade|ETag|If-[\w-]+)$/i
const inOne = /(?<="|\\[rn]|[\r\n])([A-Za-z][\w-]*):[ \t]*((?:(?!\\[rn"])[^"\r\n])+)/dg
const apart = /^\\?"([A-Za-z][\w-]*)\\?",\\?"([^"\\]+)/dg

/** What the header fields of a request say that a command adds: `"USERDATA","X-Device-Key: …"`, `"X-Tenant","…"`. */
function headers(name: string, text: string, at: number): Span[] {
  const said = text.slice(at)
  const command = headerCommand.test(name)
  if (!command && !headerItem.test(said)) return []
  return [inOne, ...(command ? [apart] : [])].flatMap((form) =>
    matches(form, said).flatMap(({ 1: field = '', indices }) => {
      const place = indices?.[2]
      if (!place || openField.test(field)) return []
      return [{ kind: 'token', start: at + place[0], end: at + place[1] }]
    }),
  )
}
