import { Fault } from '@contract'
import type { Words } from '@contract'

export const unwritten = ({ row, said }: Fault): Words => ({
  en: `the journal is not complete: ${row.meaning.en} ${said.en}`.trim(),
  ja: `ジャーナルの末尾を書き込めませんでした：${row.meaning.ja}${said.ja}`.trim(),
})

export const keptThere: Words = {
  en: '--data and --no-journal are for a bench of this computer; the one of --host keeps its own journal.',
  ja: '--data と --no-journal はこのコンピューターで実行する場合の指定です。--host の接続先は独自のジャーナルを保存します。',
}

export const noBenchAddress = (label: string): Words => ({
  en: `${label}: expected the address of modem-bench serve without its token, such as http://pi.local:8080/.`,
  ja: `${label}：modem-bench serve のアドレスをトークンなしで指定してください（例：http://pi.local:8080/）。`,
})

export const openAs = (url: string, file: string): Words => ({
  en: `open it as ${url}?token=…, with the token that ${file} holds.`,
  ja: `${url}?token=… の … を ${file} のトークンに置き換えて開いてください。`,
})

export const compareCertificate = (fingerprint: string): Words => ({
  en: `no authority knows this certificate. Compare its SHA-256: ${fingerprint}`,
  ja: `この証明書を保証する認証局はありません。SHA-256 フィンガープリントを照合してください：${fingerprint}`,
})

export const reachableByOthers: Words = {
  en: 'anyone who can reach this address and has the token has the modem.',
  ja: 'このアドレスに到達でき、トークンを持つ人は、だれでもモデムを操作できます。',
}

export const notEncrypted: Words = {
  en: 'the connection is not encrypted: whoever is on the way reads the token. See --tls.',
  ja: '接続は暗号化されません。経路上の第三者にトークンを読み取られるおそれがあります。--tls を参照してください。',
}

export const hostToListenOn = (mistake: Words): Words => ({
  en: `--host ${mistake.en}; 127.0.0.1 is this computer alone, 0.0.0.0 all of its addresses.`,
  ja: `--host ${mistake.ja}127.0.0.1 はこのコンピューターのみ、0.0.0.0 はすべてのアドレスです。`,
})

export const noToken: Words = {
  en: '--token-file is missing: the file with the token of that bench. Else MODEM_BENCH_TOKEN counts.',
  ja: '--token-file で接続先のトークンのファイルを指定してください（または MODEM_BENCH_TOKEN）。',
}

export const wrongToken = (file: string): Words => ({
  en: `--token-file ${file}: it holds no token, which is one line of letters, digits and - . _ ~.`,
  ja: `--token-file ${file}：トークン（英数字と - . _ ~ の 1 行）がありません。`,
})

export const belongToBoard: Words = {
  en: '--adapter, --pins and --line belong to a board: name it by --board.',
  ja: '--adapter、--pins、--line はボードの指定です。--board も指定してください。',
}

export const noSuchBoard = (name: string, ids: string): Words => ({
  en: `There is no board "${name}"; there are ${ids}, or the file of your own: ./${name}.yaml`,
  ja: `ボード「${name}」はありません。使用できるボード：${ids}。自作ボードはファイルで指定します：./${name}.yaml`,
})

export const boardUnread = (name: string, why: string): Words => ({
  en: `${name} cannot be read: ${why}`,
  ja: `${name} を読み取れません：${why}`,
})

export const adapterReachedBy = (name: string, detail: string, said: Words): Words => ({
  en: `${name} is reached through --adapter ${detail}`,
  ja: `${name} には --adapter が必要です。${said.ja}`,
})

export const noSuchLine = (name: string, board: string, lines: string): Words => ({
  en: `--line ${name}: ${board} has ${lines}.`,
  ja: `--line ${name}：${board} の線は ${lines} です。`,
})

export const noSuchPins = (pins: string, name: string, sets: string): Words => ({
  en: `--pins ${pins}: ${name} has ${sets}.`,
  ja: `--pins ${pins}：${name} のピンセットは ${sets} です。`,
})

export const noLineWired: Words = {
  en: 'No line is wired: say where, such as --line power=1.',
  ja: '配線が指定されていません。--line power=1 のように指定してください。',
}

export const linePinExpected = (given: string, list: string): Words => ({
  en: `--line ${given}: expected name=pin; the names are ${list}.`,
  ja: `--line ${given}：名前=ピン の形式で指定してください。使用できる名前：${list}。`,
})

