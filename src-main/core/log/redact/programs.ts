import type { Span } from './span'
import { matches } from './matches'

/** What stands for itself where a value could stand: a setting, a result, a word of a sentence. */
export const noValue =
  /^(?:true|false|null|none|nil|yes|no|on|off|ok|error|failed|refused|accepted|invalid|incorrect|wrong|required|needed|missing|empty|unknown|denied|rejected|expired|protected|and|or|is|are|was|not|with|for|from|to|of|in|the|a|an|if|by|your|my|name|password|auth\w*|pap|chap|apn|simpin|\d{1,3}|\(.*\)|<.*>|\$.*|%s|%d)[.!?]?$/i

/** A word, or what stands between quotes. `\w` is the name of the group. */
const word = (group: string) =>
  `\\\\?["']?(?<${group}>(?!-)(?:(?!\\\\[rn"']|<CR>|<LF>|<br|&quot;)[^\\s"',;)\\]}<|]){2,64})`
const quoted = (group: string) => `\\\\?["'](?<${group}>[^"'\\\\]{0,200})\\\\?["']`

interface Form {
  /** Words in small letters of which one stands in every text that this form takes: looked for first. */
  readonly needs: readonly string[]
  readonly form: RegExp
  /** The kind of each group. */
  readonly kinds: { readonly [group: string]: string }
}

const login = { one: 'password', two: 'password' }
const of = (needs: string, kinds: Form['kinds'], source: string, flags = 'dgi'): Form => ({
  needs: needs.split('|'),
  form: new RegExp(source, flags),
  kinds,
})

