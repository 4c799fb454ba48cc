import { decoder, type Decoder } from '@core/at/decoder'
import { int, say } from '@core/at/parameter'
import type { Words } from '@core/words'
import {
  emmCause,
  esmCause,
  fivegmmCause,
  fivegsmCause,
  gmmCause,
  mmCause,
  smCause,
  type CauseOf,
} from '../shared/causes'
import { display, sentences } from '../shared/join'

/** Why the network refused, as a line of its own. */
function networkCause(id: string, title: Words, causeOf: CauseOf): Decoder {
  return decoder({
    id,
    title,
    spec: '3GPP TS 27.007, 9.1b',
    group: 'network',
    forms: [],
    parameters: [int('cause', 'cause', '理由'), int('cid', 'context', 'cid')],
    urc: true,
    explain(facts) {
      const code = facts['cause']
      const cause = typeof code === 'number' ? causeOf(code) : undefined
      const head = say(
        `Network cause ${display(code)}${cause ? `: ${cause.meaning.en}` : ''}`,
        `ネットワークの理由 ${display(code)}${cause ? `：${cause.meaning.ja}` : ''}`,
      )
      return { words: sentences(head, cause?.fix), severity: 'failure' }
    },
  })
}

export default [
  networkCause(
    '+CNEC_EMM',
    say('EMM cause from the network', 'ネットワークからの EMM 理由'),
    emmCause,
  ),
  networkCause(
    '+CNEC_ESM',
    say('ESM cause from the network', 'ネットワークからの ESM 理由'),
    esmCause,
  ),
  networkCause('+CNEC_MM', say('MM cause from the network', 'ネットワークからの MM 理由'), mmCause),
  networkCause(
    '+CNEC_GMM',
    say('GMM cause from the network', 'ネットワークからの GMM 理由'),
    gmmCause,
  ),
  networkCause(
    '+CNEC_GSM',
    say('SM cause from the network', 'ネットワークからの SM 理由'),
    smCause,
  ),
  networkCause(
    '+CNEC_5GMM',
    say('5GMM cause from the network', 'ネットワークからの 5GMM 理由'),
    fivegmmCause,
  ),
  networkCause(
    '+CNEC_5GSM',
    say('5GSM cause from the network', 'ネットワークからの 5GSM 理由'),
    fivegsmCause,
  ),
  decoder({
    id: '+CNEC',
    title: say('reporting of network error codes', 'ネットワークエラーコードの通知'),
    spec: '3GPP TS 27.007, 9.1a',
    group: 'control',
    parameters: [int('n', 'kinds (bits)', '種別（ビット）')],
  }),
]