export const commandBeforePort = (call: string, meant: string, first: string): Words => ({
  en: `The command stands before the port: modem-bench ${call} ${meant} ${first}`,
  ja: `コマンドはポートの前に指定してください：modem-bench ${call} ${meant} ${first}`,
})

export const oneTooMuch = (stringify: string): Words => ({
  en: `One port was expected; ${stringify} is too much.`,
  ja: `指定できるポートは 1 つです。${stringify} を取り除いてください。`,
})

export const lostAfter = (seconds: number, all: number): Words => ({
  en: `lost after ${seconds} s of ${all} s.`,
  ja: `${all} 秒のうち ${seconds} 秒で切れました。`,
})

export const portVanished = (port: string): Words => ({
  en: `${port} vanished; it is connected again when the device is back.`,
  ja: `${port} が見えなくなりました。デバイスが復帰したら再接続します。`,
})

export const backAfter = (path: string, seconds: string): Words => ({
  en: `${path} is back after ${seconds} s; connecting again.`,
  ja: `${path} が ${seconds} 秒後に復帰しました。再接続します。`,
})

export const noSuchMacro = (name: string, why: string, known: string): Words => ({
  en: `--macro ${name}: ${why}. Macros that need no file: ${known}.`,
  ja: `--macro ${name}：${why}。ファイル不要のマクロ：${known}。`,
})

export const macroValueExpected = (one: string, known: string): Words => ({
  en: `--set ${one}: expected name=value; this macro has: ${known}.`,
  ja: `--set ${one}：名前=値 の形式で指定してください。このマクロの変数：${known}。`,
})

export const journalAt = (file: string, at: Words): Words => ({
  en: `journal: ${file}${at.en}`,
  ja: `ジャーナル：${file}${at.ja}`,
})

export const apnMissing: Words = {
  en: '--apn is missing: the access point name of the SIM, such as soracom.io. --preset soracom gives it with user and password.',
  ja: '--apn を指定してください（SIM のアクセスポイント名。例：soracom.io）。--preset soracom とすると、ユーザー名とパスワードも設定されます。',
}

export const hangingUp: Words = {
  en: 'Hanging up; a modem that does not answer takes some 20 s. Ctrl-C ends at once.',
  ja: '切断しています。モデムが応答しない場合は約 20 秒かかります。Ctrl-C ですぐに終了します。',
}

export const noDisplay: Words = {
  en: 'Neither DISPLAY nor WAYLAND_DISPLAY is set.',
  ja: 'DISPLAY も WAYLAND_DISPLAY も設定されていません。',
}

export const hexExpected = (text: string): Words => ({
  en: `--payload hex:${text}: expected pairs of hex digits, such as hex:48656c6c6f1a.`,
  ja: `--payload hex:${text}：16 進数を 2 桁ずつ指定してください（例：hex:48656c6c6f1a）。`,
})

export const withoutPayload = (text: string) => ({
  en: `${text} asks for a text: give it with --payload TEXT, @FILE or hex:… Nothing was sent (ESC).`,
  ja: `${text} には本文が必要です。--payload に文字列、@ファイル、hex:… のいずれかを指定してください。何も送信していません（ESC）。`,
})

export const bringsBack = (en: string, port: string, ja: string): Words => ({
  en: `${en} modem-bench back ${port} brings it back.`.trim(),
  ja: `${ja}modem-bench back ${port} でコマンドモードへ戻せます。`,
})

export const noPresetOf = (name: string, list: string): Words => ({
  en: `--preset ${name}: there is no such preset. There are:${list}`,
  ja: `--preset ${name}：そのプリセットはありません。次のものがあります。${list}`,
})

export const bothFromInput = (one: string, other: string): Words => ({
  en: `${one} - and ${other} - cannot both read standard input.`,
  ja: `${one} - と ${other} - は同時に標準入力を使用できません。`,
})

export const codeByFile: Words = {
  en: "Give the activation code, 'LPA:1$SERVER$ID' in single quotes, or --code-file FILE (- asks for it).",
  ja: "アクティベーションコード 'LPA:1$SERVER$ID' を一重引用符で囲んで指定するか、--code-file FILE（- で入力を求めます）で指定してください。",
}

export const pinByFile = (name: string): Words => ({
  en: `Give the PIN with ${name}-file FILE (- asks for it).`,
  ja: `PIN を ${name}-file FILE（- で入力を求めます）で指定してください。`,
})

