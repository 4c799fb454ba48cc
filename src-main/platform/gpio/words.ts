import type { Words } from '@core/words'

export const nameExpected = (name: string, needed: Words): Words => ({
  en: `"${name}": expected ${needed.en}.`,
  ja: `「${name}」：${needed.ja}を指定してください。`,
})

export const ofLine = (
  adapter: string,
  name: string,
  pin: string | number,
  { en, ja }: Words,
): Words => ({
  en: `${adapter}, ${name} on ${pin}: ${en}`,
  ja: `${adapter}、ピン ${pin} の ${name}：${ja}`,
})

export const nameUsedTwice: Words = { en: 'the name is used twice.', ja: '名前が重複しています。' }

export const samePin = (other: string): Words => ({
  en: `${other} is on the same pin.`,
  ja: `${other} と同じピンです。`,
})

export const noSuchPin = (pins: string): Words => ({
  en: `there is no such pin; there are ${pins || 'none'}.`,
  ja: `このピンはありません。使用できるピン：${pins || 'なし'}。`,
})

export const cannotReadAsInput: Words = {
  en: 'it cannot be read as an input.',
  ja: '入力として読み取れません。',
}

export const cannotDriven: Words = { en: 'it cannot be driven.', ja: '出力として駆動できません。' }

export const noContacts: Words = {
  en: 'the adapter has no relay contacts.',
  ja: 'このアダプターにリレー接点はありません。',
}

export const noOpenDrain: Words = {
  en: 'the adapter cannot drive open drain; a driven high level would damage a bare module. Use a relay or a transistor.',
  ja: 'このアダプターはオープンドレイン出力に対応していません。High を直接出力するとモジュール単体を破損するおそれがあるため、リレーまたはトランジスターを使用してください。',
}

export const openDrainPullsLow: Words = {
  en: 'an open drain can only pull low.',
  ja: 'オープンドレインは Low にしか駆動できません。',
}

export const relayHasNoLevel: Words = {
  en: 'a relay has no level to drive; use it as a contact.',
  ja: 'リレーに出力レベルはありません。接点（contact）として使用してください。',
}

export const noHighLevel: Words = {
  en: 'the adapter cannot drive a high level.',
  ja: 'このアダプターは High を出力できません。',
}

export const pluggedInAre = (kind: string, wanted: string, there: string, list: string): Words => ({
  en: `${kind}:${wanted}; plugged in: ${there}.`,
  ja: `${kind}:${wanted}。接続中のアダプター：${list || 'なし'}。`,
})

export const sayWhichOne = (there: string): Words => ({
  en: `Say which one: ${there}.`,
  ja: `複数あります。どれか指定してください：${there}。`,
})

export const gpiosetSaid = (stdout: string): Words => ({
  en: `gpioset --version said ${JSON.stringify(stdout)}.`,
  ja: `gpioset --version の出力：${JSON.stringify(stdout)}`,
})

export const lineTook = (name: string, labels: string): Words => ({
  en: `${name}: there are ${labels || 'no GPIO chips'}.`,
  ja: labels ? `${name}：使用できるチップ：${labels}。` : `${name}：GPIO チップがありません。`,
})

export const pinUsedBy = (name: string, pin: string | number, user: string): Words => ({
  en: `${name}, pin ${pin}: used by ${user}.`,
  ja: `${name}（ピン ${pin}）は ${user} が使用中です。`,
})

export const gpiogetSaid = (stdout: string): Words => ({
  en: `gpioget said ${JSON.stringify(stdout)}.`,
  ja: `gpioget の出力：${JSON.stringify(stdout)}`,
})

export const pinNotTaken = (name: string, pin: string | number, takeMs: number): Words => ({
  en: `gpioset did not take ${name}, pin ${pin}, within ${takeMs / 1000} s.`,
  ja: `gpioset が ${takeMs / 1000} 秒以内に ${name}（ピン ${pin}）を取得できませんでした。`,
})

export const endedWith = (tool: string, code: number): Words => ({
  en: `${tool} ended with ${code}`,
  ja: `${tool} が終了コード ${code} で終わりました`,
})

