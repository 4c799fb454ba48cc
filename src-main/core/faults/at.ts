import type { FaultRow } from './row'

export const atFaults = {
  'at-timeout': {
    meaning: {
      en: 'The modem did not answer in time.',
      ja: 'モデムから時間内に応答がありません。',
    },
    causes: [
      {
        en: 'It is off or still booting, or the speed or the port is wrong.',
        ja: '電源オフ、起動中、または通信速度やポートの誤りが考えられます。',
      },
      {
        en: 'It is in data mode, where AT commands are not read.',
        ja: 'データモード中で、AT コマンドを受け付けていません。',
      },
    ],
    tries: [
      {
        en: 'Check power and port, then try AT again after 15 s.',
        ja: '電源とポートを確認し、15 秒ほど待ってから AT を再送してください。',
      },
    ],
  },
  'at-error': {
    meaning: { en: 'The modem refused the command.', ja: 'モデムがコマンドを拒否しました。' },
    causes: [
      {
        en: 'This firmware does not know it, or the present state does not allow it.',
        ja: 'このファームウェアが対応していないか、現在の状態では実行できません。',
      },
    ],
    tries: [
      {
        en: 'Turn on AT+CMEE=2 and send it again to see the reason.',
        ja: 'AT+CMEE=2 を設定して再送し、理由を確認してください。',
      },
    ],
  },
  'at-cancelled': {
    meaning: { en: 'The command was cancelled.', ja: 'コマンドは中止されました。' },
    causes: [
      { en: 'You or a later step stopped it.', ja: '操作または後続の処理によって中止されました。' },
    ],
    tries: [{ en: 'Send it again when you want it.', ja: '必要なときに再送してください。' }],
  },
  'at-asleep': {
    meaning: {
      en: 'The modem sleeps (PSM), as it said.',
      ja: 'モデムが通知どおりスリープ（PSM）に入っています。',
    },
    causes: [
      {
        en: 'PSM is on (AT+CPSMS), and the network granted it.',
        ja: 'PSM が有効（AT+CPSMS）で、ネットワークに許可されています。',
      },
    ],
    tries: [
      {
        en: 'Wake it with its power key (PWRKEY) or wake line, or wait until T3412 has run out; then send AT again.',
        ja: '電源キー（PWRKEY）または復帰用の信号線で起動するか、T3412 の満了を待ってから、AT を再送してください。',
      },
      {
        en: 'To keep it awake send AT+CPSMS=0 once it answers.',
        ja: 'スリープさせない場合は、応答が戻ったら AT+CPSMS=0 を送ってください。',
      },
    ],
  },
  'at-unresponsive': {
    meaning: {
      en: 'The port does not answer any more; polling has stopped.',
      ja: 'ポートが応答しなくなったため、ポーリングを停止しました。',
    },
    causes: [
      {
        en: 'Three commands in a row were not answered.',
        ja: '3 回連続でコマンドに応答がありませんでした。',
      },
    ],
    tries: [
      {
        en: 'Check power; then press "back to command mode", or reopen the port.',
        ja: '電源を確認し、「コマンドモードに戻す」またはポートの再オープンを試してください。',
      },
    ],
  },
  'at-reset': {
    meaning: {
      en: 'The modem restarted in the middle of a command.',
      ja: 'コマンド実行中にモデムが再起動しました。',
    },
    causes: [
      {
        en: 'A reset, a brown-out at transmit, or a crash.',
        ja: 'リセット、送信時の電圧降下、またはクラッシュが考えられます。',
      },
    ],
    tries: [
      {
        en: 'Look at the supply (2 A peaks); then start again.',
        ja: '電源（ピーク 2 A）を確認してから、やり直してください。',
      },
    ],
  },
  'at-garbled': {
    meaning: {
      en: 'Characters arrive broken: the speed does not match the modem’s, or the line is disturbed.',
      ja: '文字化けが発生しています。通信速度がモデムと合っていないか、信号線にノイズが乗っています。',
    },
    causes: [
      {
        en: 'The port is set to another speed than the modem (AT+IPR), or the modem still looks for the speed of what it hears.',
        ja: 'ポートの通信速度がモデム（AT+IPR）と異なるか、モデムが速度を自動判別している途中です。',
      },
      {
        en: 'Ground is missing, levels differ (1.8 V, 3.3 V), or a software serial port is too slow for the speed.',
        ja: 'GND が接続されていないか、信号レベル（1.8 V、3.3 V）が異なるか、ソフトウェアシリアルの速度が不足しています。',
      },
    ],
    tries: [
      {
        en: 'Try 115200, 9600, 57600 and 460800 bit/s one after another, with AT several times at each; then fix the speed with AT+IPR.',
        ja: '115200、9600、57600、460800 ビット/秒の順に、それぞれ AT を数回送って試してください。応答したら AT+IPR で速度を固定します。',
      },
      {
        en: 'Check ground, TX, RX and the level of both sides; use a hardware serial port, at 9600 bit/s where there is only a software one.',
        ja: 'GND、TX、RX の配線と信号レベルを確認してください。ハードウェアシリアルを使用し、ソフトウェアシリアルしかない場合は 9600 ビット/秒にしてください。',
      },
    ],
  },
  'at-restarts': {
    meaning: {
      en: 'The modem restarts again and again.',
      ja: 'モデムが再起動を繰り返しています。',
    },
    causes: [
      {
        en: 'The supply gives way when the modem transmits (2G takes 2 A for a moment).',
        ja: '送信時に電源電圧が下がっています（2G では瞬間的に 2 A 流れます）。',
      },
      {
        en: 'Something holds its power key or reset line, or switches it off and on.',
        ja: 'PWRKEY やリセット線が押されたままか、電源が入れ直されています。',
      },
    ],
    tries: [
      {
        en: 'Measure the voltage at the pins of the modem while it looks for its network: it must stay above the lowest that its data sheet allows.',
        ja: 'ネットワークの検索中にモデムの電源端子の電圧を測り、データシートの下限を割らないことを確認してください。',
      },
      {
        en: 'Use a supply of 2 A or more, short thick wires, and a large capacitor (470 µF or more, low ESR) beside the modem.',
        ja: '2 A 以上の電源と短く太い配線を使い、モデムの近くに低 ESR の大容量コンデンサー（470 µF 以上）を置いてください。',
      },
    ],
  },
  'at-not-command-mode': {
    meaning: {
      en: 'The port is not in command mode; AT commands cannot be sent now.',
      ja: 'コマンドモードではないため、AT コマンドを送信できません。',
    },
    causes: [
      {
        en: 'PPP or the multiplexer owns the port.',
        ja: 'PPP またはマルチプレクサーがポートを使用中です。',
      },
    ],
    tries: [
      {
        en: 'Press "back to command mode", or hang up.',
        ja: '「コマンドモードに戻す」を押すか、回線を切断してください。',
      },
    ],
  },
  'at-prompt': {
    meaning: {
      en: 'The modem waits for text: what is sent now would become part of it.',
      ja: 'モデムは本文の入力を待っています。ここで送信した文字は本文の一部になります。',
    },
    causes: [
      {
        en: 'A command such as AT+CMGS was sent without its text, here or by an earlier program.',
        ja: 'AT+CMGS などのコマンドが、本文を送らないまま終わっています（以前のプログラムの場合もあります）。',
      },
    ],
    tries: [
      {
        en: 'Send the text, or give it up: ESC leaves the prompt and sends nothing (modem-bench back PORT does the same).',
        ja: '本文を送信するか、入力を中止してください。ESC で何も送信せずに抜けられます（modem-bench back PORT でも可）。',
      },
    ],
  },
  'at-no-prompt': {
    meaning: {
      en: 'The modem waits for no text.',
      ja: 'モデムは本文の入力を待っていません。',
    },
    causes: [
      {
        en: 'The command had ended meanwhile, with a result of its own or by its time.',
        ja: 'コマンドがすでに終了しています（結果が返ったか、時間切れです）。',
      },
    ],
    tries: [
      {
        en: 'Send the command again; its prompt comes first.',
        ja: 'コマンドを再送し、プロンプトを待ってから本文を送信してください。',
      },
    ],
  },
  'at-bad-command': {
    meaning: {
      en: 'This text cannot be sent as an AT command.',
      ja: 'このテキストは AT コマンドとして送信できません。',
    },
    causes: [
      {
        en: 'It holds a line break or a control character, or is too long.',
        ja: '改行や制御文字を含むか、長すぎます。',
      },
    ],
    tries: [
      {
        en: 'Send one line of printable characters, at most 3071.',
        ja: '印字可能な文字のみの 1 行（最大 3071 文字）にしてください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
