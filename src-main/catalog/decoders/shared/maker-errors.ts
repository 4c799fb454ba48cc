import type { Words } from '@core/words'
import { say, type ValueMeanings } from '@core/at/parameter'
import { table } from './family'
import { quectelCme, quectelCms, quectelFile, quectelGnss } from './quectel-errors'
import { ftpResult, httpResult, tcpResult } from './quectel-results'
import { simcomCme, simcomCms } from './simcom-errors'
import { telitCme } from './telit-errors'
import { ubloxCme } from './ublox-errors'

interface MakerTable {
  readonly maker: string
  /** The commands whose names tell that they are this maker's. */
  readonly commands: RegExp
  readonly codes: ValueMeanings
  /** After any other command these numbers mean something else. */
  readonly alone?: true
}

const quectel = 'Quectel'
/** AC75 and BGS5 AT Command Set, 2.12.1 "CME/CMS Error Code Overview". */
const cinterionCme = table(
  '256 not allowed at the moment|現在は許可されていない',
  '257 call barred|発着信規制',
  '258 phone busy|電話機能は使用中',
  '259 aborted by the user|ユーザーによる中止',
  '260 wrong dial string|ダイヤル文字列の誤り',
  '261 supplementary service not carried out|付加サービスを実行できない',
  '262 SIM blocked|SIM がブロックされている',
  '263 wrong block|ブロックの誤り',
  '772 SIM powered down|SIM の電源が切れている',
)
/** Wavecom AT Commands Interface Guide (Sierra's WISMO, Fastrack, AirPrime Q and SL), "ME error result code". */
const wavecomCme = table(
  '515 please wait, start or command in progress|起動中またはコマンドの処理中（待機が必要）',
  '517 SIM Toolkit is not available|SIM Toolkit を使用できない',
  '518 SIM Toolkit sent nothing|SIM Toolkit の通知を受信していない',
  '526 this SIM does not let its PIN be switched off|この SIM では PIN を無効にできない',
  '527 please wait, radio is busy|無線部が使用中（待機が必要）',
  '528 location update failed, emergency calls only|位置登録に失敗（緊急通報のみ）',
  '529 selection of a network failed, emergency calls only|ネットワークの選択に失敗（緊急通報のみ）',
)
/** The same guide, "Message service failure result code". */
const wavecomCms = table(
  '515 please wait, start or command in progress|起動中またはコマンドの処理中（待機が必要）',
  '531 the number is not in the list of fixed dialling|発信先限定リストにない番号',
)
/** nRF91 AT Commands Command Reference Guide, +CMS ERROR. */
const nordicCms = table(
  '513 not found|見つからない',
  '514 not allowed|許可されていない',
  '515 no memory|メモリ不足',
)

/** The narrower names stand before the maker's others. */
const cmeTables: readonly MakerTable[] = [
  { maker: quectel, commands: /^\+QF(?!TP)/, codes: quectelFile, alone: true },
  { maker: quectel, commands: /^\+QFTP/, codes: ftpResult.values ?? {}, alone: true },
  { maker: quectel, commands: /^\+QHTTP/, codes: httpResult.values ?? {}, alone: true },
  { maker: quectel, commands: /^\+(QGPS|QGNSS)/, codes: quectelGnss, alone: true },
  {
    maker: quectel,
    commands: /^\+(QI|QSSL|QPING|QNTP)/,
    codes: tcpResult.values ?? {},
    alone: true,
  },
  { maker: quectel, commands: /^\+Q/, codes: quectelCme },
  { maker: 'SIMCom', commands: /^\+(SIMCOM|CIP|SAPBR|CNMP|CMNB|CNACT)/, codes: simcomCme },
  { maker: 'Telit', commands: /^(#(?!X)|\$GPS)/, codes: telitCme },
  { maker: 'u-blox', commands: /^\+U/, codes: ubloxCme },
  { maker: 'Cinterion', commands: /^\^S/, codes: cinterionCme },
  { maker: 'Wavecom', commands: /^\+W/, codes: wavecomCme },
]

const cmsTables: readonly MakerTable[] = [
  { maker: quectel, commands: /^\+Q/, codes: quectelCms },
  { maker: 'SIMCom', commands: /^\+(SIMCOM|CIP|SAPBR)/, codes: simcomCms },
  { maker: 'Nordic', commands: /^[%#]X/, codes: nordicCms },
  { maker: 'Wavecom', commands: /^\+W/, codes: wavecomCms },
]

function lookup(tables: readonly MakerTable[]) {
  return (code: number, command = ''): Words | undefined => {
    const own = tables.find((one) => one.commands.test(command))
    const [narrow, wide] = own ? [own, tables.filter(({ maker }) => maker === own.maker)] : []
    const general = (wide ?? tables).filter((one) => one === narrow || !one.alone)
    const found = general.flatMap(({ maker, codes }) => {
      const told = codes[code]
      return told ? [named(maker, told)] : []
    })
    return joined(narrow?.codes[code] ? found.slice(0, 1) : found)
  }
}

function named(maker: string, words: Words): Words {
  return say(`${maker}: ${words.en}`, `${maker}：${words.ja}`)
}

function joined(all: readonly Words[]): Words | undefined {
  if (all.length === 0) return undefined
  return say(all.map(({ en }) => en).join('; '), all.map(({ ja }) => ja).join('、'))
}

/**
 * What makers mean by a number that 3GPP left to them. The command tells the maker where it is one of its own; where it does
 * not, each maker that has the number is told, since nobody knows which modem it is.
 */
export const makerCme = lookup(cmeTables)
export const makerCms = lookup(cmsTables)