/** What programs that use a modem are given, and what they print of it. */
const forms: readonly Form[] = [
  // quectel-CM -s apn user password auth -p pin, and what it prints of a profile.
  of(
    'quectel-cm',
    login,
    `\\bquectel-CM\\b.*?\\s-s\\s+[^\\s-]\\S*\\s+${word('one')}["']?\\s+${word('two')}`,
  ),
  of('quectel-cm', { one: 'pin' }, `\\bquectel-CM\\b.*?\\s-p\\s+["']?(?<one>\\d{4,8})\\b`),
  of(
    'etprofile',
    login,
    '\\brequest[SG]etProfile\\d?(?:\\[[^\\]]{1,40}\\])?:? +[^\\s/]*/(?<one>[^/\\s]*)/(?<two>\\S*?)/\\d{1,2}(?=/|\\s|$)',
  ),
  // Android's RIL asks for a data session: APN, user and password, way of authentication.
  of(
    '> setup_data_call ',
    login,
    `> SETUP_DATA_CALL +-?\\d+ +-?\\d+ +\\S+ +(?!null\\b)${word('one')} +${word('two')} +[0-3] `,
  ),
  // Scripts that send a message: `sms.py "+33655501234" "text" -cp 0000`, `gammu sendsms TEXT 0123 -text "text"`, and what they print of it.
  of(
    'sms.py|sms.sh|sms.pl|sendsms',
    { one: 'number', two: 'message' },
    `\\b\\w*sms\\w*(?:\\.(?:py|sh|pl))? +(?:TEXT +)?["']?(?<one>\\+?\\d{3,18})["']?(?: +-text)? +["'](?<two>[^"']+)["']`,
  ),
  of('-cp |-pin |-sp ', { one: 'pin' }, `\\s-(?:cp|pin|sp) +["']?(?<one>\\d{4,8})\\b`),
  // Android's own words on a message.
  of(
    'message body',
    { one: 'message' },
    `\\bmessage body\\b["']?\\s*[:=]\\s*["']?(?<one>[^"'\\r\\n]+)`,
  ),
  // All of it run together on one line.
  of(
    '+cmgs=|+cmgw=|+cmgc=|+cmss=',
    { one: 'message' },
    `AT\\+CMG[SWC]=[^>\\r\\n]{1,60}> ?(?<one>(?:(?!\\+CMG[SWC]:|\\+CMS ERROR|\\\\r|<CR>)[^"\\r\\n\\x1a])+)`,
  ),
  of(', sms=', { one: 'message' }, `, sms=(?<one>[^,]+)`),
  // The console of Asterisk's chan_dongle and its kin: `dongle sms dongle0 5550100 text`.
  of(
    ' sms ',
    { one: 'number', two: 'message' },
    `^\\W*(?:\\w+\\*CLI> )?(?:dongle|quectel|datacard|simcom) sms \\S+ (?<one>\\+?\\d{3,18})(?: (?<two>\\S.*))?$`,
    'dgim',
  ),
  // pppd lists its options: `user sim-user   # (from /etc/ppp/peers/provider)`.
  of(
    '# (from ',
    { one: 'password' },
    `(?<![\\w-])(?:user|name|password)\\s+${word('one')}\\s+# \\(from `,
  ),
  // uqmi --username X --password Y, and its like; curl -u user:password; mosquitto_pub -u user -P password.
  // rasdial "entry" user password.
  of(
    'rasdial',
    login,
    `\\brasdial(?:\\.exe)?\\s+(?:"[^"]*"|[^\\s"/]+)\\s+(?!/)${word('one')}(?:\\s+(?!/)${word('two')})?`,
  ),
  of(
    '--',
    login,
    `(?<![\\w-])--(?:[a-z]+[-_])*(?:user-?name|login|password|passwd|passphrase|pass|psk|secret)(?:=| +)${word('one')}`,
  ),
  of(
    '--',
    { one: 'pin' },
    `(?<![\\w-])--(?:[\\w-]+-)?p[iu][nk]\\d?(?:=| +)["']?(?<one>\\d{4,8})\\b`,
  ),
  of(
    'curl|wget|httpie|lftp',
    login,
    `\\b(?:curl|wget|httpie|lftp)\\b.*?\\s(?:-u|--user)(?:=| *)["']?(?<one>[^\\s:"'-][^\\s:"']*):(?<two>[^\\s"'<\\\\]+)`,
  ),
  of('mosquitto_', { one: 'password' }, `\\bmosquitto_\\w+\\b.*?\\s-u +${word('one')}`),
  of('mosquitto_', { one: 'password' }, `\\bmosquitto_\\w+\\b.*?\\s-P +${word('one')}`, 'dg'),
  // nmcli and the files of NetworkManager.
  of(
    '.password|.username|.psk|.wep-key',
    { one: 'password' },
    `\\b(?:gsm|cdma|serial|pppo?e?|wifi-sec|802-[\\w-]+)\\.(?:password|username|psk|wep-key\\d)(?: *= *| +)${word('one')}`,
  ),
  // Files of settings, a name and a value on each line: gammurc, wvdial.conf, smsd.conf.
  of('user', { one: 'password' }, `^\\s*user(?:_?name)?\\s+=\\s*${word('one')}["']?\\s*$`, 'dgim'),
  // Cisco's routers: a profile with its authentication, and what PPP says of itself.
  of(
    'profile create',
    login,
    `\\bprofile create \\d+ \\S+ (?:pap|chap|pap_chap|mschap\\w*) ${word('one')} ${word('two')}`,
  ),
  of(
    'ppp chap|ppp pap',
    login,
    `\\bppp (?:chap (?:hostname|password)|pap sent-username) (?:\\d )?${word('one')}(?: password (?:\\d )?${word('two')})?`,
  ),
  // qmicli of a CDMA modem, and Android's RIL: IMEI, IMEISV, ESN, MEID.
  of('esn', { one: 'serial' }, `\\bESN["']?\\s*[:=]\\s*["']?(?<one>[\\dA-F]{8})\\b`),
  of(
    'device_identity',
    { one: 'serial' },
    `\\bDEVICE_IDENTITY \\{[^,}]*,[^,}]*, ?(?<one>[\\da-f]{8})\\b`,
  ),
  // export MQTT_PASS=x, and the same as YAML has it.
  of(
    '_pass|_pw|_secret|_user',
    { one: 'password' },
    `(?<![\\w-])\\w+_(?:pass(?:word|wd|phrase)?|pw|pwd|secret|user(?:name)?)(?:=|: +)${word('one')}`,
  ),
  // TinyGSM and its like: gprsConnect(apn, user, password), simUnlock(pin), sendSMS(number, text).
  of(
    'gprsconnect|attachgprs|networkconnect',
    login,
    `(?:gprsConnect|attachGPRS|networkConnect)\\w*\\(\\s*${quoted('apn')}\\s*,\\s*${quoted('one')}(?:\\s*,\\s*${quoted('two')})?`,
  ),
  of(
    'unlock|enterpin|setpin|verifypin',
    { one: 'pin' },
    `\\b(?:simUnlock|unlockSIM|enterPIN|unlockPIN|setPIN|verifyPIN)\\w*\\(\\s*\\\\?["'](?<one>\\d{4,8})\\\\?["']`,
  ),
  of(
    'setcredentials|setuser|setauth|setlogin',
    login,
    `\\bset(?:Credentials|User\\w*|Auth\\w*|Login)\\(\\s*${quoted('one')}(?:\\s*,\\s*${quoted('two')})?`,
  ),
  // Elements of XML.
  of('pin>|puk>', { one: 'pin' }, `<\\w{0,24}p(?:in|uk)[12]?>(?<one>\\d{4,8})</`),
  of(
    'password>|passwd>|passphrase>|psk>|username>',
    { one: 'password' },
    `<\\w{0,24}(?:password|passwd|passphrase|psk|username)>(?<one>[^<>]{2,64})</`,
  ),
  // Clients of CoAP: -u identity, -k key.
  of(
    'coap-client',
    login,
    `\\bcoap-client\\b(?:.{0,200}?\\s-u +${word('one')}["']?)?.{0,200}?\\s-k +${word('two')}`,
  ),
  // Dials the entry of the phonebook that has this name (27.007, 6.3).
  of('atd', { one: 'name' }, `\\bATD ?> ?(?:[A-Z]{2})?\\\\?"(?<one>[^"\\\\]{2,64})`),
  // Sources: `#define GPRS_PASS "…"`, `const char pass[] = "…"`, `String simPin = "0000"`.
  of(
    'pass|pwd|pswd',
    { one: 'password' },
    `(?:#define\\s+\\w*?|(?<![+*^%$#!\\w])(?:\\w*_|[a-z]\\w*?(?=[Pp]))?)(?:pass|passwd|password|pwd|pswd)(?:_\\w*)?(?:\\[\\d*\\])?(?:\\s*=\\s*|\\s+(?=\\\\?"))${quoted('one')}\\s*(?:[;,)]|$|//)`,
  ),
  of(
    'pin',
    { one: 'pin' },
    `(?:#define\\s+\\w*|\\b\\w*)(?:PIN|Pin)(?:_\\w*)?(?:\\[\\d*\\])?\\\\?["']?(?:\\s*[=:]\\s*|\\s+)\\\\?["'](?<one>\\d{4,8})\\\\?["']`,
    'dg',
  ),
  of(
    'sendsms|sendussd|sendmessage|sendtext|send_|sms(',
    { one: 'number', two: 'message' },
    `\\b(?:send_?(?:SMS|USSD|message|text)\\w*|sms)\\(\\s*\\\\?["'](?<one>[+*#\\d][-*#\\d ]{2,20})\\\\?["'](?:\\s*,\\s*${quoted('two')})?`,
  ),
  of(
    'callnumber|voicecall|dial(|call(',
    { one: 'number' },
    `\\b(?:callNumber|voiceCall|dial|call)\\(\\s*\\\\?["'](?<one>\\+?\\d[-\\d ]{5,20})\\\\?["']`,
  ),
  of(
    'sms|text message',
    { one: 'number', two: 'message' },
    `\\b(?:SMS|text message)\\b[^:+\\d]{0,24}\\b(?:from|to) +["']?(?<one>\\+?\\d[-\\d ]{2,18}\\d|[A-Z]+-\\d+)["']? ?: *(?<two>(?:(?!\\\\[rn]|<CR>|<LF>|<br|&quot;)[^"\\n|])+)`,
  ),
  // ModemManager and mmcli.
  of(
    'own',
    { one: 'number' },
    `\\bown(?: numbers?)?\\s*[:=]\\s*["']?(?<one>\\+?\\d(?:[ -]?\\d){6,14})(?!\\d)`,
  ),
  // mbimcli: how many, and each in quotes.
  of(
    'telephone numbers',
    { one: 'number', two: 'number' },
    `\\btelephone numbers: *\\(\\d+\\) *'(?<one>\\+?\\d{5,15})'(?:, *'(?<two>\\+?\\d{5,15})')?`,
  ),
  // The code that brings a profile to an eSIM (GSMA SGP.22, 4.1), whole or as lpac takes its part.
  of(
    '1$|1\\$',
    { one: 'token', two: 'token' },
    `(?:\\bLPA:1\\\\?\\$[^$\\s\\\\]+|(?<![\\w$])1\\\\?\\$[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})\\\\?\\$(?<one>[^$\\s"'\\\\]+)(?:\\\\?\\$[^$\\s"']*\\\\?\\$(?<two>[^$\\s"'\\\\]+))?`,
  ),
  of('lpac', { one: 'token' }, `(?<=\\blpac\\b.{0,400}?\\s-[mc] +["']?)(?<one>[\\w-]{4,64})`),
  of(
    'user',
    { one: 'password' },
    `(?:^|[\\]:>|"'}] *|^\\s*)\\busers?(?: ?name)?\\s*: +${word('one')}["']?\\s*(?=$|\\\\|<|["'&|])`,
  ),
  // The other side of PPP names in its message whom it refused.
  of(
    'pap auth|chap ',
    { one: 'password' },
    `\\b(?:PAP Auth(?:Nak|Ack)|CHAP (?:Failure|Success))\\b[^"“]*["“][^"”]*?\\b(?:user(?:name)?|login|account|name|peer|for)\\b[ :=']*(?<one>[^\\s"”']{2,64})`,
  ),
]

