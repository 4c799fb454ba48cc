import { bytesOf } from '../../bytes'
import { errorWords, Fault } from '../../fault'
import type { Clock } from '../../ports/clock'
import { utf8Bytes } from '../../utf8'
import { quoted, type Words } from '../../words'
import type { IpHost } from '../host'
import { soracomSends, type SoracomCheck, type SoracomDataWay } from '../net-state'
import { httpTool } from './http'
import { pingTool } from './ping'
import { dataPlaces, sendData, type DataWay, type Said } from './soracom-data'
import type { ToolAnswer, ToolOptions } from './tool-answer'

export interface SoracomTool extends ToolOptions {
  readonly what: SoracomCheck
  /** How those that send something send it. Default HTTP. */
  readonly by?: SoracomDataWay | undefined
  /** For those that send something: what. */
  readonly body?: string | undefined
}

const defaultBody = '{"from":"modem-bench"}'

/** Asks one of SORACOM's endpoints and says what the answer means; also for a SIM of somebody else. */
export async function soracomTool(
  clock: Clock,
  host: IpHost,
  options: SoracomTool,
): Promise<ToolAnswer> {
  const { what, by = 'http' } = options
  if (by !== 'http' && !soracomSends.has(what))
    throw new Fault('bad-input', {
      en: `${what} is asked by its own protocol alone; ${by} is for ${[...soracomSends].join(', ')}.`,
      ja: `${what} では送信方法を選べません。${by} を使えるのは ${[...soracomSends].join('、')} です。`,
    })
  try {
    return by === 'http' ? await checks[what](host, options) : await send(clock, host, options, by)
  } catch (error) {
    if (!(error instanceof Fault) || !elsewhere.has(error.code)) throw error
    return {
      ok: false,
      words: notThere(error),
      lines: [errorWords(error)],
      facts: { code: error.code, detail: error.detail },
    }
  }
}

/** What one meets when the SIM is not SORACOM's, or the private network does not answer. */
const elsewhere = new Set<string>([
  'dns-no-such-name',
  'dns-no-answer',
  'dns-failed',
  'tcp-timeout',
  'tcp-refused',
  'tcp-reset',
  'ip-unreachable',
  'ip-no-answer',
])

function notThere(fault: Fault): Words {
  return {
    en: `${fault.message} SORACOM’s endpoints answer only its own SIMs: check that this is one, and that its APN is soracom.io.`,
    ja: `${errorWords(fault).ja} SORACOM のエンドポイントは SORACOM SIM からのみ利用できます。SIM と APN（soracom.io）を確認してください。`,
  }
}

type Check = (host: IpHost, options: SoracomTool) => Promise<ToolAnswer>

const checks: { readonly [what in SoracomCheck]: Check } = {
  pong: async (host, { signal, onProgress }) => {
    const answer = await pingTool(host, { host: 'pong.soracom.io', count: 3, signal, onProgress })
    if (answer.ok) return answer
    return { ...answer, words: notThere(new Fault('ip-no-answer', quoted('pong.soracom.io.'))) }
  },
  metadata: (host, options) =>
    get(host, options, 'http://metadata.soracom.io/v1/subscriber', metadataWords),
  userdata: (host, options) =>
    get(host, options, 'http://metadata.soracom.io/v1/userdata', userdataWords),
  harvest: (host, options) => post(host, options, 'http://harvest.soracom.io/', harvestWords),
  unified: (host, options) => post(host, options, 'http://uni.soracom.io/', unifiedWords),
  // https://developers.soracom.io/en/docs/beam/http/: the HTTP entry point; the answer is the destination's.
  beam: (host, options) => post(host, options, 'http://beam.soracom.io:8888/', beamWords),
  // https://developers.soracom.io/en/docs/funnel/http/: 204, 400 for bad JSON, 413 for too much.
  funnel: (host, options) => post(host, options, 'http://funnel.soracom.io/', funnelWords),
}

type Explain = (facts: Said) => Words

async function get(host: IpHost, { signal }: SoracomTool, url: string, explain: Explain) {
  const answer = await httpTool(host, { url, signal, timeoutMs: 30_000, maxBytes: 262_144 })
  return { ...answer, words: explain(answer.facts) }
}

async function post(host: IpHost, options: SoracomTool, url: string, explain: Explain) {
  const text = options.body ?? defaultBody
  const body = text === '' ? bytesOf('') : utf8Bytes(text)
  const headers = { 'content-type': isJson(text) ? 'application/json' : 'text/plain' }
  const { signal } = options
  const answer = await httpTool(host, {
    url,
    method: 'POST',
    headers,
    body,
    signal,
    timeoutMs: 30_000,
    maxBytes: 262_144,
  })
  return { ...answer, words: explain(answer.facts) }
}

