import type { Words } from '@core/words'

export const notWithin = (what: Words, ms: number): Words => ({
  en: `${what.en} within ${ms / 1000} s.`,
  ja: `${ms / 1000} 秒以内に${what.ja}。`,
})

export const portsNotListed: Words = {
  en: 'the system did not list its ports',
  ja: 'システムからポートの一覧を取得できませんでした',
}

export const busSilent = (askMs: number): Words => ({
  en: `D-Bus did not answer within ${askMs / 1000} s.`,
  ja: `D-Bus が ${askMs / 1000} 秒以内に応答しませんでした。`,
})

export const noBusctl: Words = {
  en: 'busctl, which asks it, is not installed.',
  ja: '問い合わせに使う busctl がインストールされていません。',
}

export const takeFromModemManagerBy = (command: string, ruleFile: string, rule: string): Words => ({
  en: `For this session keep running: ${command}. For good put into ${ruleFile}: ${rule}, then replug the modem.`,
  ja: `一時的に使うには ${command} を実行したままにします。恒久的に使うには ${ruleFile} に ${rule} と書き、モデムを挿し直します。`,
})

export const accessRefused = (path: string): Words => ({
  en: `${path}: the system refused access.`,
  ja: `${path}：システムがアクセスを拒否しました。`,
})

export const ownedByRoot = (path: string): Words => ({
  en: `${path} belongs to root alone. Install the udev rules of this program (resources/udev), then replug the device.`,
  ja: `${path} は root 専用です。このプログラムの udev ルール（resources/udev）をインストールし、デバイスを挿し直してください。`,
})

export const ownedByGroup = (path: string, group: string): Words => ({
  en: `${path} belongs to the group ${group}. Run: sudo usermod -aG ${group} $USER, then log out and in.`,
  ja: `${path} はグループ ${group} のものです。sudo usermod -aG ${group} $USER を実行し、ログインし直してください。`,
})

export const noSimulatedModems = (name: string): Words => ({
  en: `"${name}": simulated modems cannot be opened from here.`,
  ja: `「${name}」：ここから模擬モデムは開けません。`,
})

export const noSpeed = (baudRate: number): Words => ({
  en: `${baudRate} is not a speed; expected bit/s such as 115200.`,
  ja: `${baudRate} は通信速度として正しくありません。115200 のように bit/s で指定してください。`,
})

export const notPlugged = (identity: string): Words => ({
  en: `${identity} is not plugged in.`,
  ja: `${identity} は接続されていません。`,
})

export const folderClosed = (path: string): Words => ({
  en: `${path}: a folder on the way is closed to you.`,
  ja: `${path}：途中のフォルダーにアクセスする権限がありません。`,
})

export const noSerialPort = (path: string): Words => ({
  en: `${path} is a device, but not a serial port.`,
  ja: `${path} はデバイスですが、シリアルポートではありません。`,
})

export const notOpenedByDriver = (path: string): Words => ({
  en: `${path}: the driver did not open it`,
  ja: `ドライバーが ${path} を開けませんでした`,
})

export const heldByModemManager = (path: string, who: string, { en, ja }: Words): Words => ({
  en: `${path} is held by ${who}. ${en}`,
  ja: `${path} は ${who} が使用中です。${ja}`,
})

export const perhapsHeldByModemManager = (path: string): Words => ({
  en: `${path} is held by a program the system does not name. It may be ModemManager, which did not answer when asked.`,
  ja: `${path} は他のプログラムが使用中です（プログラム名は取得できません）。ModemManager に問い合わせましたが応答がなく、ModemManager が使用している可能性があります。`,
})

export const heldByPid = (path: string, program: string, pid: number): Words => ({
  en: `${path} is held by ${program} (pid ${pid}).`,
  ja: `${path} は ${program}（pid ${pid}）が使用中です。`,
})

export const heldByUnknown = (path: string): Words => ({
  en: `${path} is held by a program the system does not name.`,
  ja: `${path} は他のプログラムが使用中です（プログラム名は取得できません）。`,
})

export const nameEmpty: Words = { en: 'The name is empty.', ja: '名前が空です。' }

export const controlCharacterInName: Words = {
  en: 'The name holds a control character.',
  ja: '名前に制御文字が含まれています。',
}

export const noTcpPort = (name: string): Words => ({
  en: `"${name}": expected tcp:host:port with a port from 1 to 65535, such as tcp:192.168.1.5:2000 or tcp:[::1]:2000.`,
  ja: `「${name}」：tcp:host:port の形式（ポートは 1～65535）で指定してください。例：tcp:192.168.1.5:2000、tcp:[::1]:2000。`,
})

export const noPortOfBoard = (name: string): Words => ({
  en: `"${name}": a board is behind a serial port or tcp:host:port.`,
  ja: `「${name}」：ボードの接続先はシリアルポートまたは tcp:host:port で指定してください。`,
})

export const noWindowsPort = (name: string): Words => ({
  en: `"${name}": expected COM1 to COM9999, tcp:host:port or sim:name.`,
  ja: `「${name}」：COM1～COM9999、tcp:host:port、sim:name のいずれかで指定してください。`,
})

export const windowsOnly: Words = {
  en: 'COM ports exist on Windows only; here a port is a path such as /dev/ttyUSB2.',
  ja: 'COM ポートは Windows だけのものです。ここでは /dev/ttyUSB2 のようなパスで指定してください。',
}

export const meantDevice = (name: string): Words => ({
  en: `Did you mean /dev/${name}?`,
  ja: `/dev/${name} と指定してください。`,
})

export const noPath: Words = {
  en: 'Expected a path such as /dev/ttyUSB2, tcp:host:port or sim:name.',
  ja: '/dev/ttyUSB2 のようなパス、tcp:host:port、sim:name のいずれかで指定してください。',
}

