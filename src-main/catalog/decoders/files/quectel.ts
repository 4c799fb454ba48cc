import { int, say, text } from '@core/at/parameter'
import { family, table } from '../shared/family'
import { file, item, length, mode, name, offset, timeoutS, value } from '../shared/vocabulary'

const { action, later, question } = family(
  'Quectel EC2x/EG9x/BG9x FILE Application Note',
  'quectel',
)

const fileHandle = int('filehandle', 'file', 'ファイル番号')

const size = int('size', 'octets', 'オクテット数')

const checksum = text('checksum', 'checksum', 'チェックサム')

const open = int(
  'mode',
  'mode',
  'モード',
  table('0 create or open|作成または開く', '1 create anew|新規作成', '2 open to read|読み取り専用'),
)

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')
const ec2x = family('Quectel EC2x/EG9x/BG9x AT Commands Manual', 'quectel')
const rg50x = family('Quectel RG50xQ/RM5xxQ AT Commands Manual', 'quectel')

export default [
  question(
    '+QFLDS',
    'space for files',
    'ファイル領域の容量',
    [int('free', 'free', '空き'), int('total', 'total', '合計')],
    {
      set: [name],
    },
  ),
  question('+QFLST', 'files', 'ファイル一覧', [file, size], { set: [name], list: 'files' }),
  action('+QFDEL', 'deleting a file', 'ファイルの削除', [file]),
  action(
    '+QFUPL',
    'loading a file into the modem',
    'モデムへのファイル送信',
    [file, size, timeoutS],
    {
      parameters: [size, checksum],
      ends: { prompt: 'CONNECT' },
    },
  ),
  action('+QFDWL', 'reading a file out of the modem', 'モデムからのファイル取得', [file], {
    parameters: [size, checksum],
    ends: { lead: /^CONNECT/ },
  }),
  question('+QFOPEN', 'file opened', '開いたファイル', [fileHandle, open], {
    set: [file, open],
    does: say('Opens a file.', 'ファイルを開きます。'),
    list: 'files',
    row: (row) =>
      row.fields[0]?.quoted
        ? { file: row.text(0), filehandle: row.int(1, 'filehandle'), mode: row.int(2, 'mode') }
        : { filehandle: row.int(0, 'filehandle') },
  }),
  action('+QFREAD', 'reading from an open file', '開いたファイルの読み出し', [fileHandle, length], {
    ends: { lead: /^CONNECT/ },
  }),
  action(
    '+QFWRITE',
    'writing into an open file',
    '開いたファイルへの書き込み',
    [fileHandle, length, timeoutS],
    {
      parameters: [
        int('written', 'octets written', '書き込んだオクテット数'),
        int('total', 'size', 'サイズ'),
      ],
      ends: { prompt: 'CONNECT' },
    },
  ),
  action('+QFSEEK', 'changing the place in an open file', 'ファイル位置の変更', [
    fileHandle,
    offset,
    mode,
  ]),
  question('+QFPOSITION', 'place in an open file', 'ファイル位置', [offset], { set: [fileHandle] }),
  action('+QFTUCAT', 'ending an open file here', '開いたファイルの切り詰め', [fileHandle]),
  action('+QFCLOSE', 'closing a file', 'ファイルを閉じる処理', [fileHandle]),
  action('+QFMOV', 'renaming a file', 'ファイルの移動', [file, name]),
  action('+QFCPY', 'copying a file', 'ファイルのコピー', [file, name]),
  later(
    '+QFOTADL',
    'updating the firmware from a server',
    'サーバーからのファームウェア更新',
    [text('url', 'URL', 'URL'), mode, timeoutS],
    [text('event', 'event', 'イベント')],
  ),
  em05.action('+QFFLUSH', 'writing a file out', 'ファイルの書き出し', [
    int('handle', 'file', 'ファイル番号'),
  ]),
  ec2x.action('+QFMOVE', 'renaming a file', 'ファイル名の変更', [file, file]),
  rg50x.setting(
    '+QABFOTA',
    'update of the firmware in two halves',
    'A/B 方式のファームウェア更新',
    [item, value],
    { urc: true },
  ),
]
