import { family } from '../shared/family'
import { data, file, folder, length, mode, timeoutS, value } from '../shared/vocabulary'

const he910 = family('Telit LE910/HE910/ME910 AT Commands Reference Guide', 'telit')
const gsm = family('Telit AT Commands Reference Guide (80000ST10025a)', 'telit')
const le910 = family('Telit LE910Cx AT Commands Reference Guide (80502ST10950A)', 'telit')

export default [
  he910.action('#WSCRIPT', 'writing a script', 'スクリプトの書き込み', [file, length], {
    ends: { prompt: '>>>' },
  }),
  he910.setting('#ESCRIPT', 'script that is started', '起動するスクリプト', [file]),
  he910.action('#LSCRIPT', 'reading the list of scripts', 'スクリプトの一覧', [], {
    parameters: [file, length],
  }),
  he910.action('#M2MLIST', 'reading the list of applications', 'アプリの一覧', [], {
    parameters: [file, length],
  }),
  he910.action('#M2MWRITE', 'writing an application', 'アプリの書き込み', [file, length], {
    ends: { prompt: '>>>' },
  }),
  gsm.action('#EXECSCR', 'running the script', 'スクリプトの実行'),
  gsm.action('#RSCRIPT', 'reading a script', 'スクリプトの読み出し', [file]),
  gsm.question('#LCSCRIPT', 'scripts with their check sums', 'スクリプトとチェックサム', [
    file,
    value,
  ]),
  gsm.setting('#STARTMODESCR', 'start of the script', 'スクリプトの起動方法', [mode, timeoutS]),
  le910.setting('#M2MCHDIR', 'folder of the applications', 'アプリのフォルダー', [folder]),
  le910.action('#M2MMKDIR', 'making a folder', 'フォルダーの作成', [folder]),
  le910.action('#M2MRMDIR', 'deleting a folder', 'フォルダーの削除', [folder]),
  le910.action('#M2MDEL', 'deleting a file', 'ファイルの削除', [file]),
  le910.action('#M2MREAD', 'reading a file', 'ファイルの読み出し', [file], { parameters: [data] }),
  le910.question('#M2MRAM', 'memory of the applications', 'アプリのメモリー', [value]),
  le910.setting('#M2MRUN', 'start of an application', 'アプリの起動', [mode, file]),
]
