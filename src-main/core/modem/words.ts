import type { Words } from '../words'

export const commandRefused = (command: string): Words => ({
  en: `${command} was refused.`,
  ja: `${command} が拒否されました。`,
})

export const beingBroughtBack = (port: string): Words => ({
  en: `${port} is being brought back to command mode.`,
  ja: `${port} をコマンドモードへ戻している途中です。`,
})

export const leftInCmux = (port: string): Words => ({
  en: `${port} speaks CMUX: an earlier program left the multiplexer on. Nothing was sent.`,
  ja: `${port} は CMUX で動作中です（以前のプログラムがマルチプレクサーを終了していません）。何も送信していません。`,
})

export const leftInPpp = (port: string): Words => ({
  en: `${port} speaks PPP: an earlier program left the modem in data mode. Nothing was sent.`,
  ja: `${port} は PPP で動作中です（以前のプログラムがデータモードのまま終了しています）。何も送信していません。`,
})

export const wouldGoIntoPpp = (port: string): Words => ({
  en: `${port} is in data mode: the command would go into the PPP stream.`,
  ja: `${port} はデータモードです。コマンドを送ると PPP のデータに混ざります。`,
})

export const muxClosed: Words = {
  en: 'The channels and the multiplexer were closed (DISC, CLD).',
  ja: 'チャネルとマルチプレクサーを終了しました（DISC、CLD）。',
}

export const muxUnanswered: Words = {
  en: 'The channels and the multiplexer were closed (DISC, CLD); the modem did not answer.',
  ja: 'チャネルとマルチプレクサーの終了（DISC、CLD）を送信しましたが、モデムの応答がありません。',
}

export const cmuxRecoveryStep = (step: number, did: Words, seen: Words): Words => ({
  en: `CMUX recovery, step ${step}: ${did.en}; ${seen.en}.`,
  ja: `CMUX からの復旧 ${step}：${did.ja}（${seen.ja}）。`,
})

export const noCallHeld: Words = { en: 'No call is held.', ja: '保留中の呼はありません。' }

export const refusedBy = (command: string, answer: string): Words => ({
  en: `${command} was answered with ${answer}.`,
  ja: `${command} の応答は ${answer} でした。`,
})

export const linesComeUnasked = (name: string): Words => ({
  en: `${name} lines come unasked.`,
  ja: `${name} が自発的に通知される設定です。`,
})

export const notSentDataMode = (command: string, label: string): Words => ({
  en: `${command} was not sent: ${label} is in data mode.`,
  ja: `${command} は送信していません（${label} はデータモードです）。`,
})

export const alreadyCarriesPppLink = (label: string): Words => ({
  en: `${label} already carries a PPP link.`,
  ja: `${label} ではすでに PPP リンクが動作中です。`,
})

export const closedHere = (label: string): Words => ({
  en: `${label} was closed.`,
  ja: `${label} を閉じました。`,
})

export const atOnceClosed: Words = {
  en: 'Answers AT. An earlier program had left the multiplexer on; it was closed first (CLD).',
  ja: 'AT に応答します。以前のプログラムが残したマルチプレクサーを先に終了しました（CLD）。',
}

export const pidHasOpen = (program: string, pid: number): Words => ({
  en: `${program} (pid ${pid}) has it open.`,
  ja: `${program}（pid ${pid}）が使用中です。`,
})

export const gpsNmeaByTable: Words = {
  en: 'GPS (NMEA) by the table.',
  ja: 'テーブルでは GPS（NMEA）です。',
}

export const isMicropythonRepl: Words = {
  en: 'A MicroPython REPL: AT would be typed into its program.',
  ja: 'MicroPython の REPL です。AT を送るとプログラムへの入力になります。',
}

export const notMeantAt: Words = { en: 'Not meant for AT.', ja: 'AT 用ではありません。' }

export const multiplexerOff: Words = {
  en: 'The multiplexer is not on.',
  ja: 'マルチプレクサー（CMUX）は動作していません。',
}

export const carrierFell = (dlci: number): Words => ({
  en: `DV fell on CMUX channel ${dlci}.`,
  ja: `CMUX チャネル ${dlci} の DV がオフになりました。`,
})

export const restarted: Words = { en: 'The modem restarted.', ja: 'モデムが再起動しました。' }

export const said = (seen: undefined | string): Words => ({
  en: seen ? `the modem said ${seen}` : 'the modem said nothing',
  ja: seen ? `モデムの応答：${seen}` : 'モデムの応答なし',
})

export const escSentCaseModemWaits = ({ en, ja }: Words): Words => ({
  en: `ESC sent, in case the modem waits for text; ${en}.`,
  ja: `本文の入力待ちに備えて ESC を送信しました（${ja}）。`,
})

export const lcpTerminateSent = ({ en, ja }: Words): Words => ({
  en: `LCP Terminate sent; ${en}.`,
  ja: `LCP Terminate を送信（${ja}）。`,
})

export const trySilenceSilence = (attempt: number, text: string, { en, ja }: Words): Words => ({
  en: `Try ${attempt}: 1.1 s of silence, ${text}, 1.1 s of silence; ${en}.`,
  ja: `${attempt} 回目：1.1 秒無送信、${text}、1.1 秒無送信（${ja}）。`,
})

