import {
  bytesText,
  sessionEventWords,
  simStatusWords,
  type Language,
  type SoracomCapture,
  type SoracomPing,
  type SoracomPortMapping,
  type SoracomSeen,
  type SoracomSim,
  type Words,
} from '@contract'

export const simOrPort: Words = {
  en: 'Give the port of the modem, or --sim with an ICCID or IMSI: one of them.',
  ja: 'モデムのポートか、--sim（ICCID または IMSI）のどちらか一方を指定してください。',
}

export const nothingListed: Words = { en: '(none)', ja: '（なし）' }

/** The SIM, then what happened to it, oldest first, on this computer's clock. */
export function seenText(seen: SoracomSeen, lang: Language): readonly string[] {
  return [
    ...(seen.sim ? simLines(seen.sim, lang) : []),
    ...trafficLines(seen, lang),
    ...clockLines(seen, lang),
    ...seen.events.toReversed().map((event) => {
      const more = [event.apn, event.address, event.radio].filter((one) => one !== null)
      const { [lang]: what } = sessionEventWords(event.event)
      return [timeText(event.atMs), what, ...more].join('  ')
    }),
  ]
}

function simLines(sim: SoracomSim, lang: Language): readonly string[] {
  const { simId, name, status, online, address, groupId, groupName } = sim
  const { subscription, speedClass, radio } = sim
  const session = online === true ? words.online : online === false ? words.offline : words.unknown
  const rows: readonly (readonly [Words, string | null])[] = [
    [words.sim, [simId, name].filter((one) => one !== null).join('  ')],
    [words.status, status === null ? null : simStatusWords(status)[lang]],
    [words.session, [session[lang], address, radio].filter((one) => one !== null).join('  ')],
    [
      words.group,
      groupId === null
        ? words.noGroup[lang]
        : [groupName, groupId].filter((one) => one !== null).join('  '),
    ],
    [words.plan, [subscription, speedClass].filter((one) => one !== null).join('  ') || null],
  ]
  return rows.flatMap(([label, value]) =>
    value === null ? [] : [`${label[lang]}${lang === 'ja' ? '：' : ': '}${value}`],
  )
}

function trafficLines({ usage }: SoracomSeen, lang: Language): readonly string[] {
  if (usage.length === 0) return []
  const sum = (key: 'uplink' | 'downlink') => usage.reduce((all, one) => all + one[key], 0)
  const [up, down] = [bytesText(sum('uplink')), bytesText(sum('downlink'))]
  const said: Words = {
    en: `Traffic of the last 2 hours: ${up} up, ${down} down`,
    ja: `直近 2 時間の通信量：上り ${up}、下り ${down}`,
  }
  return [said[lang]]
}

/** Only where it matters: a clock that is off by less than the header can tell is not off. */
function clockLines({ aheadMs }: SoracomSeen, lang: Language): readonly string[] {
  if (aheadMs === null || Math.abs(aheadMs) < 1000) return []
  const s = Math.round(Math.abs(aheadMs) / 1000)
  const ahead = aheadMs > 0
  const said: Words = {
    en: `SORACOM’s clock is ${s} s ${ahead ? 'ahead of' : 'behind'} this computer’s; the times below are by this computer’s.`,
    ja: `SORACOM の時計はこのコンピューターより ${s} 秒${ahead ? '進んで' : '遅れて'}います。以下の時刻はこのコンピューターの時計に合わせています。`,
  }
  return [said[lang]]
}

/** Local, to the second: the platform tells no more than the header puts right. */
const timeText = (atMs: number): string => {
  const at = new Date(atMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`
}

export const pingText = ({ success, rtt, stat }: SoracomPing): Words => {
  const said = [rtt, stat].filter((one) => one !== '').join('; ')
  return success
    ? { en: `The device answers SORACOM’s ping. ${said}`, ja: `端末が応答しました。${said}` }
    : {
        en: `The device does not answer SORACOM’s ping. ${said}`,
        ja: `端末から応答がありません。${said}`,
      }
}

export const mappingLine = (row: SoracomPortMapping): Words => {
  const { endpoint, devicePort, duration, tls, ipRanges } = row
  const from = ipRanges.length > 0 ? ipRanges.join(', ') : '0.0.0.0/0'
  return {
    en: `${endpoint} -> port ${devicePort ?? '?'} (from ${from}${tls ? ', TLS' : ''}, for ${duration ?? '?'} s)`,
    ja: `${endpoint} → ポート ${devicePort ?? '?'}（接続元 ${from}${tls ? '、TLS' : ''}、${duration ?? '?'} 秒間）`,
  }
}

export const captureLine = ({
  sessionId,
  status,
  duration,
  failedReason,
  url,
}: SoracomCapture): string =>
  [sessionId, status, duration === null ? '' : `${duration} s`, failedReason ?? '', url ?? '']
    .filter((one) => one !== '')
    .join('  ')

const words = {
  sim: { en: 'SIM', ja: 'SIM' },
  status: { en: 'Status', ja: '状態' },
  session: { en: 'Session', ja: 'セッション' },
  group: { en: 'Group', ja: 'グループ' },
  plan: { en: 'Plan', ja: 'プラン' },
  online: { en: 'online', ja: 'オンライン' },
  offline: { en: 'offline', ja: 'オフライン' },
  unknown: { en: 'not told', ja: '不明' },
  noGroup: { en: 'none', ja: 'なし' },
} satisfies { readonly [name: string]: Words }
