import type { Facts } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import type { Words } from '@core/words'

/** Quectel EP06&EG06&EM06 DFOTA User Guide V1.0, 5: what a number other than 0 at the end means. */
const reasons: { readonly [code: string]: Words } = {
  601: say('the download by FTP failed', 'FTP でのダウンロードに失敗'),
  701: say('the download failed', 'ダウンロードに失敗'),
  502: say('it broke off', '途中で終了'),
  504: say('the package is damaged or the wrong one', 'パッケージの破損または不一致'),
  505: say('the package is damaged or the wrong one', 'パッケージの破損または不一致'),
  510: say('the package is for another firmware', '別のファームウェア用のパッケージ'),
  511: say('no room in the file system', 'ファイルシステムの容量不足'),
}

const steps: { readonly [step: string]: Words } = {
  HTTPSTART: say('the download begins', 'ダウンロード開始'),
  FTPSTART: say('the download begins', 'ダウンロード開始'),
  HTTPEND: say('the download is complete', 'ダウンロード完了'),
  FTPEND: say('the download is complete', 'ダウンロード完了'),
  START: say('the update begins; do not switch off', '更新開始（電源を切らないでください）'),
  END: say('the new firmware is in place', '更新完了'),
}

/** `+QIND: "FOTA","END",504`; undefined for its other events. */
export function fotaNote({ event, values }: Facts) {
  if (event !== 'FOTA' || !Array.isArray(values)) return undefined
  const [step, said] = values as readonly unknown[]
  const name = String(step)
  const number = typeof said === 'string' && /^\d+$/.test(said) ? Number(said) : undefined
  if (name === 'UPDATING')
    return {
      words: say(
        `Firmware update: ${number ?? '?'} %; do not switch off.`,
        `ファームウェアの更新：${number ?? '?'} %（電源を切らないでください）。`,
      ),
    }
  const told = steps[name]
  if (!told) return undefined
  if (number === undefined || number === 0)
    return {
      words: say(`Firmware update: ${told.en}.`, `ファームウェアの更新：${told.ja}。`),
      severity: 'notice' as const,
    }
  const why = reasons[number]
  return {
    words: say(
      `The firmware update failed: result ${number}${why ? ` (${why.en})` : ''}.`,
      `ファームウェアの更新に失敗しました：結果 ${number}${why ? `（${why.ja}）` : ''}。`,
    ),
    severity: 'failure' as const,
  }
}
