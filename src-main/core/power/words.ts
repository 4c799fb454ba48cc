import type { Words } from '../words'

export const noBoard: Words = {
  en: 'expected a board: name, lines, pulse and wait.',
  ja: 'ボードの定義（name、lines、pulse、wait）が必要です。',
}

export const usualTitles: { readonly [line: string]: Words } = {
  power: { en: 'Power key', ja: '電源キー' },
  reset: { en: 'Reset', ja: 'リセット' },
  status: { en: 'STATUS', ja: 'STATUS' },
  ri: { en: 'RI', ja: 'RI' },
  cut: { en: 'Supply relay (normally closed contact)', ja: '電源リレー（ノーマルクローズ接点）' },
}

export const idExpected: Words = {
  en: 'expected small letters, digits and hyphens, at most 40.',
  ja: '英小文字、数字、ハイフンで 40 文字以内にしてください。',
}

export const nameExpected: Words = {
  en: 'expected a name of 1 to 60 letters.',
  ja: '1〜60 文字の名前が必要です。',
}

export const modemNameExpected: Words = {
  en: 'expected the name of the modem as a text.',
  ja: 'モデム名を文字列で指定してください。',
}

export const adaptersExpected: Words = {
  en: 'expected a list such as [gpiod, usbrelay].',
  ja: '[gpiod, usbrelay] のような一覧を指定してください。',
}

export const sentencesExpected: Words = {
  en: 'expected a list of sentences.',
  ja: '文の一覧を指定してください。',
}

export const lineExpected: Words = {
  en: 'expected at least one line, such as power.',
  ja: 'power など、線が少なくとも 1 本必要です。',
}

export const noSuchLine = (names: readonly string[]): Words => ({
  en: `there is no such line; there are ${names.join(', ')}.`,
  ja: `そのような線はありません。使えるのは ${names.join('、')} です。`,
})

export const lineShapeExpected: Words = {
  en: 'expected { active: low, drive: open-drain }.',
  ja: '{ active: low, drive: open-drain } の形で指定してください。',
}

export const valueExpected = (expected: string): Words => ({
  en: `expected '${expected}'.`,
  ja: `'${expected}' でなければなりません。`,
})

export const booleanExpected: Words = {
  en: 'expected true or false.',
  ja: 'true か false を指定してください。',
}

export const oneOfExpected = (values: readonly string[]): Words => ({
  en: `expected ${values.join(', ')}.`,
  ja: `${values.join('、')} のいずれかを指定してください。`,
})

export const openDrainPullsLow: Words = {
  en: 'an open drain can only pull low: make it active low, or drive it push-pull.',
  ja: 'オープンドレインは Low に引くことしかできません。アクティブ Low にするか、プッシュプルにしてください。',
}

export const pullExpected: Words = {
  en: 'expected up, down or none.',
  ja: 'up、down、none のいずれかを指定してください。',
}

export const titleExpected: Words = { en: 'expected a title.', ja: '名称が必要です。' }

export const pulsesExpected: Words = {
  en: 'expected on, off and reset.',
  ja: 'on、off、reset を指定してください。',
}

export const resetPulseMissing: Words = {
  en: 'missing, though the board has a reset line.',
  ja: 'リセット線があるのに、パルス長が指定されていません。',
}

export const cutPulseMissing: Words = {
  en: 'missing, though the board can cut the supply.',
  ja: '電源を遮断する線があるのに、遮断時間が指定されていません。',
}

export const waitsExpected: Words = {
  en: 'expected on, off, reset and boot.',
  ja: 'on、off、reset、boot を指定してください。',
}

export const settleTooLong: Words = {
  en: 'STATUS would never be read while it is awaited: it must be shorter than the wait for on.',
  ja: '待ち時間内に STATUS を一度も読めません。オンの待ち時間より短くしてください。',
}

export const rangeMissing = (low: number, high: number): Words => ({
  en: `missing; expected ${low} to ${high} ms.`,
  ja: `指定がありません（${low}〜${high} ms）。`,
})

export const rangeMissed = (shown: string, low: number, high: number): Words => ({
  en: `${shown} is not possible; expected ${low} to ${high} ms.`,
  ja: `${shown} は設定できません（${low}〜${high} ms）。`,
})

export const triesExpected = (text: string): Words => ({
  en: `${text} is not possible; expected 1 to 20, or forever.`,
  ja: `${text} は設定できません（1〜20 または forever）。`,
})

export const softExpected: Words = {
  en: "expected { off: 'AT+CPOF' }.",
  ja: '{ off: AT+CPOF } の形で指定してください。',
}

export const softCommandExpected: Words = {
  en: 'expected an AT command, such as AT+CPOF; leave it out when there is none.',
  ja: 'AT コマンド（例：AT+CPOF）を指定してください。なければ省略します。',
}

export const pinSetsExpected: Words = {
  en: 'expected a list (it may be empty).',
  ja: '一覧を指定してください（空でも可）。',
}

export const pinSetShape: Words = {
  en: 'each needs id, title and pins.',
  ja: 'それぞれに id、title、pins が必要です。',
}

export const boardHasNoSuchLine: Words = {
  en: 'the board has no such line.',
  ja: 'このボードにその線はありません。',
}

