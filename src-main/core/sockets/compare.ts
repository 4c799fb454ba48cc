import { msText } from '../ip/tools/tool-answer'
import type { Words } from '../words'
import type { SocketOutcome, SocketTrouble } from './outcome'
import {
  bothWork,
  causeUnknown,
  contextNotOpen,
  findingWords,
  neitherWorks,
  onlyConsole,
  onlyModem,
  sameName,
} from './words'

/** What the same try over both stacks tells together; null while one of them is not there. */
export function compared(
  modem: SocketOutcome | undefined,
  console: SocketOutcome | undefined,
): Words | null {
  if (!modem || !console) return null
  if (modem.ok && console.ok) return bothWork(msText(modem.ms), msText(console.ms))
  if (console.ok) return onlyConsole(whyModem(modem.trouble))
  return modem.ok ? onlyModem(console.trouble?.meaning ?? causeUnknown) : neitherWorks
}

/** Only what the try has shown; a result code alone is no cause. */
function whyModem(trouble: SocketTrouble | null): Words {
  if (trouble?.finding) return findingWords(trouble.finding)
  if (trouble?.cause === 'dns') return sameName
  if (trouble?.cause === 'context') return contextNotOpen
  return causeUnknown
}
