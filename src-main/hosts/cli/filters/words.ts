import type { PortInfo } from '@core/ports/port-info'
import { basename } from 'node:path'
import type { SimulatedModemInfo } from '@contract'
import type { Words } from '@core/words'

export const isEmpty = (file: string): Words => ({
  en: `${file} is empty.`,
  ja: `${file} は空です。`,
})

export const oneFromInput: Words = {
  en: 'Only one of the two logs can be standard input.',
  ja: '標準入力にできるログは一方だけです。',
}

export const maskingNeedsTwice: Words = {
  en: 'Masking raw octets needs the log twice: give the file by its name, or --no-redact.',
  ja: '生データのマスクではログを 2 回読みます。ファイル名で指定するか、--no-redact を付けてください。',
}

export const unmasked: Words = {
  en: 'nothing is masked: the output names the modem, the card, numbers and passwords',
  ja: 'マスクしていません。モデム、SIM、番号、パスワードがそのまま出力されています',
}

export const nothingToMask: Words = { en: 'nothing to mask', ja: 'マスクする値はありません' }

export const pinLevelExpected = (text: string): Words => ({
  en: `"${text}": expected pin=1 or pin=0, such as 17=1.`,
  ja: `「${text}」：pin=1 または pin=0 の形式で指定してください（例：17=1）。`,
})

export const pulsed = (pin: string, actualMs: number, askedMs: number): Words => ({
  en: `${pin} was active for ${actualMs.toFixed(1)} ms (asked ${askedMs}).`,
  ja: `${pin} を ${actualMs.toFixed(1)} ms の間アクティブにしました（指定：${askedMs} ms）。`,
})

export const pinsAreInputs = (id: string): Words => ({
  en: `The four pins of ${id} are inputs now, and after every plug-in.`,
  ja: `${id} の 4 本のピンを入力にしました（次回以降の接続時も入力になります）。`,
})

export const knobDone = (knob: string): Words => ({
  en: `${knob}: done`,
  ja: `${knob}：実行しました`,
})

/** How a simulated modem stands. */
export function simulatedNow(
  name: string,
  { power, card, stat, mode, ...now }: SimulatedModemInfo['now'],
): Words {
  const place = `${now.operator ?? ''} ${now.cell} ${now.powerDbm} dBm`
  const cell = now.cell === null ? { en: 'no cell', ja: 'セルなし' } : { en: place, ja: place }
  return {
    en: `${name}: power ${power}, SIM ${card}, stat ${stat}, ${cell.en}, ${mode}`,
    ja: `${name}：電源 ${power}、SIM ${card}、stat ${stat}、${cell.ja}、${mode}`,
  }
}

export const pulseExpected = (ms: string): Words => ({
  en: `"${ms}": expected milliseconds from 1 to 60000.`,
  ja: `「${ms}」：1～60000 ミリ秒で指定してください。`,
})

export const noFunctions = (name: string): Words => ({
  en: `"${name}": only an MCP2221 has functions to change.`,
  ja: `「${name}」：機能を変更できるのは MCP2221 だけです。`,
})

export const pullExpected = (pull: string): Words => ({
  en: `--pull ${pull}: expected up, down or none.`,
  ja: `--pull ${pull}：up、down、none のいずれかを指定してください。`,
})

export const holdExpected = (text: string): Words => ({
  en: `--hold ${text}: expected seconds, at most a day.`,
  ja: `--hold ${text}：秒数（最大 1 日）を指定してください。`,
})

export const noSuchJournal = (name: string, list: string): Words => ({
  en: `${name}: no such journal, neither here nor in ${list}. modem-bench journals list shows those there are.`,
  ja: `${name}：ジャーナルがここにも ${list} にもありません。modem-bench journals list で一覧を表示できます。`,
})

export const journalDamaged = (records: number, damagedBytes: number): Words => ({
  en: `${records} records, and ${damagedBytes} octets between them that are none`,
  ja: `${records} 件のレコード、読み取れない部分が ${damagedBytes} オクテット`,
})

export const journalTorn = (records: number, tornBytes: number): Words => ({
  en: `${records} records; the last ${tornBytes} octets were cut off, as when power fails`,
  ja: `${records} 件のレコード。末尾の ${tornBytes} オクテットは電源断などで途切れています`,
})

export const journalWhole = (records: number): Words => ({
  en: `whole, ${records} records`,
  ja: `正常、${records} 件のレコード`,
})

export const inUse = (path: string): Words => ({
  en: `${basename(path)} is being written, and stays as it is.`,
  ja: `${basename(path)} は書き込み中のため、そのまま残します。`,
})

export const linked = (path: string): Words => ({
  en: `${basename(path)} belongs to a run or a report, and stays.`,
  ja: `${basename(path)} は試験記録またはレポートから参照されているため残します。`,
})

export const keepExpected: Words = {
  en: 'What is to be kept? Give --keep-days, --keep-mb or --keep-free; with --dry-run nothing is removed.',
  ja: '残す範囲を --keep-days、--keep-mb、--keep-free のいずれかで指定してください。--dry-run を付けると何も削除しません。',
}