export const pinExpected: Words = {
  en: 'expected the number or the name of a pin.',
  ja: 'ピンの番号または名前を指定してください。',
}

export const pinShared = (other: string, line: string, text: string): Words => ({
  en: `${other} and ${line} share pin ${text}.`,
  ja: `${other} と ${line} が同じピン ${text} を使っています。`,
})

export const proofExpected = (values: readonly string[]): Words => ({
  en: `expected at least one of ${values.join(', ')}.`,
  ja: `${values.join('、')} から少なくとも 1 つ指定してください。`,
})

export const statusLineNeeded: Words = {
  en: 'status needs a line named status.',
  ja: 'status を使うには status の線が必要です。',
}

export const usbIdsExpected: Words = {
  en: 'expected ids such as 1e0e:9011 (lsusb shows them).',
  ja: '1e0e:9011 のような ID を指定してください（lsusb で確認できます）。',
}

export const stillSo = (
  pressesEn: string,
  power: string,
  presses: number,
  state: Words,
): Words => ({
  en: `${pressesEn}, still ${power}.`,
  ja: `電源キーを ${presses} 回操作しましたが、電源状態は「${state.ja}」のままです。`,
})

export const hangUpTitle: Words = { en: 'Hang up', ja: '回線切断' }

export const hangUpHow: Words = {
  en: 'PPP is closed, then ATH. Only the data call ends.',
  ja: 'PPP を終了し、ATH で回線を切断します。終わるのはデータ通信だけです。',
}

export const hangUpLeaves: Words = {
  en: 'Power, SIM, registration and, on LTE, the default bearer with its address.',
  ja: '電源、SIM、ネットワーク登録が残ります。LTE ではデフォルトベアラーとその IP アドレスも残ります。',
}

export const hangUpBack: Words = {
  en: 'Dial again: seconds.',
  ja: '再ダイヤルのみ。数秒で復帰します。',
}

export const radioOffTitle: Words = { en: 'Detach, radio off', ja: 'デタッチ・無線オフ' }

export const radioOffHow: Words = {
  en: 'AT+CGATT=0, or AT+CFUN=4: the modem leaves the network and stays powered.',
  ja: 'AT+CGATT=0 または AT+CFUN=4。電源は入ったままネットワークから離れます。',
}

export const radioOffLeaves: Words = {
  en: 'Power, the port, the SIM with its PIN, and all settings.',
  ja: '電源、ポート、SIM（PIN 解除状態を含む）、全設定が残ります。',
}

export const radioOffBack: Words = {
  en: 'AT+CFUN=1, search, register, dial: 5 to 60 s.',
  ja: 'AT+CFUN=1 の後、サーチ、登録、ダイヤル。5〜60 秒で復帰します。',
}

export const resetTitle: Words = { en: 'Reset', ja: 'リセット' }

export const resetHow: Words = {
  en: 'AT+CRESET or the reset line: the modem starts again from its stored settings.',
  ja: 'AT+CRESET またはリセット線。保存済みの設定で再起動します。',
}

export const resetLeaves: Words = {
  en: 'The supply, and what is stored (contexts, AT&W). The PIN has to be entered again.',
  ja: '電源供給と保存済みの設定（コンテキスト、AT&W）が残ります。PIN は再入力が必要です。',
}

export const resetBack: Words = {
  en: 'Boot, SIM, register, dial: 20 to 60 s. USB ports may get other names.',
  ja: '起動、SIM 読み取り、登録、ダイヤル。20〜60 秒で復帰します。USB ポート名が変わることがあります。',
}

export const powerOffTitle: Words = { en: 'Power off', ja: '電源オフ' }

export const powerOffHow: Words = {
  en: 'AT+CPOF, or the power key held. The modem tells the network that it leaves.',
  ja: 'AT+CPOF または電源キーの長押し。ネットワークに離脱を通知してから切れます。',
}

export const powerOffLeaves: Words = {
  en: 'Only what is stored in the modem.',
  ja: 'モデムに保存された設定だけが残ります。',
}

export const powerOffBack: Words = {
  en: 'Press the power key, then everything from boot on: 30 to 90 s.',
  ja: '電源キーを押し、起動からすべてやり直します。30〜90 秒かかります。',
}

export const levelExpected: Words = {
  en: 'expected low or high.',
  ja: 'low か high を指定してください。',
}

export const asInFile: Words = { en: 'As in the file', ja: 'ファイルのとおり' }

export const timesExpected = (names: readonly string[]): Words => ({
  en: `expected ${names.join(', ')}.`,
  ja: `${names.join('、')} を指定してください。`,
})

export const notATime = (value: string): Words => ({
  en: `"${value}" is no time; expected milliseconds, or such as 50ms or 2.5s.`,
  ja: `「${value}」は時間として読めません。ミリ秒の数値、または 50ms、2.5s のように指定してください。`,
})

export const noSuchKey = (key: string, known: readonly string[]): Words => ({
  en: `there is no "${key}" here; there are ${known.join(', ')}.`,
  ja: `「${key}」という項目はありません。使えるのは ${known.join('、')} です。`,
})
