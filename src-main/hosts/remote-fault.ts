import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import { otherServerListens } from '@platform/network/words'
import { sentence, socketReason } from '@platform/network/socket-reason'

const refusedToken: Words = {
  en: 'HTTP 403, the token is not one of its own',
  ja: 'HTTP 403 が返りました（トークンが一致しません）',
}

/** A call that the other side does not take. */
export const callTooLarge = (name: string, octets: number): Words => ({
  en: `${name}: with ${octets} octets it is larger than that bench takes. Where modem-bench there is older than here, update it.`,
  ja: `${name}：${octets} バイトは接続先が受け付ける大きさを超えています。接続先の modem-bench が古い場合は更新してください。`,
})

/** Why a bench elsewhere did not take us in, by the status of its answer. */
export const refusedBy = (host: string, status: number): Fault =>
  status === 403
    ? new Fault('host-refused', sentence(host, refusedToken))
    : new Fault('host-unreachable', sentence(host, otherServerListens(status)))

const noBench: Words = {
  en: 'what listens there does not speak as modem-bench serve does; look at the address, and at the proxy before it',
  ja: '応答が modem-bench serve のものではありません。アドレスと、間にあるプロキシを確認してください',
}

/** Somebody let us in, and said what no bench says. */
export const spokeOtherwise = (host: string): Fault =>
  new Fault('host-unreachable', sentence(host, noBench))

/** What a call that changes something ends with when nobody can say any more what became of it. */
export const cutWhile = (name: string): Words => ({
  en: `The connection was cut during ${name}; whether it was carried out is not known.`,
  ja: `${name} の実行中に接続が切れました。実行されたかどうかは不明です。`,
})

/** Why a bench elsewhere cannot be reached, by what the connection failed with. */
export const unreachable = (host: string, error: unknown): Fault =>
  new Fault('host-unreachable', sentence(host, socketReason(error)), { cause: error })