/** Data by TCP or UDP, with what the answer means. */
async function send(
  clock: Clock,
  host: IpHost,
  { what, body, signal }: SoracomTool,
  by: DataWay,
): Promise<ToolAnswer> {
  const place = dataPlaces[what]
  const explain = explained[what]
  if (!place || !explain) throw new Fault('bad-input', quoted(what))
  const data = utf8Bytes(body ?? defaultBody)
  const said = await sendData(clock, host, { ...place, by, data, signal })
  const where = `${by}://${place.host}:${place.port}`
  if (!said) return { ok: false, words: silentWords(where), lines: [], facts: { where } }
  return {
    ok: said.status < 300,
    words: explain(said),
    lines: [quoted(`${where}: ${said.status}${said.text === '' ? '' : ` ${said.text}`}`)],
    facts: { where, ...said },
  }
}

function silentWords(where: string): Words {
  return {
    en: `No answer from ${where} within 15 s. Look whether the service is switched on in the SIM group’s settings; a datagram may also have been lost: try again, or by HTTP.`,
    ja: `${where} から 15 秒以内に応答がありません。SIM グループの設定でサービスが有効か確認してください。データグラムが失われた可能性もあるため、再実行するか HTTP で試してください。`,
  }
}

const explained: { readonly [what in SoracomCheck]?: Explain } = {
  harvest: harvestWords,
  unified: unifiedWords,
  beam: beamWords,
  funnel: funnelWords,
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const switchedOff: Words = {
  en: 'The metadata service answers 4xx: switch it on in the SIM group’s settings (SORACOM Air, Metadata Service).',
  ja: 'メタデータサービスが 4xx を返しました。SIM グループの SORACOM Air 設定でメタデータサービスを有効にしてください。',
}

function metadataWords({ status, text }: Said): Words {
  if (status >= 400) return switchedOff
  const state = /"(?:status|sessionStatus)"\s*:\s*"([a-z]+)"/i.exec(text)?.[1]
  return {
    en: `SORACOM knows this SIM${state ? `; its status is ${state}` : ''}.`,
    ja: `SORACOM がこの SIM を認識しています${state ? `（状態: ${state}）` : ''}。`,
  }
}

function userdataWords({ status, text }: Said): Words {
  if (status >= 400) return switchedOff
  if (text.trim() === '')
    return {
      en: 'The group has no user data.',
      ja: 'グループにユーザーデータは設定されていません。',
    }
  return {
    en: `The group’s user data arrived: ${text.length} characters.`,
    ja: `グループのユーザーデータを取得しました（${text.length} 文字）。`,
  }
}

function harvestWords({ status, bytesOut }: Said): Words {
  if (status === 201 || status === 200)
    return {
      en: `Harvest took the data (${status}); ${bytesOut} octets were sent.`,
      ja: `Harvest がデータを受理しました（${status}、送信 ${bytesOut} バイト）。`,
    }
  return {
    en: `Harvest answered ${status}: switch SORACOM Harvest Data on in the SIM group’s settings.`,
    ja: `Harvest の応答は ${status} です。SIM グループの設定で SORACOM Harvest Data を有効にしてください。`,
  }
}

function unifiedWords({ status, bytesOut }: Said): Words {
  if (status < 300)
    return {
      en: `The unified endpoint took the data (${status}); ${bytesOut} octets were sent.`,
      ja: `Unified Endpoint がデータを受理しました（${status}、送信 ${bytesOut} バイト）。`,
    }
  return {
    en: `The unified endpoint answered ${status}: the group forwards to no service, or the service refused.`,
    ja: `Unified Endpoint の応答は ${status} です。グループで転送先サービスが有効でないか、転送先が拒否しました。`,
  }
}

function beamWords({ status, bytesOut }: Said): Words {
  if (status < 300)
    return {
      en: `Beam passed the data on, and its destination answered ${status}; ${bytesOut} octets were sent.`,
      ja: `Beam がデータを転送し、転送先が ${status} を返しました（送信 ${bytesOut} バイト）。`,
    }
  return {
    en: `Beam answered ${status}: the destination refused, or the SIM group has no entry point of SORACOM Beam for this (HTTP: path /). Look at its destination in the group’s settings.`,
    ja: `Beam の応答は ${status} です。転送先が拒否したか、SIM グループの SORACOM Beam に該当するエントリポイント（HTTP の場合はパス「/」）がありません。グループの設定で転送先を確認してください。`,
  }
}

function funnelWords({ status, bytesOut }: Said): Words {
  if (status < 300)
    return {
      en: `Funnel took the data (${status}) for the cloud service; ${bytesOut} octets were sent.`,
      ja: `Funnel がデータを受理し、クラウドサービスへ送信しました（${status}、送信 ${bytesOut} バイト）。`,
    }
  if (status === 413)
    return {
      en: 'Funnel answered 413: more than 800000 octets in one request.',
      ja: 'Funnel の応答は 413 です。1 リクエストの上限（800000 バイト）を超えています。',
    }
  return {
    en: `Funnel answered ${status}: switch SORACOM Funnel on in the SIM group’s settings with a destination and its credentials; 400 also comes for JSON that is none.`,
    ja: `Funnel の応答は ${status} です。SIM グループの設定で SORACOM Funnel を有効にし、転送先と認証情報を設定してください。JSON が不正な場合も 400 が返ります。`,
  }
}
