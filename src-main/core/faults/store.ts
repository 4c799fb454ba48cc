import type { FaultRow } from './row'

export const storeFaults = {
  'store-failed': {
    meaning: {
      en: 'The data folder cannot be read or written.',
      ja: 'データフォルダーの読み書きに失敗しました。',
    },
    causes: [
      { en: 'The disk is full or was removed.', ja: 'ディスクがいっぱいか、取り外されています。' },
      {
        en: 'The folder belongs to another user, as after a run with sudo.',
        ja: 'sudo での実行後など、フォルダーが別のユーザーの所有になっています。',
      },
    ],
    tries: [
      {
        en: 'Make room on the disk; what was not written yet is kept and written then.',
        ja: 'ディスクの空きを確保してください。未書き込みの内容は保持され、その後に書き込まれます。',
      },
      {
        en: 'Check the owner of the folder, or set MODEM_BENCH_DATA to another one.',
        ja: 'フォルダーの所有者を確認するか、MODEM_BENCH_DATA で別のフォルダーを指定してください。',
      },
    ],
  },
  'keyring-closed': {
    meaning: {
      en: 'Logins that were kept cannot be opened.',
      ja: '保存した認証情報を復号できません。',
    },
    causes: [
      {
        en: 'The keyring of the system is locked, was reset, or the folder came from another computer or user.',
        ja: 'システムのキーリングがロックまたは初期化されたか、別のコンピューターやユーザーのフォルダーです。',
      },
      {
        en: 'The folder is also used by the desktop app, whose keyring serve does not have.',
        ja: 'デスクトップ版と同じフォルダーを使用しています。serve からはそのキーリングを使えません。',
      },
    ],
    tries: [
      {
        en: 'Type it again and save it; until then the sealed one stays in the file.',
        ja: '入力し直して保存してください。それまで元のデータはファイルに残ります。',
      },
      {
        en: 'Unlock the keyring and start Modem Bench again.',
        ja: 'キーリングのロックを解除し、Modem Bench を起動し直してください。',
      },
    ],
  },
  'output-failed': {
    meaning: {
      en: 'What the command says cannot be written.',
      ja: 'コマンドの出力を書き込めません。',
    },
    causes: [
      {
        en: 'The disk that the output is sent to is full.',
        ja: '出力先のディスクに空き容量がありません。',
      },
    ],
    tries: [
      {
        en: 'Make room there, or send the output elsewhere.',
        ja: '空き容量を確保するか、出力先を変更してください。',
      },
    ],
  },
  'output-exists': {
    meaning: {
      en: 'There is a file of this name already; it is not written over.',
      ja: '同じ名前のファイルがすでにあります（上書きはしません）。',
    },
    causes: [
      {
        en: 'It is of an earlier run, or your own.',
        ja: '以前の実行で作成したか、別の用途のファイルです。',
      },
    ],
    tries: [
      {
        en: 'Give another name. To replace it, delete or move it first.',
        ja: '別の名前を指定してください。置き換える場合は、先に削除または移動してください。',
      },
    ],
  },
  'data-folder': {
    meaning: {
      en: 'The data folder cannot be used as it is.',
      ja: 'データフォルダーをこのままでは使用できません。',
    },
    causes: [
      {
        en: '--data or MODEM_BENCH_DATA names a file, or a place where this user may not write.',
        ja: '--data または MODEM_BENCH_DATA がファイル、またはこのユーザーが書き込めない場所を指しています。',
      },
    ],
    tries: [
      {
        en: 'Give a folder of your own by --data or MODEM_BENCH_DATA; a command that keeps a journal runs without one by --no-journal.',
        ja: '--data または MODEM_BENCH_DATA に書き込み可能なフォルダーを指定してください。ジャーナルが不要なら --no-journal でも実行できます。',
      },
    ],
  },
  'journal-gone': {
    meaning: {
      en: 'The journal was taken away while it was written.',
      ja: '書き込み中のジャーナルが失われました。',
    },
    causes: [
      {
        en: 'Somebody, or a program that clears up, deleted, moved or emptied it.',
        ja: '誰かまたは整理用のプログラムが、削除、移動または空にしました。',
      },
      { en: 'The disk was removed.', ja: 'ディスクが取り外されました。' },
    ],
    tries: [
      {
        en: 'Another journal is begun as soon as the folder can be written.',
        ja: 'フォルダーに書き込めるようになり次第、新しいジャーナルを開始します。',
      },
      {
        en: 'Leave the journal of a running console alone; older ones may be deleted.',
        ja: '動作中のコンソールのジャーナルには触れないでください。古いものは削除できます。',
      },
    ],
  },
  'journal-in-use': {
    meaning: {
      en: 'Another running program writes this journal.',
      ja: '別の実行中のプログラムがこのジャーナルに書き込んでいます。',
    },
    causes: [
      {
        en: 'The console is open twice, or a command-line run is still going.',
        ja: 'コンソールが二重に起動しているか、コマンドライン版が実行中です。',
      },
    ],
    tries: [
      {
        en: 'Close the other one, or read this journal without writing to it.',
        ja: '他方を終了するか、このジャーナルを読み取り専用で開いてください。',
      },
    ],
  },
  'journal-format': {
    meaning: {
      en: 'This file is not a journal.',
      ja: 'このファイルはジャーナルではありません。',
    },
    causes: [
      {
        en: 'It is another kind of file, or was made by a newer version.',
        ja: '別の種類のファイルか、新しいバージョンで作成されたものです。',
      },
    ],
    tries: [
      {
        en: 'Choose a .journal file, or import a text log instead.',
        ja: '.journal ファイルを選ぶか、テキストログとして読み込んでください。',
      },
    ],
  },
} as const satisfies Record<string, FaultRow>
