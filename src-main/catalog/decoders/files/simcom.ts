import { int, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import {
  file,
  folder,
  length,
  mode,
  name,
  offset,
  port,
  url,
  user,
  password,
  host,
  value,
} from '../shared/vocabulary'

const fs = family('SIMCom A76XX/SIM7500/SIM7600 AT Command Manual, File System', 'simcom')
const ftps = family('SIMCom A76XX/SIM7500/SIM7600 FTPS Application Note', 'simcom')
const sim70 = family('SIMCom SIM7070/7080/7090 AT Command Manual, File System', 'simcom')
const fota = family('SIMCom SIM7500/SIM7600 FOTA Application Note', 'simcom')
const size = int('size', 'octets', 'オクテット数')
const index = int(
  'index',
  'folder',
  'フォルダー',
  table(
    '0 /custapp/|/custapp/',
    '1 /fota/|/fota/',
    '2 /datatx/|/datatx/',
    '3 /customer/|/customer/',
  ),
)
/** FTPS Application Note, "Summary of <errcode>". */
const ftpResult = int(
  'err',
  'result',
  '結果',
  table(
    '0 success|成功',
    '1 TLS alert|TLS アラート',
    '2 unknown error|不明なエラー',
    '3 busy|処理中',
    '4 closed by the server|サーバーが切断',
    '5 timeout|タイムアウト',
    '6 transfer failed|転送失敗',
    '7 file missing or memory error|ファイルなしまたはメモリエラー',
    '8 invalid parameter|パラメーター誤り',
    '9 operation refused by the server|サーバーが操作を拒否',
    '10 network error|ネットワークのエラー',
    '11 wrong state|状態が不正',
    '12 name could not be resolved|名前解決失敗',
    '13 connection failed|接続失敗',
  ),
)
const ends = { secondMs: 120_000 }

export default [
  fs.setting('+FSCD', 'current folder', '現在のフォルダー', [folder]),
  fs.action('+FSMKDIR', 'making a folder', 'フォルダーの作成', [folder]),
  fs.action('+FSRMDIR', 'deleting a folder', 'フォルダーの削除', [folder]),
  fs.question(
    '+FSLS',
    'files and folders',
    'ファイルとフォルダーの一覧',
    [text('kind', 'list', '一覧')],
    {
      set: [
        int(
          'type',
          'which',
          '種別',
          table('0 all|すべて', '1 folders|フォルダー', '2 files|ファイル'),
        ),
      ],
      free: true,
      answer: (rows) => ({ entries: rows.map(({ line }) => line.trim()) }),
    },
  ),
  fs.action('+FSDEL', 'deleting a file', 'ファイルの削除', [file]),
  fs.action('+FSRENAME', 'renaming a file', 'ファイル名の変更', [file, name]),
  fs.question(
    '+FSATTRI',
    'size and date of a file',
    'ファイルのサイズと日付',
    [size, text('created', 'created', '作成日時')],
    { set: [file] },
  ),
  fs.question(
    '+FSMEM',
    'space for files',
    'ファイル領域の容量',
    [text('area', 'area', '領域'), text('space', 'total and used', '合計・使用量')],
    {
      row: (row) => {
        const [, total, used] = /\((\d+)\s*,\s*(\d+)\)/.exec(row.tail) ?? []
        return {
          area: row.tail.split(':')[0] ?? null,
          total: total ? Number(total) : null,
          used: used ? Number(used) : null,
        }
      },
    },
  ),
  fs.action('+FSCOPY', 'copying a file', 'ファイルのコピー', [file, name]),
  fs.setting('+FSLOCA', 'where files are kept', 'ファイルの保存先', [
    int('loca', 'place', '場所', table('0 modem|モデム', '1 SD card|SD カード')),
  ]),
  fs.action('+FSFMT', 'clearing the SD card', 'SD カードの初期化'),
  fs.action(
    '+CFTRANRX',
    'loading a file into the modem',
    'モデムへのファイル送信',
    [file, length],
    { ends: { prompt: '> ' } },
  ),
  fs.action(
    '+CFTRANTX',
    'reading a file out of the modem',
    'モデムからのファイル取得',
    [file, offset, length],
    {
      parameters: [text('kind', 'kind', '種別'), length],
      body: 'answer',
      answer: ([head, ...lines]) => ({
        ...(head ? { kind: head.text(0), length: head.int(1, 'length') } : {}),
        ...(lines.length > 0 ? { lines: lines.map(({ line }) => line) } : {}),
      }),
    },
  ),
  ftps.later('+CFTPSSTART', 'starting the FTP service', 'FTP サービスの開始', [], [ftpResult]),
  ftps.later('+CFTPSSTOP', 'stopping the FTP service', 'FTP サービスの終了', [], [ftpResult]),
  ftps.later(
    '+CFTPSLOGIN',
    'opening an FTP connection',
    'FTP サーバーへのログイン',
    [
      host,
      port,
      user,
      password,
      int(
        'type',
        'kind',
        '種別',
        table(
          '0 FTP|FTP',
          '1 FTPS, AUTH SSL|FTPS（AUTH SSL）',
          '2 FTPS, AUTH TLS|FTPS（AUTH TLS）',
          '3 FTPS, implicit|FTPS（暗黙）',
        ),
      ),
    ],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSLOGOUT',
    'closing the FTP connection',
    'FTP サーバーからのログアウト',
    [],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSMKD',
    'making a folder on the server',
    'サーバーでのフォルダー作成',
    [folder],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSRMD',
    'deleting a folder of the server',
    'サーバーのフォルダー削除',
    [folder],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSDELE',
    'deleting a file of the server',
    'サーバーのファイル削除',
    [file],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSCWD',
    'changing the folder of the server',
    'サーバーのフォルダー変更',
    [folder],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSPWD',
    'asking the folder of the server',
    'サーバーの現在フォルダーの取得',
    [],
    [folder],
    { ends },
  ),
  ftps.later('+CFTPSSIZE', 'asking the size of a file', 'ファイルサイズの取得', [file], [size], {
    ends,
  }),
  ftps.later(
    '+CFTPSLIST',
    'reading the list of a folder',
    'フォルダー一覧の取得',
    [folder],
    [text('kind', 'kind', '種別'), length],
    { ends },
  ),
  ftps.later(
    '+CFTPSGETFILE',
    'getting a file from the server',
    'サーバーからのファイル取得',
    [file, mode],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSPUTFILE',
    'putting a file on the server',
    'サーバーへのファイル送信',
    [file, mode],
    [ftpResult],
    { ends },
  ),
  ftps.later(
    '+CFTPSGET',
    'getting a file to the port',
    'サーバーからポートへの取得',
    [file],
    [text('kind', 'kind', '種別'), length],
    { ends },
  ),
  ftps.later(
    '+CFTPSPUT',
    'putting data into a file of the server',
    'サーバーへのデータ送信',
    [file, length],
    [ftpResult],
    { ends: { ...ends, prompt: '> ' } },
  ),
  ftps.setting('+CFTPSTYPE', 'kind of FTP transfer', 'FTP の転送種別', [
    text('type', 'type', '種別', table('A text|テキスト', 'I binary|バイナリ')),
  ]),
  ftps.setting('+CFTPSSINGLEIP', 'one address for FTP data', 'FTP データのアドレス', [mode]),
  ftps.setting('+CFTPSSSLCFG', 'TLS settings of FTP', 'FTP の TLS 設定', [
    int('session_id', 'session', 'セッション'),
    int('ssl_ctx_index', 'TLS settings', 'TLS 設定番号'),
  ]),
  ftps.question('+CFTPSCACHERD', 'FTP data received', 'FTP の受信データ', [length], { urc: true }),
  sim70.action('+CFSINIT', 'preparing the file memory', 'ファイルバッファの確保'),
  sim70.action('+CFSTERM', 'releasing the file memory', 'ファイルバッファの解放'),
  sim70.action(
    '+CFSWFILE',
    'writing a file',
    'ファイルの書き込み',
    [index, file, mode, size, int('time_ms', 'limit ms', '待ち時間 ms')],
    { ends: { prompt: 'DOWNLOAD' } },
  ),
  sim70.action(
    '+CFSRFILE',
    'reading a file',
    'ファイルの読み出し',
    [index, file, mode, size, offset],
    {
      parameters: [size],
      body: 'answer',
      answer: ([head, ...lines]) => ({
        ...(head ? { size: head.int(0, 'size') } : {}),
        ...(lines.length > 0 ? { lines: lines.map(({ line }) => line) } : {}),
      }),
    },
  ),
  sim70.action('+CFSDFILE', 'deleting a file', 'ファイルの削除', [index, file]),
  sim70.question('+CFSGFIS', 'size of a file', 'ファイルのサイズ', [size], { set: [index, file] }),
  sim70.action('+CFSREN', 'renaming a file', 'ファイル名の変更', [index, file, name]),
  sim70.question('+CFSGFRS', 'free space for files', 'ファイル領域の空き', [size]),
  fota.later(
    '+CFOTA',
    'updating the firmware from a server',
    'サーバーからのファームウェア更新',
    [mode, url],
    [text('event', 'event', 'イベント'), value],
    { ends: {} },
  ),
  fota.setting(
    '+LFOTA',
    'updating the firmware from the host',
    'ホストからのファームウェア更新',
    [mode, size],
    { ends: { prompt: '> ' } },
  ),
]