export const libraryMissing = (library: string): Words => ({
  en: `${library} is missing.`,
  ja: `${library} がありません。`,
})

export const openAlready = (id: string): Words => ({
  en: `${id} is open already.`,
  ja: `${id} はすでに開いています。`,
})

export const pulseUnderWay = (name: string): Words => ({
  en: `${name}: a pulse is under way.`,
  ja: `${name}：パルス出力中です。`,
})

export const heldAlready = (name: string, pulsing: boolean): Words => ({
  en: `${name} is ${pulsing ? 'being pulsed' : 'held'} already.`,
  ja: `${name} はすでに${pulsing ? 'パルス出力中' : '保持中'}です。`,
})

export const noPulseLength = (name: string, ms: number, mostMs: number): Words => ({
  en: `${name}: a pulse of ${ms} ms; expected 1 to ${mostMs}.`,
  ja: `${name}：パルス幅 ${ms} ms は範囲外です（1～${mostMs} ms）。`,
})

export const adapterClosed = (id: string): Words => ({
  en: `${id} was closed.`,
  ja: `${id} は閉じられました。`,
})

export const ofLine3 = (name: string, ms: number): Words => ({
  en: `${name}: ${ms / 1000} s.`,
  ja: `${name}：${ms / 1000} 秒。`,
})

export const notOpened = (id: string): Words => ({
  en: `${id} was not opened.`,
  ja: `${id} が開かれていません。`,
})

export const noLineNamed = (id: string, name: string): Words => ({
  en: `${id} has no line named ${name}.`,
  ja: `${id} に ${name} という線はありません。`,
})

export const isInput = (name: string): Words => ({
  en: `${name} is an input.`,
  ja: `${name} は入力です。`,
})

export const lastResort: Words = {
  en: 'A last resort: opening the port raises both for a moment.',
  ja: '最後の手段です。ポートを開くと両方が一瞬アクティブになります。',
}

export const perhapsRelays: Words = {
  en: 'A CH340 does not tell whether relays are behind it: choose it only if you know.',
  ja: 'CH340 からはリレー基板かどうか判別できません。確実な場合だけ選択してください。',
}

export const pinFunction = (
  name: string,
  pin: string | number,
  functions: readonly number[],
): Words => ({
  en: `${name} on GP${pin}: function ${functions[Number(pin)]}`,
  ja: `GP${pin} の ${name}：機能 ${functions[Number(pin)]}`,
})

export const onPin = (name: string, pin: string | number): Words => ({
  en: `${name} on GP${pin}`,
  ja: `GP${pin} の ${name}`,
})

export const noPinNumber = (name: string, pin: string | number): Words => ({
  en: `${name}: "${pin}" is not the number of a pin.`,
  ja: `${name}：「${pin}」はピン番号ではありません。`,
})

export const pinNotBridged = (name: string, pin: string | number): Words => ({
  en: `${name}: the bridge was opened without pin ${pin}.`,
  ja: `${name}：ブリッジはピン ${pin} なしで開かれています。`,
})

export const notReachable = (name: string): Words => ({
  en: `"${name}" cannot be reached from here.`,
  ja: `「${name}」にはここから接続できません。`,
})

export const adapterSilent = (what: string, answerMs: number): Words => ({
  en: `${what} did not answer within ${answerMs} ms.`,
  ja: `${what} から ${answerMs} ms 以内に応答がありません。`,
})

export const vanished = (label: string): Words => ({
  en: `${label} vanished`,
  ja: `${label} が見つからなくなりました`,
})

/** As its port is called: `SIM7672 #2`. */
export const simulatedTitle = (model: string): Words => ({
  en: `Simulated modem ${model}`,
  ja: `模擬モデム ${model}`,
})

export const chipTitle = (label: string, lines: number): Words => ({
  en: `${label} (${lines} pins)`,
  ja: `${label}（${lines} ピン）`,
})

export const relayTitle = (serial: string, channels: number): Words => ({
  en: `USB relay ${serial} (${channels})`,
  ja: `USB リレー ${serial}（${channels}）`,
})

