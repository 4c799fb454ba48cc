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
import {
  beamPassed,
  beamRefused,
  byOwnProtocol,
  funnelRefused,
  funnelTooLong,
  funnelTook,
  harvestRefused,
  harvestTook,
  noAnswerFrom,
  noUserdata,
  onlyOwnSims,
  simKnown,
  switchedOff,
  unifiedRefused,
  unifiedTook,
  userdataArrived,
} from './service-words'

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
    throw new Fault('bad-input', byOwnProtocol(what, by))
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
  return onlyOwnSims(fault.message, errorWords(fault))
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
  return noAnswerFrom(where)
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

function metadataWords({ status, text }: Said): Words {
  if (status >= 400) return switchedOff
  const state = /"(?:status|sessionStatus)"\s*:\s*"([a-z]+)"/i.exec(text)?.[1]
  return simKnown(state)
}

function userdataWords({ status, text }: Said): Words {
  if (status >= 400) return switchedOff
  if (text.trim() === '') return noUserdata
  return userdataArrived(text.length)
}

function harvestWords({ status, bytesOut }: Said): Words {
  if (status === 201 || status === 200) return harvestTook(status, bytesOut)
  return harvestRefused(status)
}

function unifiedWords({ status, bytesOut }: Said): Words {
  if (status < 300) return unifiedTook(status, bytesOut)
  return unifiedRefused(status)
}

function beamWords({ status, bytesOut }: Said): Words {
  if (status < 300) return beamPassed(status, bytesOut)
  return beamRefused(status)
}

function funnelWords({ status, bytesOut }: Said): Words {
  if (status < 300) return funnelTook(status, bytesOut)
  if (status === 413) return funnelTooLong
  return funnelRefused(status)
}