const refused = /\b(?:user(?:name)?|login|account|name|peer|for)\b[ :=']*(?<one>[^\s"'“”]{2,64})/i

/** Whom the other side names in its message about a login (RFC 1334, 2.2.2; RFC 1994, 4.2). */
export function namedInMessage(message: string): string | undefined {
  const name = refused.exec(message)?.groups?.['one']
  return name === undefined || noValue.test(name) ? undefined : name
}

/** Any of them, in one look. */
const anyNeed = new RegExp(
  [...new Set(forms.flatMap(({ needs }) => needs))]
    .map((need) => need.replace(/[.$()|*+?[\]\\^{}]/g, '\\$&'))
    .join('|'),
)

export function mayHoldOfPrograms(text: string): boolean {
  return anyNeed.test(text.toLowerCase())
}

/** User names, passwords, PINs, numbers and messages on the command lines, in the sources and in the prints of programs. */
export function ofPrograms(text: string): Span[] {
  const small = text.toLowerCase()
  if (!anyNeed.test(small)) return []
  return forms
    .filter(({ needs }) => needs.some((need) => small.includes(need)))
    .flatMap((form) => spansOf(form, text))
}

function spansOf({ form, kinds }: Form, text: string): Span[] {
  return matches(form, text).flatMap(({ indices }) =>
    Object.entries(kinds).flatMap(([group, kind]) => {
      const place = indices?.groups?.[group]
      if (!place) return []
      const [start, end] = place
      return noValue.test(text.slice(start, end)) ? [] : [{ kind, start, end }]
    }),
  )
}
