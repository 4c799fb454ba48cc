import type { FaultRow } from './row'

/** Files and certificates in a modem. */
export const fileFaults = {
  'files-unknown': {
    meaning: {
      en: 'How this modem keeps files is not known here.',
      ja: 'このモデムのファイル操作の方法は登録されていません。',
    },
    causes: [
      {
        en: 'Its answers to ATI and AT+CGMM belong to no family that has a table, or it did not answer them.',
        ja: 'ATI と AT+CGMM の応答がどの系列にも当てはまらないか、応答がありませんでした。',
      },
    ],
    tries: [
      {
        en: 'Look into its manual, and send the command in the terminal: what it prompts for can be a file.',
        ja: 'マニュアルを確認し、ターミナルからコマンドを送信してください。入力待ちになったらファイルを送信できます。',
      },
    ],
  },
  'files-no-store': {
    meaning: {
      en: 'This family has no place of its own for that.',
      ja: 'この系列には専用の保存場所がありません。',
    },
    causes: [
      {
        en: 'Where certificates have no place of their own, they lie among the files.',
        ja: '証明書専用の保存場所がない系列では、ファイルとして保存します。',
      },
    ],
    tries: [
      {
        en: 'Load it as a file, and name it in the TLS settings of the modem.',
        ja: 'ファイルとして書き込み、モデムの TLS 設定でその名前を指定してください。',
      },
    ],
  },
  'files-exists': {
    meaning: {
      en: 'The modem has a file of this name already; nothing was written.',
      ja: '同じ名前のファイルがモデムにあります。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'An earlier upload, or the firmware’s own.',
        ja: '以前に書き込んだものか、ファームウェアのファイルです。',
      },
    ],
    tries: [
      {
        en: 'Take another name, or replace it: --replace, or the box beside the name.',
        ja: '別の名前にするか、置き換えてください（--replace、または名前の横のチェックボックス）。',
      },
    ],
  },
  'files-missing': {
    meaning: {
      en: 'The modem has no file of this name.',
      ja: 'この名前のファイルはモデムにありません。',
    },
    causes: [
      {
        en: 'It was deleted, lies in another folder, or is written with other letters.',
        ja: '削除済みか、別のフォルダーにあるか、大文字・小文字が異なります。',
      },
    ],
    tries: [{ en: 'Read the list again.', ja: '一覧を再読み込みしてください。' }],
  },
  'files-full': {
    meaning: {
      en: 'There is not enough room in the modem; nothing was written.',
      ja: 'モデムの空き容量が足りません。何も書き込んでいません。',
    },
    causes: [
      {
        en: 'The file system of a module has a few megabytes, which recordings, logs and firmware packages fill.',
        ja: 'モジュールのファイル領域は数 MB で、録音、ログ、更新パッケージなどで埋まります。',
      },
    ],
    tries: [
      {
        en: 'Delete what is no longer needed, then load it again.',
        ja: '不要なファイルを削除してから書き込み直してください。',
      },
    ],
  },
  'files-cut': {
    meaning: {
      en: 'The upload was cancelled; a part of the file may lie in the modem.',
      ja: '書き込みをキャンセルしました。ファイルの一部がモデムに残っている可能性があります。',
    },
    causes: [
      {
        en: 'The modem had begun to take the octets that were announced to it.',
        ja: 'モデムは通知されたオクテット数の受信を開始していました。',
      },
    ],
    tries: [
      {
        en: 'Read the list (modem-bench files list PORT): what lies there of it is deleted with modem-bench files rm PORT NAME --yes, or replaced with --replace.',
        ja: '一覧（modem-bench files list ポート）で確認し、残っている場合は modem-bench files rm ポート 名前 --yes で削除するか、--replace で書き込み直してください。',
      },
      {
        en: 'A modem that does not answer still waits for the rest: it gives up after some seconds to minutes, or with a restart.',
        ja: 'モデムが応答しない場合は残りのデータを待っています。数秒～数分後に受信を中止します（再起動でも中止されます）。',
      },
    ],
  },
  'files-unread': {
    meaning: {
      en: 'The modem’s answer about its files is not of a shape that is known here.',
      ja: 'ファイルに関するモデムの応答を解釈できません。',
    },
    causes: [
      {
        en: 'Another program speaks on the port, octets were lost, or the firmware answers otherwise than its manual.',
        ja: '別のプログラムがポートで通信しているか、データが欠落したか、ファームウェアの応答がマニュアルと異なります。',
      },
    ],
    tries: [
      {
        en: 'Read the list again; where the same comes, send the command in the terminal and compare it with the manual.',
        ja: '一覧を再読み込みしてください。同じ応答であれば、ターミナルからコマンドを送信してマニュアルと比較してください。',
      },
    ],
  },
  'files-empty': {
    meaning: { en: 'The file is empty.', ja: 'ファイルが空です。' },
    causes: [
      {
        en: 'Modems count the octets they wait for, and take no count of 0.',
        ja: 'モデムは待ち受けるオクテット数を数えるため、0 オクテットを受け付けません。',
      },
    ],
    tries: [
      { en: 'Choose a file with something in it.', ja: '内容のあるファイルを選んでください。' },
    ],
  },
  'files-no-certificate': {
    meaning: {
      en: 'This is no certificate, and no key in PEM; nothing was sent.',
      ja: '証明書でも PEM の鍵でもありません。何も送信していません。',
    },
    causes: [
      {
        en: 'The wrong file, an archive of several (PKCS #12), a page that was saved in the place of the certificate, or a key in DER, which no export could mask.',
        ja: '別のファイル、複数をまとめた形式（PKCS #12）、証明書の代わりに保存した Web ページ、エクスポート時に伏せられない DER の鍵などです。',
      },
    ],
    tries: [
      {
        en: 'Take it in PEM: openssl pkcs12 -in FILE -nokeys writes that from PKCS #12, openssl pkey -inform DER -in FILE from a key.',
        ja: 'PEM のファイルを指定してください。PKCS #12 は openssl pkcs12 -in FILE -nokeys、鍵は openssl pkey -inform DER -in FILE で PEM に変換できます。',
      },
    ],
  },
  'files-not-there': {
    meaning: {
      en: 'The modem took the file and does not have it as it was sent.',
      ja: 'モデムは受信しましたが、送信した内容どおりに保存されていません。',
    },
    causes: [
      {
        en: 'Octets were lost on a port without flow control, or the memory of the modem is full or worn.',
        ja: 'フロー制御のないポートでの欠落、メモリ不足や劣化が考えられます。',
      },
    ],
    tries: [
      {
        en: 'Turn RTS/CTS on or lower the speed of the port, look at the free space, and load it again with --replace.',
        ja: 'RTS/CTS を有効にするかポートの速度を下げ、空き容量を確認して、--replace で書き込み直してください。',
      },
    ],
  },
  'files-no-reading': {
    meaning: {
      en: 'What lies there cannot be read out of this modem.',
      ja: 'このモデムから内容を読み出すことはできません。',
    },
    causes: [
      {
        en: 'Certificates and keys are kept so that they stay inside; some firmwares give files as text alone.',
        ja: '証明書や鍵は外に出せないように保存されます。ファイルをテキストとしてしか返さないファームウェアもあります。',
      },
    ],
    tries: [
      {
        en: 'Keep the original, and compare the name in the list.',
        ja: '元のファイルを保管し、一覧の名前で照合してください。',
      },
    ],
  },
  'files-refused': {
    meaning: {
      en: 'The modem refused a command for its files.',
      ja: 'モデムがファイルのコマンドを拒否しました。',
    },
    causes: [
      {
        en: 'What it said stands beside. The file may be in use, its name not allowed, or the space used up.',
        ja: '応答は横に示すとおりです。使用中のファイル、使用できない名前、容量不足などが考えられます。',
      },
    ],
    tries: [
      {
        en: 'Read the list again: it shows what is there and how much is free.',
        ja: '一覧を再読み込みし、内容と空き容量を確認してください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
