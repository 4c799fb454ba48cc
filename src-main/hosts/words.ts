import { Fault } from '@core/fault'
import type { Words } from '@core/words'

export const noJournal = ({ row, said }: Fault): Words => ({
  en: `no journal is kept: ${row.meaning.en} ${said.en}`.trim(),
  ja: `ジャーナルを保存できません：${row.meaning.ja}${said.ja}`.trim(),
})

export const goesOn = (name: string): Words => ({
  en: `${name}: goes on with the soak run that was interrupted.`,
  ja: `${name}：中断していた連続試験を再開しました。`,
})

export const doesNotGoOn = (en: string, ja: string): Words => ({
  en: `The soak run that was interrupted does not go on: ${en}`,
  ja: `中断した連続試験を再開できません：${ja}`,
})

export const refusedToken = (status: number): Words => ({
  en: `HTTP ${status}, the token is not one of its own`,
  ja: `HTTP ${status} が返りました（トークンが一致しません）`,
})

/** A call that the other side does not take. */
export const callTooLarge = (name: string, octets: number): Words => ({
  en: `${name}: with ${octets} octets it is larger than that bench takes. Where modem-bench there is older than here, update it.`,
  ja: `${name}：${octets} オクテットは接続先が受け付ける大きさを超えています。接続先の modem-bench が古い場合は更新してください。`,
})

export const noBench: Words = {
  en: 'what listens there does not speak as modem-bench serve does; look at the address, and at the proxy before it',
  ja: '応答が modem-bench serve のものではありません。アドレスと、間にあるプロキシを確認してください',
}

/** What a call that changes something ends with when nobody can say any more what became of it. */
export const cutWhile = (name: string): Words => ({
  en: `The connection was cut during ${name}; whether it was carried out is not known.`,
  ja: `${name} の実行中に接続が切れました。実行されたかどうかは不明です。`,
})

export const emptyName = (option: string): Words => ({
  en: `${option} “”: the name is empty; expected a file, or - for standard output.`,
  ja: `${option} 「」：名前が空です。ファイル名、または標準出力を表す - を指定してください。`,
})

export const well: Words = {
  en: 'The log is written to the disk again.',
  ja: 'ログを再びディスクに書き込んでいます。',
}

export const notAScenario = (path: string): Words => ({
  en: `${path} is no scenario: expected a text with a line for each fault.`,
  ja: `${path} はシナリオではありません。障害を 1 行ずつ書いたテキストを指定してください。`,
})

export const noSuchFolder = (folder: string): Words => ({
  en: `${folder}: there is no such folder.`,
  ja: `${folder}：フォルダーがありません。`,
})

export const folderMade = (folder: string): Words => ({
  en: `${folder} was not there; the folder is made.`,
  ja: `${folder} がなかったため、フォルダーを作成しました。`,
})