export const tookOnly = (label: string, done: number, all: number): Words => ({
  en: `${label} took ${done} of ${all} bytes, then no more.`,
  ja: `${label}：${all} オクテット中 ${done} オクテットで送信が止まりました。`,
})

export const didNotAnswer = (label: string): Words => ({
  en: `${label} did not answer`,
  ja: `${label} から応答がありませんでした`,
})

export const deviceSilent = (device: string, takeMs: number): Words => ({
  en: `${device}: no answer within ${takeMs / 1000} s.`,
  ja: `${device}：${takeMs / 1000} 秒以内に応答がありません。`,
})

export const mmcliEnded: Words = { en: 'mmcli ended.', ja: 'mmcli が終了しました。' }

export const closedByPeer: Words = {
  en: 'the other side closed the connection',
  ja: '相手側が接続を閉じました',
}

export const hostSilent = (connectMs: number): Words => ({
  en: `no answer within ${connectMs / 1000} s`,
  ja: `${connectMs / 1000} 秒以内に応答がありません`,
})

export const noTcpName = (name: string): Words => ({
  en: `"${name}": expected tcp:host:port, such as tcp:192.168.1.5:2000.`,
  ja: `「${name}」：tcp:host:port の形式で指定してください（例：tcp:192.168.1.5:2000）。`,
})

export const ofHostPort = (host: string, port: number, { en, ja }: Words): Words => ({
  en: `${host} port ${port}: ${en}.`,
  ja: `${host} ポート ${port}：${ja}。`,
})

export const peerTakesNoMore = (label: string): Words => ({
  en: `${label}: the other side takes no more bytes.`,
  ja: `${label}：相手側がデータを受け取らなくなりました。`,
})

export const noRfc2217Port = (name: string): Words => ({
  en: `"${name}": expected rfc2217://host:port with a port from 1 to 65535, such as rfc2217://192.168.1.5:2000 or rfc2217://[::1]:2000.`,
  ja: `「${name}」：rfc2217://host:port の形式（ポートは 1～65535）で指定してください。例：rfc2217://192.168.1.5:2000、rfc2217://[::1]:2000。`,
})

export const bridgeFraming = (name: string, framing: string): Words => ({
  en: `${name}: behind a MicroPython board the modem is spoken to with 8N1, not ${framing}. Leave the framing at 8N1.`,
  ja: `${name}：MicroPython ボード経由では 8N1 で通信します（${framing} は使えません）。フレーム形式は 8N1 のままにしてください。`,
})

export const roleWords = {
  at: { en: 'AT port', ja: 'AT ポート' },
  at2: { en: 'second AT port', ja: '2 つ目の AT ポート' },
  ppp: { en: 'modem (PPP) port', ja: 'モデム（PPP）ポート' },
  diag: { en: 'DIAG, leave alone', ja: 'DIAG、使用不可' },
  gps: { en: 'GPS (NMEA)', ja: 'GPS（NMEA）' },
  repl: { en: 'MicroPython REPL', ja: 'MicroPython REPL' },
  audio: { en: 'audio, leave alone', ja: '音声、使用不可' },
  qmi: { en: 'network (QMI), leave alone', ja: 'ネットワーク（QMI）、使用不可' },
  log: { en: 'log, leave alone', ja: 'ログ、使用不可' },
  unknown: { en: 'unknown port', ja: '役割不明のポート' },
} satisfies { readonly [key: string]: Words }

export const leaveAlone: Words = { en: 'leave alone', ja: '使用不可' }

export const consoleLabel = (name: string): Words => ({
  en: `System console (${name})`,
  ja: `システムコンソール（${name}）`,
})

export const plainLabel = (name: string): Words => ({
  en: `Serial port (${name})`,
  ja: `シリアルポート（${name}）`,
})

export const behindLabel = (name: string): Words => ({
  en: `MicroCat.1: modem behind MicroPython (${name})`,
  ja: `MicroCat.1：MicroPython の先のモデム（${name}）`,
})

export const notes = {
  diag: {
    en: 'Diagnostics for the maker of the modem: binary, never answers AT. Leave it alone.',
    ja: 'メーカー用の診断ポートです。バイナリ通信で AT には応答しません。使用しないでください。',
  },
  console: {
    en: 'The system console writes here; turn it off before connecting a modem.',
    ja: 'システムコンソールが使用中です。モデムを接続する前に無効にしてください。',
  },
  bridge: {
    en: 'A USB serial adapter; what is connected to it shows when it is opened.',
    ja: 'USB シリアル変換アダプターです。接続先は開くと分かります。',
  },
  behindBoard: {
    en: 'The modem of the board, through a bridge that is loaded into its MicroPython while the port is open. A running main.py is not interrupted unless you say so.',
    ja: 'ボード上のモデムです。ポートを開いている間、MicroPython にブリッジを読み込んで中継します。実行中の main.py は許可なく中断しません。',
  },
  unknownModem: {
    en: 'The role of this port is not known; try AT on one port at a time.',
    ja: 'このポートの役割は不明です。1 ポートずつ AT を試してください。',
  },
  ignore: {
    en: 'Not meant for AT on this modem. Leave it alone.',
    ja: 'このモデムでは AT 用のポートではありません。使用しないでください。',
  },
} as const satisfies Record<string, Words>

export const folderInstead = (path: string): Words => ({
  en: `${path} is a folder, not a serial port.`,
  ja: `${path} はフォルダーであり、シリアルポートではありません。`,
})

export const fileInstead = (path: string): Words => ({
  en: `${path} is a file, not a serial port.`,
  ja: `${path} はファイルであり、シリアルポートではありません。`,
})
