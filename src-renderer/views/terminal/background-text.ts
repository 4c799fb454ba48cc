import { t } from '../../text'
import type { Background } from './exchanges'

/** What a fold of the terminal says in one line: how much was read, and what passed in frames. */
export function backgroundText({ values, frames, parts, pings }: Background): {
  readonly text: string
  readonly last: string
} {
  const said = [
    ...(values > 0 ? [t('terminal.valuesRead', { n: values })] : []),
    ...(frames > 0 ? [t('terminal.frames', { n: frames })] : []),
    ...(pings.sent > 0
      ? [t('terminal.pings', { sent: pings.sent, answered: pings.answered })]
      : []),
  ]
  return { text: said.join(t('terminal.and')), last: parts.join('  ') }
}