export const athSentCallEnded: Words = {
  en: 'ATH sent: the call is ended.',
  ja: 'ATH を送信し、回線を切断しました。',
}

export const athUnanswered: Words = {
  en: 'ATH was not answered with OK.',
  ja: 'ATH に OK が返りませんでした。',
}

export const noDtrLine: Words = {
  en: 'This port has no DTR line; that way out is not there.',
  ja: 'このポートには DTR がないため、DTR による切断はできません。',
}

export const dtrDropped = ({ en, ja }: Words): Words => ({
  en: `DTR dropped for 0.5 s; ${en}.`,
  ja: `DTR を 0.5 秒オフにしました（${ja}）。`,
})

export const atAnswered: Words = { en: 'AT is answered.', ja: 'AT に応答しました。' }

export const atNotAnswered: Words = { en: 'AT is not answered.', ja: 'AT に応答しません。' }

export const atWithNoise: Words = {
  en: 'Answers AT, with octets beside it that make no sense: the speed is nearly right, or the line is bad.',
  ja: 'AT に応答しますが、意味をなさないデータも混ざります。通信速度がわずかにずれているか、配線の不良です。',
}

export const cleanAt = (baudRate: number): Words => ({
  en: `Answers AT at ${baudRate} bit/s, without noise.`,
  ja: `${baudRate} bit/s で AT に正しく応答します（雑音なし）。`,
})

export const onlyNoisyAt = (baudRate: number): Words => ({
  en: `Answers AT at ${baudRate} bit/s, but with noise: check ground, levels and length of the wires, or fix the speed of the modem with AT+IPR.`,
  ja: `${baudRate} bit/s で AT に応答しますが、雑音が混ざります。GND、信号レベル、配線の長さを確認するか、AT+IPR でモデムの速度を固定してください。`,
})

export const noSpeedAnswers = (count: number): Words => ({
  en: `No speed of ${count} answers AT: check power, RX and TX (crossed?), ground, and that this is the AT port.`,
  ja: `${count} 通りの通信速度のどれでも AT に応答しません。電源、RX と TX の接続（交差）、GND、AT ポートかどうかを確認してください。`,
})

export const keysWouldGoInto = (port: string, mode: 'data' | 'cmux'): Words =>
  mode === 'data'
    ? {
        en: `${port}: PPP has the port, and what is typed would go into the connection. Go back to command mode first.`,
        ja: `${port}：ポートは PPP が使用中です。入力が通信データに混ざるため、先にコマンドモードへ戻してください。`,
      }
    : {
        en: `${port}: the multiplexer has the port, and what is typed would break its frames. Go back to command mode first.`,
        ja: `${port}：ポートはマルチプレクサー（CMUX）が使用中です。入力でフレームが壊れるため、先にコマンドモードへ戻してください。`,
      }

export const muxNotOffered = (en: string, asked: undefined | Words, ja: string): Words => ({
  en: `AT+CMUX=? offers ${en || 'nothing'}${asked ? `; ${asked.en} was asked for` : ''}.`,
  ja: `AT+CMUX=? の対応モードは ${ja || 'なし'} です${asked ? `（要求したのは${asked.ja}）` : ''}。`,
})

export const basicMode: Words = { en: 'basic (0)', ja: '基本（0）' }

export const advancedMode: Words = { en: 'advanced (1)', ja: '拡張（1）' }

export const bothModes: Words = {
  en: 'error recovery (2), which is not supported here',
  ja: 'エラー回復（2、本プログラムは未対応）',
}

export const errorsAsNumbers: Words = {
  en: 'Errors come as numbers (+CMEE=1) instead of words.',
  ja: 'エラーが文字ではなく番号で返ります（+CMEE=1）。',
}

export const textsAsUcs2: Words = {
  en: 'Texts come as UCS2 in hex (+CSCS="UCS2"): operator names, USSD and numbers cannot be read.',
  ja: 'テキストが UCS2 の 16 進表記で返ります（+CSCS="UCS2"）。事業者名、USSD、電話番号がそのままでは読めません。',
}

export const cnsmodUnasked: Words = {
  en: '+CNSMOD lines come unasked at each change of the radio technology.',
  ja: '無線方式が変わるたびに +CNSMOD が自発的に通知されます。',
}

export const csqUnasked: Words = {
  en: '+CSQ lines come unasked, and look like answers to AT+CSQ.',
  ja: '+CSQ が自発的に通知され、AT+CSQ の応答と紛らわしくなります。',
}

export const cgevUnasked: Words = {
  en: '+CGEV lines come unasked.',
  ja: '+CGEV が自発的に通知されます。',
}

export const waitsForRts: Words = {
  en: 'The modem waits for RTS/CTS (+IFC=2,2), but this port has it off: with three wires it would go mute.',
  ja: 'モデムは RTS/CTS フロー制御（+IFC=2,2）ですが、このポートでは無効です。3 線接続では応答しなくなります。',
}

export const echoIsOff: Words = {
  en: 'Echo is off: late answers cannot be told from new ones.',
  ja: 'エコーがオフです。遅れた応答と新しい応答を区別できません。',
}