export const linesTitle = (path: string): Words => ({
  en: `DTR and RTS of ${path}`,
  ja: `${path} の DTR と RTS`,
})

export const perhapsTitle = (path: string): Words => ({
  en: `Relay board on ${path}?`,
  ja: `${path} はリレーボード？`,
})

export const processEnded: Words = {
  en: 'its process ended',
  ja: 'アダプターを扱うプロセスが終了しました',
}

export const pathOfLcus: Words = {
  en: 'the path of its serial port, such as lcus:/dev/ttyUSB0',
  ja: 'シリアルポートのパス（例：lcus:/dev/ttyUSB0）',
}

export const pathOfNumato: Words = {
  en: 'the path of its serial port, such as numato:/dev/ttyACM0',
  ja: 'シリアルポートのパス（例：numato:/dev/ttyACM0）',
}

export const pathOfSerial: Words = {
  en: 'the path of a second serial port, such as serial:/dev/ttyUSB1',
  ja: '2 つ目のシリアルポートのパス（例：serial:/dev/ttyUSB1）',
}

export const pathOfMicropython: Words = {
  en: 'the path of the board, such as micropython:/dev/ttyACM0',
  ja: 'ボードのパス（例：micropython:/dev/ttyACM0）',
}

export const nameOfSim: Words = {
  en: 'the name of a simulated modem, such as sim:sim7672',
  ja: '模擬モデム名（例：sim:sim7672）',
}

export const noSuchKind = (name: string, typed: string, kinds: readonly string[]): Words => ({
  en: `"${name}": there is no kind "${typed}"; there are ${kinds.join(', ')}.`,
  ja: `「${name}」：種別「${typed}」はありません。使用できる種別：${kinds.join('、')}。`,
})

export const nothingElseRuns: Words = {
  en: 'While the lines are open, nothing else runs on the board.',
  ja: '線を開いている間、ボードではほかのプログラムは動作しません。',
}

/** What to know before wiring a modem to a kind of adapter. */
export const adapterWarnings = {
  pushPull: {
    en: 'Drives 3.3 V or 5 V. A bare module is 1.8 V inside: never drive its PWRKEY or RESET high; use open drain, a transistor or a relay.',
    ja: '3.3 V または 5 V を出力します。モジュール単体の内部は 1.8 V です。PWRKEY や RESET に High を加えず、オープンドレイン、トランジスター、リレーを使ってください。',
  },
  functions: {
    en: 'As delivered its four pins are outputs for LEDs, driven at plug-in and with each octet of its UART. Make them inputs once, before wiring: modem-bench gpio setup.',
    ja: '出荷時の 4 ピンは LED 用の出力で、USB 接続時や UART 通信のたびに駆動されます。配線前に一度、modem-bench gpio setup で入力に設定してください。',
  },
  glitch: {
    en: 'Opening the port raises DTR and RTS for some milliseconds before anybody can say no. Wire it so that a raised line leaves the key alone, or add an RC.',
    ja: 'ポートを開くと DTR と RTS が数ミリ秒間アクティブになり、避けられません。その状態でキーが押されない配線にするか、RC フィルターを追加してください。',
  },
  ownPort: {
    en: 'Use a port that carries no AT: its control lines belong to the wiring now.',
    ja: 'AT 通信に使わないポートを使用してください。制御線は配線専用になります。',
  },
  blind: {
    en: 'The board does not say what its contacts do; what is shown is what was last written.',
    ja: '接点の状態を読み出せません。表示は最後に書き込んだ値です。',
  },
  relay: {
    en: 'A relay clicks about 100 000 times in its life and takes 5 to 10 ms to switch.',
    ja: 'リレーの寿命は約 10 万回、動作時間は 5〜10 ms です。',
  },
  toolsHold: {
    en: 'What a pin does when its program ends depends on the kernel: a Raspberry Pi keeps the level.',
    ja: 'プログラム終了後のピンの状態はカーネルに依存します。Raspberry Pi ではレベルが保持されます。',
  },
} as const satisfies { readonly [name: string]: Words }
