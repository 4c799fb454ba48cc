import type { Words } from '@core/words'
import type { CommandDoc } from '../index'
import type { ParameterDoc } from './describe'

const groupTitles: { readonly [group in CommandDoc['group']]: string } = {
  basic: 'Basic commands (V.250)',
  identity: 'Identity',
  sim: 'SIM',
  network: 'Network and registration',
  signal: 'Signal',
  packet: 'Packet data',
  control: 'Terminal and errors',
  power: 'Power and level of function',
  sms: 'SMS',
  call: 'Calls',
  internet: 'Internet',
  result: 'Results',
  simcom: 'SIMCom',
  quectel: 'Quectel',
  'u-blox': 'u-blox',
  telit: 'Telit',
  sierra: 'Sierra Wireless',
  nordic: 'Nordic',
  cinterion: 'Telit Cinterion',
  huawei: 'Huawei',
  others: 'Other makers',
}

/** docs/at-commands.md: every command the catalogue knows, by group, in both languages. */
export function referencePage(commands: readonly CommandDoc[]): string {
  const groups = Object.entries(groupTitles)
    .map(([group, title]) => ({ title, list: commands.filter((one) => one.group === group) }))
    .filter(({ list }) => list.length > 0)
  return [
    '# AT commands',
    '',
    `The ${commands.length} commands that Modem Bench completes, explains and decodes. Made from the catalogue of decoders by`,
    '`node scripts/docs.js`; change the decoder, not this page.',
    '',
    ...groups.map(({ title, list }) => `- [${title}](#${anchor(title)}) (${list.length})`),
    '',
    ...groups.flatMap(({ title, list }) => [`## ${title}`, '', ...list.flatMap(commandPart)]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function commandPart({ name, title, spec, forms, parameters }: CommandDoc): string[] {
  return [
    `### \`${name}\``,
    '',
    `${both(title)} · ${safe(spec)}`,
    '',
    ...forms.map((form) => `- \`${form.text}\`: ${both(form.title)}`),
    ...(forms.length > 0 ? [''] : []),
    ...parameterTable(parameters),
  ]
}

function parameterTable(parameters: readonly ParameterDoc[]): string[] {
  if (parameters.length === 0) return []
  const rows = parameters.map(({ name, meaning, values = [] }) => {
    const known = values.map(({ value, meaning: said }) => `\`${value}\` ${both(said)}`)
    return `| \`${name}\` | ${both(meaning)} | ${known.join('<br>')} |`
  })
  return ['| parameter | meaning | values |', '| --- | --- | --- |', ...rows, '']
}

function both({ en, ja }: Words): string {
  return en === ja ? safe(en) : `${safe(en)} / ${safe(ja)}`
}

/** Signs that Markdown would take for its own. */
function safe(text: string): string {
  return text.replace(/[|<>*_`]/g, '\\$&')
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
}
