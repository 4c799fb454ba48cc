import type { CertificateFacts } from '@core/ports/tls'
import type { Words } from '@core/words'

export const certificatesNotReadable = (why: string): Words => ({
  en: `The certificates to trust cannot be read: ${why}. Expected PEM.`,
  ja: `信頼する証明書を読み取れません：${why}。PEM 形式で指定してください。`,
})

export const noServerCertificate: Words = {
  en: 'The server sent no certificate.',
  ja: 'サーバーが証明書を送りませんでした。',
}

/** In UTC, since certificates say it so. */
const day = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

export function forOtherName(serverName: string, { names, subject }: CertificateFacts): Words {
  const some = names.length === 0 ? subject : names.slice(0, 5).join(', ')
  const more = names.length > 5 ? ` (+${names.length - 5})` : ''
  return {
    en: `Asked for ${serverName}; the certificate is for ${some}${more}.`,
    ja: `要求した名前：${serverName}、証明書の名前：${some}${more}。`,
  }
}

export function expired({ validToMs }: CertificateFacts, nowMs: number): Words {
  return {
    en: `It was valid until ${day(validToMs)}; this computer says ${day(nowMs)}.`,
    ja: `有効期限：${day(validToMs)}、この PC の時刻：${day(nowMs)}。`,
  }
}

export function notYetValid({ validFromMs }: CertificateFacts, nowMs: number): Words {
  return {
    en: `It is valid from ${day(validFromMs)}; this computer says ${day(nowMs)}.`,
    ja: `有効期間の開始：${day(validFromMs)}、この PC の時刻：${day(nowMs)}。`,
  }
}

export function issuedBy({ subject, issuer, fingerprint }: CertificateFacts): Words {
  return {
    en: `“${subject}”, issued by “${issuer}”, SHA-256 ${fingerprint}.`,
    ja: `「${subject}」、発行者「${issuer}」、SHA-256 ${fingerprint}。`,
  }
}
