import { factText } from '@core/at/fact-text'
import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, ranged, say } from '@core/at/parameter'
import { Row } from '@core/at/row'
import type { Severity, Words } from '@core/words'

/** The longer of two that begin alike comes first. */
const events = [
  'NW DETACH',
  'ME DETACH',
  'NW CLASS',
  'ME CLASS',
  'NW PDN DEACT',
  'NW PDN ACT',
  'ME PDN DEACT',
  'ME PDN ACT',
  'EPS PDN DEACT',
  'EPS PDN ACT',
  'PDN DEACT',
  'PDN ACT',
  'NW MODIFY',
  'ME MODIFY',
  'NW DEACT',
  'ME DEACT',
  'NW REACT',
  'NW ACT',
  'ME ACT',
  'REJECT',
  'ME OVERHEATED',
  'ME BATTERY LOW',
  'IPV6 FAIL',
  'IPV6',
  'RESTR',
]

const cgev = decoder({
  id: '+CGEV',
  title: say('packet event', 'パケット通信のイベント'),
  spec: '3GPP TS 27.007, 10.1.19',
  group: 'packet',
  forms: [],
  urc: true,
  row,
  explain: (facts) => noteOf(facts),
})

function row(line: Row): Facts {
  const tail = line.tail
  const event =
    events.find((one) => tail.toUpperCase().startsWith(one)) ??
    /^[A-Z0-9]+(?: [A-Z]+)*/.exec(tail)?.[0]
  if (event === undefined) {
    line.refuse('an event')
    return {}
  }
  const from = line.line.indexOf(tail, line.tailStart) + event.length
  const skip = /^[\s:,]*/.exec(line.line.slice(from))?.[0].length ?? 0
  const rest = new Row(line.line, from + skip)
  const facts = { event, ...argumentsOf(event, rest) }
  line.problems.push(...rest.problems)
  line.secrets.push(...rest.secrets)
  return facts
}

function argumentsOf(event: string, rest: Row): Facts {
  if (rest.count === 0) return {}
  if (event.endsWith('CLASS')) return { class: rest.text(0) }
  // nRF91 AT Commands Reference Guide, +CGEREP.
  if (event === 'RESTR') return { restriction: rest.int(0), validity: rest.int(1) }
  if (event.endsWith('MODIFY'))
    return { cid: rest.int(0), reason: rest.int(1), event_type: rest.int(2) }
  const numeric = /^\d+$/.test(rest.text(0) ?? '')
  if (!numeric) return named(rest)
  if (event === 'ME PDN ACT')
    return { cid: rest.int(0), reason: rest.int(1), cid_other: rest.int(2) }
  if (event.includes('PDN') || rest.count === 1) return { cid: rest.int(0) }
  return { p_cid: rest.int(0), cid: rest.int(1), event_type: rest.int(2) }
}

/** 2G and 3G: the context by type and address. */
function named(rest: Row): Facts {
  rest.mark(1, 'address')
  return { pdp_type: rest.text(0), pdp_addr: rest.text(1), cid: rest.int(2) }
}

const meanings: readonly [RegExp, Severity, string, string][] = [
  [
    /^NW DETACH/,
    'failure',
    'the network detached the modem: attach again',
    'ネットワーク側からデタッチされました。再アタッチが必要です',
  ],
  [/^ME DETACH/, 'warning', 'the modem detached', 'モデムがデタッチしました'],
  [
    /^(NW|EPS)? ?PDN DEACT/,
    'warning',
    'the network closed the bearer',
    'ネットワーク側からベアラが切断されました',
  ],
  [/^ME PDN DEACT/, 'notice', 'the modem closed the bearer', 'モデムがベアラを切断しました'],
  [/PDN ACT$/, 'fine', 'a bearer is up', 'ベアラが確立しました'],
  [
    /^NW DEACT/,
    'warning',
    'the network closed a context',
    'ネットワーク側からコンテキストが切断されました',
  ],
  [/^ME DEACT/, 'notice', 'the modem closed a context', 'モデムがコンテキストを切断しました'],
  [/ (RE)?ACT$/, 'fine', 'a context is up', 'コンテキストが確立しました'],
  [/MODIFY/, 'notice', 'a context was changed', 'コンテキストが変更されました'],
  [
    /^REJECT/,
    'notice',
    'a connection from the network was refused',
    'ネットワークからの接続要求を拒否しました',
  ],
  [/CLASS/, 'notice', 'the mobile class changed', '移動機クラスが変わりました'],
  [/OVERHEATED/, 'failure', 'the modem is too hot', 'モデムが高温になっています'],
  [/BATTERY/, 'warning', 'the supply is low', '電源電圧が低下しています'],
  [/^IPV6 FAIL/, 'warning', 'no IPv6 address was obtained', 'IPv6 アドレスを取得できませんでした'],
  [/^IPV6/, 'fine', 'IPv6 is up', 'IPv6 が使えるようになりました'],
  [
    /^APNRATECTRL/,
    'notice',
    'the rate of this APN is limited',
    'この APN は送信レートが制限されています',
  ],
  [
    /^RESTR/,
    'warning',
    'the modem may not ask for a connection now',
    '現在、接続の要求が制限されています',
  ],
]

