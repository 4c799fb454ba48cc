import type { Words } from '@core/words'

export const noAnswer = (command: string): Words => ({
  en: `${command}: no answer.`,
  ja: `${command}：応答がありません。`,
})

export const pulseUnderWay = (name: string): Words => ({
  en: `${name}: a pulse is under way.`,
  ja: `${name}：パルス出力中です。`,
})

export const noPulseLength = (name: string, ms: number): Words => ({
  en: `${name}: a pulse of ${ms} ms; expected 1 to 60000.`,
  ja: `${name}：パルス幅 ${ms} ms は範囲外です（1～60000 ms）。`,
})

export const pulsedAlready = (name: string): Words => ({
  en: `${name} is being pulsed already.`,
  ja: `${name} はすでにパルス出力中です。`,
})

export const lineReleased = (name: string): Words => ({
  en: `${name} was released.`,
  ja: `${name} は解放されました。`,
})

export const statusIsInput: Words = { en: 'status is an input.', ja: 'status は入力です。' }

export const flowControlPins = (label: string): Words => ({
  en: `${label}: RTS/CTS needs the pins cts and rts.`,
  ja: `${label}：RTS/CTS には cts と rts のピン指定が必要です。`,
})

export const noBridge = (label: string): Words => ({
  en: `${label}: no bridge.`,
  ja: `${label}：ブリッジが始まりません。`,
})

export const releasedAtStart = (name: string): Words => ({
  en: `${name} was active when the bridge started, and was released.`,
  ja: `ブリッジ開始時に ${name} がアクティブだったため、解放しました。`,
})

export const tookOnly = (label: string, at: number, length: number): Words => ({
  en: `${label} took ${at} of ${length} bytes, then no more.`,
  ja: `${label}：${length} オクテット中 ${at} オクテットで送信が止まりました。`,
})

export const beingRestarted = (label: string): Words => ({
  en: `${label}: the bridge is being restarted.`,
  ja: `${label}：ブリッジを再起動中です。`,
})

export const releasedByBoard = (name: undefined | string): Words => ({
  en: `${name} was active for a minute and was released by the board.`,
  ja: `${name} が 1 分間アクティブだったため、ボードが解放しました。`,
})

export const octetsDamaged: Words = {
  en: 'Octets were damaged between board and computer: the bridge starts again.',
  ja: 'ボードとの通信データが破損したため、ブリッジを再起動します。',
}

export const interrupted = (label: string): Words => ({
  en: `${label}: it was interrupted.`,
  ja: `${label}：ブリッジが中断されました。`,
})

export const stoppedAgainAgain = (label: string, error: string): Words => ({
  en: `${label}: stopped again and again. ${error}`.trim(),
  ja: `${label}：停止を繰り返しています。${error}`.trim(),
})

export const startedAgain = (lost: number): Words => ({
  en: `The bridge on the board was stopped and started again; up to ${lost} octets to the modem, and what the modem said meanwhile, are lost.`,
  ja: `ボード上のブリッジが停止したため再起動しました。モデムへの最大 ${lost} オクテットと、その間のモデムからの出力は失われています。`,
})

export const statusNotWired: Words = {
  en: 'STATUS is not wired: the modem is left as it is',
  ja: 'STATUS は未配線のため、モデムはそのままです',
}

export const staysOn: Words = {
  en: 'STATUS active: the modem stays on',
  ja: 'STATUS が有効：モデムはオンのままです',
}

export const isOff: Words = {
  en: 'STATUS inactive: the modem is off',
  ja: 'STATUS が無効：モデムはオフです',
}

export const mainRunsAgain: Words = { en: 'main.py runs again', ja: 'main.py を再び実行しています' }

export const replBack: Words = { en: 'the REPL is back', ja: 'REPL に戻りました' }

export const notBack = (label: string): Words => ({
  en: `${label}: not back after a soft reset.`,
  ja: `${label}：ソフトリセット後に復帰しません。`,
})

export const codeRunsOn = (label: string, limitMs: number): Words => ({
  en: `${label}: the code did not end within ${limitMs} ms.`,
  ja: `${label}：コードが ${limitMs} ms 以内に終わりません。`,
})

export const asciiOnly: Words = {
  en: 'Code for the raw REPL must be plain ASCII.',
  ja: 'raw REPL に送るコードは ASCII だけで書いてください。',
}

export const noRawPrompt: Words = { en: 'no raw prompt', ja: 'raw プロンプトが届きません' }

export const codeNotTaken: Words = {
  en: 'the code was not taken',
  ja: 'コードが受け付けられません',
}

export const withinMs = (label: string, { en, ja }: Words, ms: number): Words => ({
  en: `${label}: ${en} within ${ms} ms.`,
  ja: `${label}：${ms} ms 以内に${ja}。`,
})

export const saidNothing = (label: string): Words => ({
  en: `${label} said nothing.`,
  ja: `${label} から何も届きません。`,
})

export const itSays = (label: string, seen: string): Words => ({
  en: `${label} says: ${seen}`,
  ja: `${label} の出力：${seen}`,
})

export const noMicropythonName: Words = {
  en: 'expected micropython:PORT, such as micropython:/dev/ttyACM0.',
  ja: 'micropython:PORT の形式で指定してください（例：micropython:/dev/ttyACM0）。',
}

export const unknownKey = (key: string, keys: readonly string[]): Words => ({
  en: `"${key}" is none of ${keys.join(', ')}.`,
  ja: `「${key}」は使用できません。使用できるキー：${keys.join('、')}。`,
})

export const keyTwice = (key: string): Words => ({
  en: `${key} is there twice.`,
  ja: `${key} が重複しています。`,
})

export const noPinNumber = (key: string, text: string): Words => ({
  en: `${key}=${text}: expected a number from 0 to 255, or none.`,
  ja: `${key}=${text}：0～255 の数値または none を指定してください。`,
})

export const unknownFlags = (key: string, text: string): Words => ({
  en: `${key}=${text}: after the pin come low (active low) and od (open drain).`,
  ja: `${key}=${text}：ピン番号の後に指定できるのは low（アクティブ Low）と od（オープンドレイン）です。`,
})

export const openDrainPullsLow = (key: string, text: string, first: string): Words => ({
  en: `${key}=${text}: an open drain can only pull low: ${first},low,od.`,
  ja: `${key}=${text}：オープンドレインは Low にしか駆動できません。${first},low,od と指定してください。`,
})

export const pinUsedTwice = (twice: number): Words => ({
  en: `pin ${twice} is used twice.`,
  ja: `ピン ${twice} が重複しています。`,
})

export const txAndRxNeeded: Words = {
  en: 'tx and rx are both needed.',
  ja: 'tx と rx の両方が必要です。',
}

export const oneOfThese = (key: string, text: string, all: readonly string[]): Words => ({
  en: `${key}=${text}: expected ${all.join(' or ')}.`,
  ja: `${key}=${text}：${all.join(' または ')} を指定してください。`,
})
