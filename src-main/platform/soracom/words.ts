import type { Words } from '@core/words'

export const noAnswerWithin = (host: string, ms: number): Words => ({
  en: `${host}: no answer within ${ms / 1000} s.`,
  ja: `${host}：${ms / 1000} 秒以内に応答がありません。`,
})

export const tooLongAnswer = (most: number): Words => ({
  en: `The answer is longer than ${most} octets.`,
  ja: `応答が ${most} オクテットを超えています。`,
})

export const endpointIs = (text: string): Words => ({
  en: `MODEM_BENCH_SORACOM_API is ${text}: expected https://…, or http:// to this computer.`,
  ja: `MODEM_BENCH_SORACOM_API の値「${text}」が正しくありません。https://… か、このコンピューター宛ての http:// を指定してください。`,
})

export const coverageIs = (text: string): Words => ({
  en: `MODEM_BENCH_SORACOM_COVERAGE is ${text}: expected jp or g.`,
  ja: `MODEM_BENCH_SORACOM_COVERAGE の値「${text}」が正しくありません。jp または g を指定してください。`,
})
