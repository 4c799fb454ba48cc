import type { FaultRow } from './row'

export const portFaults = {
  'port-not-found': {
    meaning: { en: 'There is no such port.', ja: 'そのポートは存在しません。' },
    causes: [
      {
        en: 'The cable is out, or the modem is off.',
        ja: 'ケーブルが抜けているか、モデムの電源が入っていません。',
      },
      {
        en: 'The device came back under another name.',
        ja: 'デバイスが別の名前で再認識されています。',
      },
    ],
    tries: [
      {
        en: 'List the ports again, and look whether a port appears when you plug the modem in.',
        ja: 'ポートを再度一覧し、モデムを挿したときにポートが増えるか確認してください。',
      },
    ],
  },
  'port-busy': {
    meaning: {
      en: 'Another program has the port open.',
      ja: '別のプログラムがこのポートを使用中です。',
    },
    causes: [
      {
        en: 'ModemManager, pppd or another terminal holds it.',
        ja: 'ModemManager、pppd、または別のターミナルが開いています。',
      },
    ],
    tries: [
      {
        en: 'Close the other program.',
        ja: 'そのプログラムを終了してください。',
      },
      {
        en: 'If ModemManager holds it: keep mmcli --inhibit-device=UID running to take this modem for a while, or install a udev rule with ID_MM_PORT_IGNORE.',
        ja: 'ModemManager が使用中の場合は、mmcli --inhibit-device=UID を実行したままにすると一時的に解放されます。恒久的には ID_MM_PORT_IGNORE の udev ルールを設定してください。',
      },
      {
        en: 'If ModemManager holds it and the modem was just plugged in: it probes a new modem for about 15 s; wait and open again.',
        ja: 'ModemManager が使用中で、モデムを接続した直後の場合は、約 15 秒間の検出が終わるまで待って開き直してください。',
      },
    ],
  },
  'port-already-open': {
    meaning: {
      en: 'The port is open in this program already.',
      ja: 'このポートはすでに本プログラムで開いています。',
    },
    causes: [
      {
        en: 'The other slot has it, as its port or as its second AT port, or an NMEA port is read from it.',
        ja: 'もう一方のスロットのポートまたは 2 つ目の AT ポートとして、あるいは NMEA ポートとして使用中です。',
      },
    ],
    tries: [
      {
        en: 'Work with it where it is open, or close it there first.',
        ja: '開いているスロットで操作するか、先にそのスロットで閉じてください。',
      },
      {
        en: 'For another simulated modem of the same kind add another number, such as sim:sim7672#2 or sim:sim7672#3.',
        ja: '同じ種類のシミュレーターをもう 1 台使う場合は、sim:sim7672#2、sim:sim7672#3 のように別の番号を付けてください。',
      },
    ],
  },
  'port-slots-full': {
    meaning: {
      en: 'The bench has no free slot.',
      ja: '空いているスロットがありません。',
    },
    causes: [
      {
        en: 'A window or another command works with the ports that are open there.',
        ja: '接続先で開いているポートを、ウィンドウまたは別のコマンドが使用しています。',
      },
    ],
    tries: [
      {
        en: 'Close a port there: in its window, or with the call port.close of its API.',
        ja: '接続先のウィンドウ、または API の port.close でポートを閉じてください。',
      },
    ],
  },
  'port-permission': {
    meaning: {
      en: 'You are not allowed to open the port.',
      ja: 'このポートを開く権限がありません。',
    },
    causes: [
      {
        en: 'Your user is not in the group that owns the device.',
        ja: 'デバイスを所有するグループにユーザーが入っていません。',
      },
    ],
    tries: [
      {
        en: 'Run the command shown here (sudo usermod -aG group $USER), then log out and in again.',
        ja: '表示されたコマンド（sudo usermod -aG グループ名 $USER）を実行し、ログインし直してください。',
      },
      {
        en: 'Or install the udev rules of this program, which open modems to whoever sits at the computer.',
        ja: 'または、付属の udev ルールを導入すると、ログイン中のユーザーがモデムを使えるようになります。',
      },
    ],
  },
  'port-gone': {
    meaning: { en: 'The port vanished.', ja: 'ポートが消えました。' },
    causes: [
      {
        en: 'The cable was pulled, or the modem reset or lost power.',
        ja: 'ケーブルが抜けたか、モデムがリセットまたは電源断しました。',
      },
    ],
    tries: [
      {
        en: 'A port of this computer: check cable and supply. The window and --hold open it again by themselves when the same device returns.',
        ja: 'このコンピューターのポートの場合は、ケーブルと電源を確認してください。ウィンドウと --hold では、同じデバイスが戻れば自動的に開き直します。',
      },
      {
        en: 'A port of another machine (tcp:, rfc2217:): check the network and the program that offers the port there, then open it again.',
        ja: '別のコンピューターのポート（tcp:、rfc2217:）の場合は、ネットワークと、接続先でポートを提供しているプログラムを確認し、開き直してください。',
      },
    ],
  },
  'port-no-at': {
    meaning: {
      en: 'This port does not answer AT, so it cannot serve as the second AT port.',
      ja: 'このポートは AT に応答しないため、2 つ目の AT ポートとして使えません。',
    },
    causes: [
      {
        en: 'It is another function of the modem (GPS, DIAG, audio), or a port of another device.',
        ja: 'モデムの別機能（GPS、DIAG、音声）か、別のデバイスのポートです。',
      },
    ],
    tries: [
      {
        en: 'Choose one that is offered for this modem, or find it with "Which port is for AT?".',
        ja: 'このモデムの候補から選ぶか、「AT ポートを探す」で確認してください。',
      },
    ],
  },
  'port-closed': {
    meaning: { en: 'The port is not open.', ja: 'ポートが開いていません。' },
    causes: [
      {
        en: 'It was closed while something still wanted to use it.',
        ja: '使用中に閉じられました。',
      },
    ],
    tries: [{ en: 'Open the port again.', ja: 'ポートを開き直してください。' }],
  },
  'port-failed': {
    meaning: { en: 'The port does not work.', ja: 'ポートでエラーが発生しました。' },
    causes: [{ en: 'The driver reported an error.', ja: 'ドライバーがエラーを返しました。' }],
    tries: [
      {
        en: 'Unplug and plug the device, then open it again.',
        ja: 'デバイスを挿し直してから開き直してください。',
      },
    ],
  },
  'port-stuck': {
    meaning: {
      en: 'The port takes no more bytes.',
      ja: 'ポートがデータを受け付けません。',
    },
    causes: [
      {
        en: 'RTS/CTS flow control is on and the modem keeps CTS low, or CTS is not wired.',
        ja: 'RTS/CTS フロー制御が有効で、モデムが CTS を下げているか、CTS が配線されていません。',
      },
      {
        en: 'The other side of a pty or TCP connection does not read.',
        ja: 'pty または TCP 接続の相手側がデータを読み出していません。',
      },
    ],
    tries: [
      {
        en: 'Turn flow control off, or check the CTS wire; then close and open the port.',
        ja: 'フロー制御を無効にするか CTS の配線を確認し、ポートを開き直してください。',
      },
    ],
  },
  'port-unreachable': {
    meaning: {
      en: 'The TCP port cannot be reached.',
      ja: 'TCP ポートに接続できません。',
    },
    causes: [
      {
        en: 'The serial server is off or listens on another port, or a firewall is in between.',
        ja: 'シリアルサーバーが停止中か、ポート番号が異なるか、ファイアウォールで遮断されています。',
      },
      {
        en: 'The server allows one connection at a time and somebody has it.',
        ja: 'サーバーが同時に 1 接続しか受け付けず、ほかの誰かが使用中です。',
      },
    ],
    tries: [
      {
        en: 'Check host, port number and that the server runs; its raw mode is tcp:host:port here, and RFC 2217 rfc2217://host:port.',
        ja: 'ホスト名、ポート番号、サーバーの起動を確認してください。raw モードのポートは tcp:host:port、RFC 2217 のポートは rfc2217://host:port で指定します。',
      },
    ],
  },
  'port-name': {
    meaning: { en: 'That is not the name of a port.', ja: 'ポートの指定が正しくありません。' },
    causes: [
      {
        en: 'The text is none of the forms a port can have.',
        ja: 'ポートとして解釈できない文字列です。',
      },
    ],
    tries: [
      {
        en: 'Use a path (/dev/ttyUSB2, COM7), tcp:host:port, rfc2217://host:port, or sim:sim7672.',
        ja: 'パス（/dev/ttyUSB2、COM7）、tcp:host:port、rfc2217://host:port、sim:sim7672 のいずれかを指定してください。',
      },
    ],
  },
  'simulator-setting': {
    meaning: {
      en: 'This simulated modem has no such setting.',
      ja: '模擬モデムにこの設定はありません。',
    },
    causes: [
      {
        en: 'The name of a setting behind “?” is misspelt, or its value is none that it can have.',
        ja: '「?」に続く設定名が誤っているか、値が範囲外です。',
      },
    ],
    tries: [
      {
        en: 'Take one of those named above; docs/guides/simulator.md explains each: sim:sim7672?path-silent=on&path-mtu=1300.',
        ja: '上に挙げたものから選んでください。各設定は docs/guides/simulator.md に説明があります（例：sim:sim7672?path-silent=on&path-mtu=1300）。',
      },
    ],
  },
  'simulator-runs': {
    meaning: {
      en: 'This simulated modem already runs with other options.',
      ja: 'この模擬モデムは、すでに別の設定で動作しています。',
    },
    causes: [
      {
        en: 'It was opened before; what its SIM and network are made of stays as it was until the program ends.',
        ja: 'すでに開かれたことがあります。SIM やネットワークの設定は、プログラムを終了するまで変わりません。',
      },
    ],
    tries: [
      {
        en: 'Open another one under the name given above; or open this one without options.',
        ja: '上に示した名前で別の模擬モデムを開くか、設定を付けずにこのモデムを開いてください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
