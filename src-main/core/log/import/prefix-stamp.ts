import type { Stamp } from './format'
import { months, syslogStamp, takeStamp } from './stamps'

/** The time in what a program puts before a line, wherever it stands there. */
export function prefixStamp(prefix: string): Stamp | undefined {
  // OpenWrt: Thu Dec 22 16:15:57 2016 daemon.notice netifd: …
  const dated = /^\[?(\w{3} \w{3} +\d{1,2} \d\d:\d\d:\d\d \d{4})\b/.exec(prefix)?.[1]
  if (dated !== undefined) return takeStamp(`[${dated}] `).stamp
  // Web servers: `[21/Nov/2023:09:05:12 +0000]`.
  const served = /\[(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\]/.exec(prefix)
  if (served) {
    const [, d, month = '', y, time, zone] = served
    const mo = months.indexOf(month) + 1
    return mo > 0 ? takeStamp(`${y}-${mo}-${d} ${time}${zone} `).stamp : undefined
  }
  const log = syslogStamp(prefix)
  if (log) return log
  const begins =
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d{1,2}:|\d{1,2}[-/.]\d{1,2}[-/.]\d{4},? \d{1,2}:|\d{1,2}:\d{2}:\d{2}/.exec(
      prefix,
    )
  if (begins) {
    const { stamp } = takeStamp(
      prefix.slice(begins.index).replace(/^(\S+(?: [\d:.,]+(?: [AP]M)?)?)[\])"]/, '$1 '),
    )
    if (stamp) return stamp
  }
  // Zabbix: its process, the day, the time: `4711:20240311:101512.331 `.
  const packed = /^ {0,8}\d{1,9}:(\d{4})(\d\d)(\d\d):(\d\d)(\d\d)(\d\d\.\d{3}) /.exec(prefix)
  if (packed) {
    const [, y, mo, d, h, m, s] = packed
    return takeStamp(`${y}-${mo}-${d} ${h}:${m}:${s} `).stamp
  }
  // Seconds, or milliseconds, since 1970: `1717171717.101`, `1717171717101`.
  const since = /^[\s[(]{0,3}(1\d{9})(?:\.(\d{1,6})|(\d{3}))(?![\w.])/.exec(prefix)
  if (since) {
    const [, s = '', f = '0', ms = f.padEnd(3, '0').slice(0, 3)] = since
    return { ms: Number(s) * 1000 + Number(ms) }
  }
  // The kernel sets it in a column: `[    9.842]`.
  const seconds = /^[ \t]{0,8}[^\w\s]{0,2}[ \t]{0,6}(\d{1,8}\.\d{3,6})\b(?! ?ms)/.exec(prefix)?.[1]
  if (seconds !== undefined) return { ms: Math.round(Number(seconds) * 1000), timed: 'elapsed' }
  // A number in brackets alone may be a length or a port; ESP-IDF's stands behind the level.
  const ms =
    /(?:^|\W)(\d{1,11}) ?ms\b/.exec(prefix)?.[1] ?? /^[EWIDV] \((\d{1,12})\)/.exec(prefix)?.[1]
  const epoch = /(?:^|\W)(1\d{12}) ?ms\b/.exec(prefix)?.[1]
  if (epoch !== undefined) return { ms: Number(epoch) }
  if (ms !== undefined) return { ms: Number(ms), timed: 'elapsed' }
  // Device OS of Particle: `0000048570 [ncp.at] TRACE: > AT`
  const counted = /^(0\d{9}) \[/.exec(prefix)?.[1]
  return counted === undefined ? undefined : { ms: Number(counted), timed: 'elapsed' }
}