const journals = (count: number) => (count === 1 ? '1 journal' : `${count} journals`)

export const journalsThere = (count: number, total: string): Words => ({
  en: `${journals(count)}, ${total}`,
  ja: `ジャーナル ${count} 件、${total}`,
})

export const startServeAgain: Words = {
  en: 'serve reads its token at its start: start it again.',
  ja: 'serve は起動時にトークンを読み込みます。serve を再起動してください。',
}

export const wouldGo = (length: number, total: string): Words => ({
  en: `${journals(length)} would go, ${total}.`,
  ja: `削除対象は ${length} 件、${total} です。`,
})

export const journalsRemoved = (length: number, total: string): Words => ({
  en: `${journals(length)} removed, ${total}.`,
  ja: `${length} 件、${total} を削除しました。`,
})

export const leaveAlone: Words = { en: '(leave alone)', ja: '（使用不可）' }

export const heldBy = ({ program, pid }: NonNullable<PortInfo['holder']>): Words => ({
  en: `(held by ${program}, pid ${pid})`,
  ja: `（${program} が使用中、pid ${pid}）`,
})

export const fileHolds = (file: string, lines: number, encoding: string): Words => ({
  en: `${file}: ${lines} ${lines === 1 ? 'line' : 'lines'}, ${encoding}.`,
  ja: `${file}：${lines} 行、${encoding}。`,
})

export const marksExpected: Words = {
  en: '--sent and --received want text that stands before the lines, not * alone.',
  ja: '--sent と --received には、行の前に付く文字列を指定してください（* だけでは区別できません）。',
}

export const journalFormat: Words = { en: 'journal', ja: 'ジャーナル' }

export const textFormat: Words = { en: 'text', ja: 'テキスト' }

export const listenExpected = (text: string): Words => ({
  en: `--listen ${text}: expected a TCP port from 0 to 65535, or host:port, such as 2217 or 0.0.0.0:2217.`,
  ja: `--listen ${text}：TCP ポート（0～65535）または host:port を指定してください。例：2217、0.0.0.0:2217。`,
})

export const noSocat: Words = {
  en: '--pty needs the program socat, which is not installed. On Debian: sudo apt install socat. Or use --tcp.',
  ja: '--pty にはプログラム socat が必要ですが、インストールされていません。Debian では sudo apt install socat を実行するか、--tcp を使用してください。',
}

export const linkNameExpected: Words = {
  en: '--pty: expected the name of the link to make.',
  ja: '--pty：作成するリンクの名前を指定してください。',
}

export function barred(link: string, error: unknown): Words {
  const why = error instanceof Error ? error.message : String(error)
  return {
    en: `${link}: the last program kept the terminal to itself, and no other one could be made: ${why}`,
    ja: `${link}：直前のプログラムが端末を占有したままで、新しい端末を作成できませんでした：${why}`,
  }
}

export const linkTaken = (link: string): Words => ({
  en: `--pty ${link}: that name is taken; end its program or choose another.`,
  ja: `--pty ${link}：この名前は使用中です。使用中のプログラムを終了するか、別の名前を指定してください。`,
})

export const tcpPortWanted = (text: string): Words => ({
  en: `--tcp ${text}: expected a port number from 0 to 65535.`,
  ja: `--tcp ${text}：0～65535 のポート番号を指定してください。`,
})

export const beyond: Words = {
  en: 'there is no port above 65535',
  ja: '65535 より大きいポートはありません',
}

export const whereToOffer: Words = {
  en: 'Say where to offer it: either --pty LINK or --tcp PORT.',
  ja: '--pty LINK または --tcp PORT のどちらかを指定してください。',
}

export const noStoryFormat = (known: readonly string[], format: string | undefined): Words => ({
  en: `--story is written as ${known.join(', ')}, not ${format}.`,
  ja: `--story の形式は ${known.join('、')} のいずれかです（指定は ${format}）。`,
})

export const maskedKinds = (en: readonly string[], ja: readonly string[]): Words => ({
  en: `masked: ${en.join(', ')}`,
  ja: `マスク：${ja.join('、')}`,
})

export const commandInstead = (asked: string): Words => ({
  en: `This is a command. Give its answer to have it told: modem-bench decode 'ANSWER' --command '${asked}'.`,
  ja: `これはコマンドです。応答の内容を確認するには、応答を指定してください：modem-bench decode '応答' --command '${asked}'`,
})

export const apiWritten = (path: string): Words => ({
  en: `${path} is written.`,
  ja: `${path} を書き込みました。`,
})

export const folderWanted = (to: string, name: string): Words => ({
  en: `--to ${to}: expected a folder, into which ${name} goes; for another name send it to a file: > FILE.`,
  ja: `--to ${to}：${name} を書き込むフォルダーを指定してください。別のファイル名にする場合は、標準出力をファイルに送ってください（> ファイル）。`,
})
