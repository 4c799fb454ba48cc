import { int, text } from '@core/at/parameter'
import { family } from '../shared/family'
import { ftpResult, httpResult } from '../shared/quectel-results'
import { file, folder, item, length, name, timeoutS, url, value } from '../shared/vocabulary'

const http = family('Quectel EC2x/EG9x/BG9x HTTP(S) Application Note', 'quectel')

const ftp = family('Quectel EC2x/EG9x/BG9x FTP(S) Application Note', 'quectel')

const status = int('http_status', 'HTTP status', 'HTTP ステータス')

const size = int('content_length', 'octets', 'オクテット数')

const response = int('rsp_timeout_s', 'time limit of the response s', '応答の待ち時間 秒')

const input = int('input_timeout_s', 'time limit of the input s', '入力の待ち時間 秒')

const requestMs = 125_000

const detail = int('protocol_error', 'code of the server', 'サーバーのコード')

function transfer(verb: string, en: Parameters<typeof ftp.later>[1], ja: string) {
  return ftp.later(
    `+QFTP${verb}`,
    en,
    ja,
    [file, text('local', 'local file', 'ローカルファイル')],
    [ftpResult, detail],
    {
      ends: { secondMs: requestMs },
    },
  )
}

const em05 = family('Quectel EC2x/EG2x/EG9x/EM05 AT Commands Manual', 'quectel')

export default [
  http.setting('+QHTTPCFG', 'settings of HTTP', 'HTTP の設定', [item, value]),
  http.action(
    '+QHTTPURL',
    'taking the URL of a request',
    'リクエスト URL の受け取り',
    [length, timeoutS],
    {
      ends: { prompt: 'CONNECT' },
    },
  ),
  http.later(
    '+QHTTPGET',
    'sending an HTTP GET',
    'HTTP GET の送信',
    [response, length, input],
    [httpResult, status, size],
    {
      ends: { secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPGETEX',
    'sending an HTTP GET for a part',
    'HTTP GET（部分取得）の送信',
    [response, int('start', 'from', '開始位置'), length],
    [httpResult, status, size],
    {
      ends: { secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPPOST',
    'sending an HTTP POST',
    'HTTP POST の送信',
    [length, input, response],
    [httpResult, status, size],
    {
      ends: { prompt: 'CONNECT', secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPPOSTFILE',
    'sending an HTTP POST from a file',
    'ファイルからの HTTP POST 送信',
    [file, response],
    [httpResult, status, size],
    {
      ends: { secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPPUT',
    'sending an HTTP PUT',
    'HTTP PUT の送信',
    [length, input, response],
    [httpResult, status, size],
    {
      ends: { prompt: 'CONNECT', secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPREAD',
    'reading the response of a request',
    'レスポンスの読み出し',
    [timeoutS],
    [httpResult],
    {
      ends: { prompt: 'CONNECT', lead: /^CONNECT$/, secondMs: requestMs },
    },
  ),
  http.later(
    '+QHTTPREADFILE',
    'saving the response to a file',
    'レスポンスのファイル保存',
    [file, timeoutS],
    [httpResult],
    {
      ends: { secondMs: requestMs },
    },
  ),
  http.action('+QHTTPSTOP', 'ending an HTTP request', 'HTTP リクエストの中止'),
  ftp.setting('+QFTPCFG', 'settings of FTP', 'FTP の設定', [item, value]),
  ftp.later(
    '+QFTPOPEN',
    'opening an FTP connection',
    'FTP サーバーへの接続',
    [text('host', 'server', 'サーバー'), int('port', 'port', 'ポート')],
    [ftpResult, detail],
    {
      ends: { secondMs: requestMs },
    },
  ),
  ftp.later('+QFTPCLOSE', 'closing the FTP connection', 'FTP 接続の切断', [], [ftpResult, detail]),
  ftp.later(
    '+QFTPCWD',
    'changing the folder of the server',
    'サーバーのフォルダー変更',
    [folder],
    [ftpResult, detail],
  ),
  ftp.later(
    '+QFTPPWD',
    'asking the folder of the server',
    'サーバーの現在フォルダーの取得',
    [],
    [ftpResult, folder],
  ),
  transfer('PUT', 'putting a file on the server', 'サーバーへのファイル送信'),
  transfer('GET', 'getting a file from the server', 'サーバーからのファイル取得'),
  ftp.later(
    '+QFTPSIZE',
    'asking the size of a file',
    'ファイルサイズの取得',
    [file],
    [ftpResult, size],
  ),
  ftp.later(
    '+QFTPLIST',
    'reading the list of a folder',
    'フォルダー一覧の取得',
    [folder],
    [ftpResult, size],
  ),
  ftp.later(
    '+QFTPNLST',
    'reading the names in a folder',
    'ファイル名一覧の取得',
    [folder],
    [ftpResult, size],
  ),
  ftp.later('+QFTPMKDIR', 'making a folder', 'フォルダーの作成', [folder], [ftpResult, detail]),
  ftp.later('+QFTPRMDIR', 'deleting a folder', 'フォルダーの削除', [folder], [ftpResult, detail]),
  ftp.later(
    '+QFTPDEL',
    'deleting a file of the server',
    'サーバーのファイル削除',
    [file],
    [ftpResult, detail],
  ),
  ftp.later(
    '+QFTPRENAME',
    'renaming a file of the server',
    'サーバーのファイル名変更',
    [file, name],
    [ftpResult, detail],
  ),
  ftp.question(
    '+QFTPSTAT',
    'state of FTP',
    'FTP の状態',
    [ftpResult, int('state', 'state', '状態')],
    {
      urc: true,
    },
  ),
  em05.setting('+QFTPCFGEX', 'further settings of FTP', 'FTP の拡張設定', [item, value]),
  em05.setting('+QHTTPCFGEX', 'further settings of HTTP', 'HTTP の拡張設定', [item, value]),
  em05.action('+QHTTPDL', 'loading a file by HTTP', 'HTTP でのファイル取得', [url, file]),
]
