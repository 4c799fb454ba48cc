import type { Words } from '@core/words'

export const noRoom = (needed: number, free: number): Words => ({
  en: `The file has ${needed} octets, ${free} are free.`,
  ja: `ファイルは ${needed} オクテット、空きは ${free} オクテットです。`,
})
export const cutShort = (name: string, replaced: boolean): Words => ({
  en: `${name}${replaced ? '; the one that was there before is deleted.' : '.'}`,
  ja: `${name}${replaced ? '（以前のファイルは削除済み）' : ''}`,
})
export const otherSize = (name: string, sent: number, there: number): Words => ({
  en: `${name}: ${sent} octets were sent, ${there} are there.`,
  ja: `${name}：${sent} オクテットを送信しましたが、モデム内は ${there} オクテットです。`,
})
/** A few letters of what came in its place. */
export const noCertificate = (name: string, octets: Uint8Array): Words => {
  const head = String.fromCharCode(...octets.subarray(0, 24)).replaceAll(/[^\x20-\x7e]/g, '.')
  return {
    en: `${name} begins with “${head}”; expected -----BEGIN …----- (PEM), or a certificate in DER.`,
    ja: `${name} の先頭は「${head}」です。-----BEGIN …-----（PEM）か DER の証明書を指定してください。`,
  }
}
