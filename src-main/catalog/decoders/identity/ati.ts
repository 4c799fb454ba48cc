import { decoder } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { int, say, secret, text } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'

/** What the lines of ATI are labelled with, and the fact each becomes. */
const labels: Record<string, string> = {
  manufacturer: 'manufacturer',
  model: 'model',
  revision: 'revision',
  'soft-ware revision': 'revision',
  imei: 'imei',
  'imei sv': 'imei_sv',
  imeisv: 'imei_sv',
  svn: 'imei_sv',
  '+gcap': 'gcap',
  esn: 'esn',
  meid: 'meid',
}

export default decoder({
  id: 'ATI',
  title: say('identity of the modem', 'モデムの識別情報'),
  spec: 'ITU-T V.250, 6.1.3',
  group: 'identity',
  forms: ['action', 'set'],
  free: true,
  includes: ['+GCAP'],
  parameters: [
    text('manufacturer', 'maker', 'メーカー'),
    text('model', 'model', '型番'),
    text('revision', 'firmware', 'ファームウェア'),
    secret('imei', text('imei', 'IMEI', 'IMEI')),
    text('imei_sv', 'software version of the IMEI', 'IMEI SV'),
    text('gcap', 'capabilities', '対応機能'),
    text('esn', 'ESN', 'ESN'),
    text('text', 'text', '文字列'),
  ],
  explain: (facts, asked) => (asked.form === 'test' ? undefined : { words: named(facts) }),
  set: [int('value', 'which information', '情報番号')],
  answer,
  explainCommand: (_facts, command) =>
    command.form === 'set' && command.args !== '0'
      ? {
          words: say(
            `Asks for information ${command.args} about the modem.`,
            `モデム情報 ${command.args} を問い合わせます。`,
          ),
        }
      : undefined,
})

const numbers = new Set(['imei', 'meid', 'esn'])

const names: readonly (readonly [fact: string, en: string, ja: string])[] = [
  ['manufacturer', 'Maker', 'メーカー'],
  ['model', 'Model', '型番'],
  ['revision', 'Firmware', 'ファームウェア'],
  ['gcap', 'Capabilities', '対応機能'],
]

/** Each line names what it holds; numbers of the modem itself are not repeated. */
function named(facts: Facts): Words {
  const known = names.flatMap(([fact, en, ja]) => {
    const value = facts[fact]
    return typeof value === 'string' ? [say(`${en}: ${value}`, `${ja}：${value}`)] : []
  })
  const free = typeof facts['text'] === 'string' ? facts['text'].split('\n') : []
  // A bare IMEI among the free lines must not travel in the sentence.
  const told = new Set([facts['manufacturer'], facts['model']])
  for (const line of free) if (!/\d{14}/.test(line) && !told.has(line)) known.push(say(line, line))
  if (typeof facts['imei'] === 'string') known.push(say('IMEI of the modem', 'モデムの IMEI'))
  if (known.length === 0)
    return say('Part of the identity of the modem.', 'モデムの識別情報の一部です。')
  return say(`${known.map(({ en }) => en).join(', ')}.`, known.map(({ ja }) => ja).join('、'))
}

function answer(rows: readonly Row[]): Facts {
  const facts: Record<string, string> = {}
  const free: string[] = []
  for (const row of rows) {
    for (const { name, value } of linesOf(row.line.trim()).map(labelled)) {
      if (name === undefined) free.push(value)
      else facts[name] ??= numbers.has(name) ? value.replace(/^0x/i, '') : value
      if (name !== undefined && numbers.has(name)) row.markText(value, 'imei')
    }
    const identity = /\d[\dxX]{13,15}/.exec(row.line)?.[0]
    if (identity !== undefined) row.markText(identity, 'imei')
  }
  const bare = facts['manufacturer'] === undefined && facts['model'] === undefined
  const [maker, model] = free
  // Quectel and others: maker and model a line each, without labels.
  if (
    bare &&
    maker !== undefined &&
    model !== undefined &&
    makers.test(maker) &&
    /^[\w.-]{3,30}$/.test(model)
  ) {
    facts['manufacturer'] = maker
    facts['model'] = model
  }
  return free.length > 0 ? { ...facts, text: free.join('\n') } : facts
}

const makers =
  /^(?:Quectel|SIMCOM(?:_Ltd| INCORPORATED)?|Telit|Cinterion|u-blox|Fibocom(?: Wireless Inc\.)?|Neoway|MEIG|Gosuncn\w*|LONGSUNG|Sequans\w*)$/i

/** A mail or a web page joined them: `Manufacturer: SIMCOM INCORPORATED Model: SIM7670G-MNGV Revision: …`. */
export function linesOf(line: string): string[] {
  return /^Manufacturer ?:/i.test(line)
    ? line.split(/ +(?=(?:Model|Revision|SVN|IMEI(?: ?SV)?|MEID|ESN|FSN|\+GCAP) ?:)/)
    : [line]
}

function labelled(line: string): { name?: string; value: string } {
  const colon = line.indexOf(':')
  const name = labels[line.slice(0, Math.max(colon, 0)).trim().toLowerCase()]
  return name === undefined ? { value: line } : { name, value: bare(line.slice(colon + 1)) }
}

/** Some CDMA modems paste the whole answer of another command behind the label: `ESN: +GSN: 0x9235EB52`. */
function bare(value: string): string {
  const at = Math.max(
    ...['+GMI:', '+GMM:', '+GMR:', '+GSN:'].map((name) => value.lastIndexOf(name)),
  )
  return (at < 0 ? value : value.slice(at + 5)).replace(/^\s*Model\s*:/i, '').trim()
}
