import type { Span } from './span'

/** Commands of many makers that take a user and a password, by their names; the first text may be a host or a client. */
const forms: readonly (readonly [RegExp, from: number])[] = [
  [/^AT[+#$^!%*]\w*(AUTH|PASSW|PASSWD|PASSWORD|USERPWD|USERID|PWD|PSWD)\w*=/i, 0],
  [/^AT[+#$^!%*](UPSD|UPSDA|UHTTP|UFTP|UMQTT|CFTPPW|CFTPUN|FTPPW|FTPUN)=/i, 0],
  [/^AT[+#$^!%*]\w*(LOGIN|FTPOPEN|MTCONN|MQTTCONNECT)\w*=/i, 1],
]
/** Words that say which setting the next text is, and locks: `SC`. */
const setting = /^(..|account|user|username|password|pwd|pass|apn|contype|url|cid|digest|tls)$/i

/** The quoted texts of a command that carry a user or a password, for commands whose decoder does not say so. */
export function credentialsOf(command: string): Span[] {
  const form = forms.find(([name]) => name.test(command))
  if (!form) return []
  const spans: Span[] = []
  let index = 0
  for (const match of command.matchAll(/"([^"]*)"/g)) {
    const text = match[1] ?? ''
    if (index++ < form[1] || setting.test(text) || text === '') continue
    spans.push({ kind: 'password', start: match.index + 1, end: match.index + 1 + text.length })
  }
  return spans
}
