import { link } from './texts/link'
import { logs } from './texts/logs'
import { modem } from './texts/modem'
import { rigs } from './texts/rigs'
import { services } from './texts/services'
import { watch } from './texts/watch'

/** Japanese by the English of the commands. */
export const texts: ReadonlyMap<string, string> = new Map<string, string>([
  ...modem,
  ...services,
  ...watch,
  ...link,
  ...rigs,
  ...logs,
])

/** The Japanese of a text of the help. Rather English than nothing: a test finds what is missing. */
export const japaneseOf = (english: string): string => texts.get(english) ?? english
