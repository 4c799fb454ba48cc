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
]

const cmsTables: readonly MakerTable[] = [
  { maker: quectel, commands: /^\+Q/, codes: quectelCms },
  { maker: 'SIMCom', commands: /^\+(SIMCOM|CIP|SAPBR)/, codes: simcomCms },
  { maker: 'Nordic', commands: /^[%#]X/, codes: nordicCms },
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
