import type { CommandHelp } from '@contract'
import { t, type TextKey } from '../../text'

const names: { readonly [group: string]: TextKey } = {
  basic: 'commandGroup.basic',
  call: 'commandGroup.call',
  control: 'commandGroup.control',
  identity: 'commandGroup.identity',
  internet: 'commandGroup.internet',
  network: 'commandGroup.network',
  packet: 'commandGroup.packet',
  power: 'commandGroup.power',
  result: 'commandGroup.result',
  signal: 'commandGroup.signal',
  sim: 'commandGroup.sim',
  sms: 'commandGroup.sms',
}
const makers: { readonly [group: string]: string } = {
  nordic: 'Nordic',
  quectel: 'Quectel',
  sierra: 'Sierra Wireless',
  simcom: 'SIMCom',
  telit: 'Telit',
}

/** A group of the reference as people call it; makers keep their own names. */
export function groupName(group: string): string {
  const key = names[group]
  return key ? t(key) : (makers[group] ?? group)
}

export function groupsOf(list: readonly CommandHelp[]): readonly string[] {
  return [...new Set(list.map((command) => command.group))].sort((a, b) =>
    groupName(a).localeCompare(groupName(b)),
  )
}

/** Commands of a group ('' for all) that hold every word: those whose name begins with it first, then those of the own maker. */
export function matching(
  list: readonly CommandHelp[],
  search: string,
  group: string,
  own = '',
): readonly CommandHelp[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = list.filter(
    (command) =>
      (group === '' || command.group === group) && words.every((word) => holds(command, word)),
  )
  const [first] = words
  const isOwn = (command: CommandHelp) => (own !== '' && command.group === own ? 0 : 1)
  const begins = ({ name }: CommandHelp) => {
    if (first === undefined || plain(name) === plain(first)) return 0
    return plain(name).startsWith(plain(first)) ? 2 : 4
  }
  const rank = (command: CommandHelp) => begins(command) + isOwn(command)
  return found.sort((a, b) => rank(a) - rank(b))
}

/** `AT+CEREG` and `cereg` are the same to a person. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^at(?=.)/, '')
    .replace(/^[^a-z]/, '')
}

function holds({ name, title, parameters, spec }: CommandHelp, word: string): boolean {
  if (`at${name}`.toLowerCase().includes(word)) return true
  const texts = [title.en, title.ja, spec ?? '', ...parameters.map((one) => one.meaning.en)]
  return texts.some((text) => text.toLowerCase().includes(word))
}
