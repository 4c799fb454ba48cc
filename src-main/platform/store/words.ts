import type { Words } from '@core/words'

export const openToEveryone = (folder: string): Words => ({
  en: `${folder}: everyone on this computer may put files there, and remove ours. chmod 700 ${folder}`,
  ja: `${folder}：このコンピューターの全ユーザーがファイルの追加や削除を行えます。chmod 700 ${folder}`,
})

export const fileNotFolder = (folder: string): Words => ({
  en: `${folder} is a file, or lies in one; a folder is needed.`,
  ja: `${folder} はファイルであるか、ファイルの中を指しています。フォルダーが必要です。`,
})

export const noNameStoredText = (name: string): Words => ({
  en: `"${name}" is no name of a stored text.`,
  ja: `「${name}」は保存データの名前ではありません。`,
})

export const captureOfOthers = (name: string, packets: number): Words => ({
  en: `${name}: a capture with ${packets} packets of other programs. Captures of this program (AT and PPP of a modem) are read; open this one in Wireshark.`,
  ja: `${name}：ほかのプログラムのキャプチャー（${packets} パケット）です。読めるのはこのプログラムのキャプチャー（モデムの AT と PPP）です。Wireshark で開いてください。`,
})

export const notJournal = (path: string): Words => ({
  en: `${path} is not a journal.`,
  ja: `${path} はジャーナルではありません。`,
})

const mib = (bytes: number) => Math.floor(bytes / 1024 / 1024)

export const neverSoFree = (folder: string, wanted: number, bytes: number): Words => ({
  en: `${mib(wanted)} MiB are to be free, but the disk of ${folder} has ${mib(bytes)} MiB in all. Nothing was removed; give a smaller number.`,
  ja: `${mib(wanted)} MiB の空きを確保する指定ですが、${folder} のディスクの容量は ${mib(bytes)} MiB です。何も削除していません。より小さい値を指定してください。`,
})

export const packedDiffers = (half: string, path: string): Words => ({
  en: `${half} does not hold what ${path} holds; the journal stays.`,
  ja: `${half} の内容が ${path} と一致しません。ジャーナルはそのまま残します。`,
})

export const journalClosed = (path: string): Words => ({
  en: `${path} is closed.`,
  ja: `${path} は閉じています。`,
})

export const noJournalHeader = (path: string): Words => ({
  en: `${path} does not start with "MODEM-BENCH JOURNAL 1".`,
  ja: `${path} の先頭が「MODEM-BENCH JOURNAL 1」ではありません。`,
})

export const lockNotTaken = (path: string, lock: string): Words => ({
  en: `${path}: the lock ${lock} cannot be taken.`,
  ja: `${path}：ロックファイル ${lock} を取得できません。`,
})

export const heldByProcess = (path: string, pid: number): Words => ({
  en: `${path} is held by process ${pid}.`,
  ja: `${path} はプロセス ${pid} が使用中です。`,
})

export const perhapsHeldByProcess = (path: string, pid: number, lock: string): Words => ({
  en: `${path} seems to be held by process ${pid}; the system does not say since when that runs. If it is not Modem Bench, delete ${lock}.`,
  ja: `${path} はプロセス ${pid} が使用中と見られますが、その起動時刻を取得できません。Modem Bench でなければ ${lock} を削除してください。`,
})

export const noSuchFile = (path: string): Words => ({
  en: `There is no file ${path}.`,
  ja: `${path} というファイルはありません。`,
})

export const folderNotLog = (path: string): Words => ({
  en: `${path} is a folder, not a log.`,
  ja: `${path} はフォルダーです。ログファイルを指定してください。`,
})

export const deviceNotLog = (path: string): Words => ({
  en: `${path} is a device, not a log: it may never end. Open it as a port (modem-bench at ${path} AT), or record it to a file first.`,
  ja: `${path} はデバイスで、ログファイルではありません（終わりがない場合があります）。ポートとして開く（modem-bench at ${path} AT）か、先にファイルへ記録してください。`,
})

export const mayNotRead = (path: string): Words => ({
  en: `You may not read ${path}.`,
  ja: `${path} を読み取る権限がありません。`,
})

export const notInFilesFolder = (name: string): Words => ({
  en: `${name}: there is no such file in the folder of this console for scenarios and logs. Open a log in the window instead, or put the file there (serve --files FOLDER).`,
  ja: `${name}：シナリオやログ用のフォルダーにこのファイルはありません。ウィンドウでログを開くか、そのフォルダー（serve --files FOLDER）に置いてください。`,
})

/** Signs of files that are something else, by their first octets. */
export const capture: Words = { en: 'a packet capture', ja: 'パケットキャプチャー' }

export const zipFile: Words = { en: 'a zip file', ja: 'zip ファイル' }

export const xzFile: Words = { en: 'an xz file', ja: 'xz ファイル' }

export const zstdFile: Words = { en: 'a zstd file', ja: 'zstd ファイル' }

export const pngPicture: Words = { en: 'a PNG picture', ja: 'PNG 画像' }

export const jpegPicture: Words = { en: 'a JPEG picture', ja: 'JPEG 画像' }

export const programFile: Words = { en: 'a program', ja: 'プログラム' }

export const windowsProgram: Words = { en: 'a Windows program', ja: 'Windows のプログラム' }

export const controlCharacters = (percent: number, length: number): Words => ({
  en: `${percent} % of the first ${length} octets are control characters`,
  ja: `先頭 ${length} オクテットの ${percent} % が制御文字です`,
})

export const gzipDamaged = (name: string, why: string): Words => ({
  en: `${name} is a gzip file that is damaged or cut off: ${why}.`,
  ja: `${name} は破損しているか、途中で切れた gzip ファイルです（${why}）。`,
})