/** <reason> of ME PDN ACT: the network granted less than the PDP type asked for. */
const lessThanAsked: readonly Words[] = [
  say(
    'Only IPv4 was granted (cause 50): IPv6 of this APN cannot be used.',
    'IPv4 のみ許可されました（cause 50）。この APN で IPv6 は使えません。',
  ),
  say(
    'Only IPv6 was granted (cause 51): hosts that have only IPv4 need NAT64 of the network.',
    'IPv6 のみ許可されました（cause 51）。IPv4 のみのホストにはネットワークの NAT64 が必要です。',
  ),
  say(
    'One kind of address a context (cause 52): for the other, activate a second context.',
    '1 コンテキストにつき 1 種類のアドレスのみです（cause 52）。もう一方は別のコンテキストで有効化してください。',
  ),
  say(
    'One kind of address a context (cause 52), and the second context was refused.',
    '1 コンテキストにつき 1 種類のアドレスのみで（cause 52）、2 つ目のコンテキストは拒否されました。',
  ),
]

const restrictions: readonly Words[] = [
  say(
    'its radio policy manager (RPM) holds requests back since too many failed',
    '失敗が続いたため、Radio Policy Manager（RPM）が要求を抑制しています',
  ),
  say(
    'requests are slowed down by 3GPP or the operator',
    '3GPP または事業者の規定により、要求の頻度が制限されています',
  ),
  say('the settings of the context are not valid', 'コンテキストの設定が無効です'),
]
const validities: readonly Words[] = [
  say(
    'It lasts until a power-off, another SIM or other settings',
    '電源オフ、SIM の交換、または設定の変更まで続きます',
  ),
  say('It ends by itself: wait', '自動的に解除されるまで待ってください'),
]

function restrictionOf({ restriction, validity }: Facts): Words | undefined {
  const why = restrictions[Number(restriction ?? 0) - 1]
  const until = validities[Number(validity ?? 0) - 1]
  if (!why) return undefined
  return say(
    `${why.en}.${until ? ` ${until.en}.` : ''}`,
    `${why.ja}。${until ? `${until.ja}。` : ''}`,
  )
}

function noteOf(facts: Facts): { words: Words; severity: Severity } {
  const event = factText(facts['event'] ?? '')
  const found = meanings.find(([pattern]) => pattern.test(event))
  const { cid } = facts
  const restricted = event === 'RESTR' ? restrictionOf(facts) : undefined
  if (found && restricted)
    return {
      words: say(
        `${event}: ${found[2]}: ${restricted.en}`,
        `${event}：${found[3]}。${restricted.ja}`,
      ),
      severity: found[1],
    }
  const less = event === 'ME PDN ACT' ? lessThanAsked[Number(facts['reason'] ?? -1)] : undefined
  const which = typeof cid === 'number' ? say(` (context ${cid})`, `（cid ${cid}）`) : say('', '')
  return {
    words: say(
      `${event}: ${found?.[2] ?? 'a packet event'}${which.en}.${less ? ` ${less.en}` : ''}`,
      `${event}：${found?.[3] ?? 'パケット通信のイベント'}${which.ja}。${less?.ja ?? ''}`,
    ),
    severity: less ? 'notice' : (found?.[1] ?? 'notice'),
  }
}

const cgerep = decoder({
  id: '+CGEREP',
  title: say('reporting of packet events', 'パケットイベントの通知'),
  spec: '3GPP TS 27.007, 10.1.19',
  group: 'packet',
  parameters: [
    ranged(
      0,
      2,
      int('mode', 'mode', 'モード', {
        0: say('kept in the modem', 'モデム内に保持'),
        1: say('sent, dropped in data mode', '通知（データ通信中は破棄）'),
        2: say('sent, kept in data mode', '通知（データ通信中は保持）'),
      }),
    ),
    int('bfr', 'buffer', 'バッファ'),
  ],
})

export default [cgev, cgerep]
