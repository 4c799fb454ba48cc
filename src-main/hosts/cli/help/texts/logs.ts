/** The Japanese of the help of commands for logs; what several share stands where it comes first. */
export const logs = [
  [
    'Filter: AT exchanges as JSON lines in, their facts and words as JSON lines out',
    'フィルター：AT のやり取りを JSON Lines で読み取り、事実と言葉を JSON Lines で出力する',
  ],
  [
    'lines of an answer to be told at once, instead of the filter',
    'フィルターの代わりに、すぐに説明する応答の行',
  ],
  ['the command that they answer', 'その応答のコマンド'],
  ['character set of the modem', 'モデムの文字セット'],
  [
    'In:  {"id":1,"command":"AT+CEREG?","response":"+CEREG: 0,5\\r\\n\\r\\nOK\\r\\n"}\nOut: {"id":1,"echo":null,"result":"OK","answer":{"n":0,"stat":5},…,"words":{"en":"…","ja":"…"}}',
    '入力：{"id":1,"command":"AT+CEREG?","response":"+CEREG: 0,5\\r\\n\\r\\nOK\\r\\n"}\n出力：{"id":1,"echo":null,"result":"OK","answer":{"n":0,"stat":5},…,"words":{"en":"…","ja":"…"}}',
  ],
  [
    'Filter: PPP or CMUX octets as JSON lines in, their frames and words as JSON lines out',
    'フィルター：PPP または CMUX のオクテット列を JSON Lines で読み取り、フレームと言葉を JSON Lines で出力する',
  ],
  [
    'In:  {"id":1,"kind":"cmux","hex":"f9033f011cf9"}\nOut: {"id":1,"frames":[{"dlci":0,"control":"SABM",…}],"rejected":0,"text":[],"words":[…]}',
    '入力：{"id":1,"kind":"cmux","hex":"f9033f011cf9"}\n出力：{"id":1,"frames":[{"dlci":0,"control":"SABM",…}],"rejected":0,"text":[],"words":[…]}',
  ],
  [
    'List, check, pack and clear the journals that benches and commands keep',
    'ベンチとコマンドが保存したジャーナルを一覧表示、検査、圧縮、整理する',
  ],
  [
    'Examples: modem-bench journals list\n          modem-bench journals pack\n          modem-bench journals prune --keep-days 90 --keep-mb 5000 --dry-run\nserve does it by itself with --keep-days and --keep-mb.',
    '例：modem-bench journals list\n    modem-bench journals pack\n    modem-bench journals prune --keep-days 90 --keep-mb 5000 --dry-run\nserve では、--keep-days と --keep-mb を付けると自動で整理します。',
  ],
  [
    'Newest first: when it was begun, its size, its path',
    '新しい順に、開始時刻、サイズ、パスを表示する',
  ],
  [
    'Read journals to their end; exit 1 when octets of one cannot be read',
    'ジャーナルを末尾まで読んで検査する（読み取れない部分があれば終了コード 1）',
  ],
  ['all of the data folder when left out', '省略時：データフォルダーのすべて'],
  [
    'Pack journals that nobody writes with gzip; they are read as before',
    '書き込み中でないジャーナルを gzip で圧縮する（圧縮前と同じように読める）',
  ],
  [
    'Remove journals, the oldest first; never one that is written, or that a run or a report names',
    'ジャーナルを古いものから削除する。書き込み中のもの、試験の記録やレポートが参照するものは削除しない',
  ],
  ['those written within so many days', 'この日数以内に書き込まれたものを残す'],
  ['so many MiB of them all', '合計がこの MiB 数に収まるように残す'],
  [
    'remove until so many MiB of the disk are free',
    'ディスクの空きがこの MiB 数になるまで削除する',
  ],
  ['only say what would go', '削除対象を表示するだけで、削除しない'],
  [
    'Explain a log line by line, whoever recorded it; the annotated log goes to standard output',
    'どのプログラムで記録したログでも、1 行ずつ説明する。注釈付きのログを標準出力に書き出す',
  ],
  [
    'a journal, a terminal capture, a debug log; - is standard input',
    'ジャーナル、ターミナルのキャプチャー、デバッグログ。- なら標準入力',
  ],
  ['form of the output', '出力形式'],
  [
    'tell what happened instead: attempts, the first failure with likely causes, what is odd, times (text, markdown, html, jsonl; sequence: Mermaid)',
    '1 行ずつの説明の代わりに経過を示す：試行、最初の失敗と考えられる原因、異常な点、所要時間（text、markdown、html、jsonl。sequence は Mermaid）',
  ],
  [
    'leave IMEI, IMSI, ICCID, phone numbers, messages, PINs and passwords readable',
    'IMEI、IMSI、ICCID、電話番号、SMS、PIN、パスワードを伏せない',
  ],
  ['mask IP addresses and cell ids too', 'IP アドレスとセル ID も伏せる'],
  ['leave positions (GNSS, NMEA) unmasked', '位置（GNSS、NMEA）を伏せない'],
  [
    'what stands before each line that was sent, such as "out>"; * is anything; nothing is guessed then',
    '送信行の前に付く文字列（"out>" など）。* は任意の文字列を表す。指定すると自動判別しない',
  ],
  ['the same for each line that was received', '同じく、受信行の前に付く文字列'],
  [
    'Exit code: 0 explained, 1 no exchange with a modem in it, 2 wrong call.',
    '終了コード：0 説明した、1 モデムとのやり取りがない、2 呼び出しの誤り。',
  ],
  [
    'Compare the log of a run that worked with one that did not: the first difference that matters, then the others',
    '成功したログと失敗したログを比べる：最初の重要な違い、続いてその他の違いを示す',
  ],
  ['a log or journal of a run that worked', '成功したときのログまたはジャーナル'],
  [
    'one of a run that did not; its format, tool and times may be others',
    '失敗したときのログまたはジャーナル。形式、ツール、時刻は異なっていてよい',
  ],
  [
    'slot of a journal; otherwise the one that did most',
    'ジャーナルのスロット（省略時：やり取りの最も多いスロット）',
  ],
  [
    'leave numbers of modem and card, and passwords readable',
    'モデムとカードの番号、パスワードを伏せない',
  ],
  [
    'Exit code: 0 no difference that matters, 1 a difference, logs without a common step, or no exchange with a modem in a file, 2 wrong call.',
    '終了コード：0 重要な違いはない、1 違いがある、共通のステップがない、またはモデムとのやり取りがないファイルがある、2 呼び出しの誤り。',
  ],
] as const