export const passwordByFile: Words = {
  en: 'Give the password with --password-file FILE (- asks for it).',
  ja: 'パスワードを --password-file FILE（- で入力を求めます）で指定してください。',
}

export const keyByFile: Words = {
  en: 'Give the secret of the key with --auth-key-file FILE (- asks for it).',
  ja: '認証キーのシークレットを --auth-key-file FILE（- で入力を求めます）で指定してください。',
}

export const giveOne = (option: string): Words => ({
  en: `${option} and ${option}-file: give one of them.`,
  ja: `${option} と ${option}-file は一方だけを指定してください。`,
})

export const readableByAll = (option: string, variable: string): Words => ({
  en: `everyone on this computer can read ${option} in the list of processes; ${option}-file FILE (- asks), or ${variable}, keeps it to you.`,
  ja: `${option} の値はプロセス一覧からこのコンピューターの全ユーザーに見えます。${option}-file FILE（- で入力を求めます）または ${variable} を使用してください。`,
})

export const oneLineExpected = (option: string, file: string): Words => ({
  en: `${option} ${file}: expected one line, and nothing but the secret in it.`,
  ja: `${option} ${file}：値だけを書いた 1 行が必要です。`,
})

export const prompts = {
  password: { en: 'Password: ', ja: 'パスワード：' },
  pin: { en: 'PIN: ', ja: 'PIN：' },
  newPin: { en: 'New PIN: ', ja: '新しい PIN：' },
  mqtt: { en: 'Password of the broker: ', ja: 'ブローカーのパスワード：' },
  soracom: { en: 'Secret of the authentication key: ', ja: '認証キーのシークレット：' },
  code: { en: 'Activation code: ', ja: 'アクティベーションコード：' },
  confirmation: { en: 'Confirmation code: ', ja: '確認コード：' },
} satisfies { readonly [key: string]: Words }

export const brokerMissing: Words = {
  en: '--mqtt-user, --mqtt-password-file, --mqtt-trust, --mqtt-topic and --mqtt-home-assistant say more of a broker: name it by --mqtt.',
  ja: '--mqtt-user、--mqtt-password-file、--mqtt-trust、--mqtt-topic、--mqtt-home-assistant を使うときは、--mqtt でブローカーを指定してください。',
}

export const portExpected = (text: string): Words => ({
  en: `--port ${text}: expected a number from 0 to 65535.`,
  ja: `--port ${text}：0～65535 の数値を指定してください。`,
})

export const publicUrlExpected = (text: string): Words => ({
  en: `--public-url ${text}: expected an address such as https://bench.example, without a path.`,
  ja: `--public-url ${text}：https://bench.example のような、パスのないアドレスを指定してください。`,
})

export const bothInUse = (where: string, list: string[]): Words => ({
  en: `Both slots of the bench at ${where} are in use: ${list.join(', ')}.`,
  ja: `${where} のスロットは両方とも使用中です（${list.join('、')}）。`,
})

export const leftIn = {
  closed: { en: 'The port is closed.', ja: 'ポートは閉じています。' },
  unknown: {
    en: 'Whether the modem is in command mode is not known.',
    ja: 'モデムがコマンドモードかどうかは不明です。',
  },
  booting: { en: 'The modem boots.', ja: 'モデムは起動中です。' },
  command: {
    en: 'The modem is in command mode.',
    ja: 'モデムはコマンドモードです。',
  },
  data: { en: 'The modem is in data mode.', ja: 'モデムはデータモードのままです。' },
  cmux: { en: 'The modem is in the multiplexer.', ja: 'モデムはマルチプレクサーのままです。' },
} satisfies { readonly [key: string]: Words }

export const noCommandOf = (
  call: string,
  word: string,
  names: readonly string[],
  near: string | undefined,
): Words => ({
  en: `${call} has no command ${word}. ${near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`}`,
  ja: `${call} に ${word} というコマンドはありません。${near === undefined ? `使用できるコマンド：${names.join('、')}` : `${near} の入力間違いではありませんか。`}`,
})

/** `step`: as it is called in each language; `rest` says more of why. */
export const stoppedAtStep = (step: Words, rest: Words): Words => ({
  en: `Stopped at the step “${step.en}”. ${rest.en}`.trim(),
  ja: `ステップ「${step.ja}」で停止しました。${rest.ja}`.trim(),
})

export const levelAfter = (seconds: number, level: string): Words => ({
  en: `${seconds} s: ${level}`,
  ja: `${seconds} 秒：${level}`,
})
