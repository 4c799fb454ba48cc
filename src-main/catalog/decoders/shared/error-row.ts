import { factText } from '@core/at/fact-text'
import type { Asked, Note } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import type { Row } from '@core/at/row'
import type { Words } from '@core/words'
import { type Cause, esmCause } from './causes'
import { sentences } from './join'

interface Table {
  of(code: number): Cause | undefined
  named(text: string): Cause | undefined
}

/** What makers mean by a number of their own, told by the command it answers. */
type OfMakers = (code: number, command: string | undefined) => Words | undefined

/** `+CME ERROR: 10` and `+CME ERROR: SIM not inserted` are the same error; either gives both facts. */
export function errorFacts(row: Row, table: Table): Facts {
  const given = row.tail.replace(/^"(.*)"$/, '$1')
  if (given === '') return { code: null, text: null }
  if (/^\d{1,9}$/.test(given)) {
    const code = Number(given)
    return { code, text: table.of(code)?.text ?? null }
  }
  // `PLMN not allowed (#11)`: the network's cause behind the words of 27.007.
  const bare = given.replace(/ ?\(#\d{1,3}\)$/, '')
  return { code: (table.named(given) ?? table.named(bare))?.code ?? null, text: given }
}

export function errorNote(
  name: string,
  facts: Facts,
  { table, ofMakers, asked }: { table: Table; ofMakers: OfMakers; asked: Asked },
): Note {
  const { code, text } = facts
  if (typeof code !== 'number' && typeof text !== 'string')
    return {
      words: say(
        `${name} without a number or words: the modem did not say why.`,
        `${name}：番号も文字列もなく、理由は不明です。`,
      ),
      severity: 'failure',
    }
  const cause = typeof code === 'number' ? table.of(code) : undefined
  const shown = typeof code === 'number' ? factText(code) : factText(text ?? '')
  if (code === 16 && asked.command?.name === '+CPIN' && asked.command.args.includes(','))
    return wrongPuk(name)
  const network = typeof code === 'number' ? networkCause(name, code, asked) : undefined
  if (network) return network
  const meaning =
    cause?.meaning ??
    (typeof code === 'number' ? ofMakers(code, asked.command?.name) : undefined) ??
    say(
      factText(text ?? 'a number of the maker’s own, see its manual'),
      factText(text ?? 'メーカー独自の番号です（マニュアルを参照）'),
    )
  // Words of the maker's own are what they say.
  const number = shown === meaning.en ? '' : ` ${shown}`
  return {
    words: sentences(
      say(`${name}${number}: ${meaning.en}`, `${name}${number}：${meaning.ja}`),
      cause?.fix,
    ),
    // The SIM being busy is a matter of waiting.
    severity: code === 14 || code === 314 ? 'warning' : 'failure',
  }
}

/** No dial string stands in AT+CGACT: some firmware gives the network's own cause as the number (24.008, 10.5.6.6). */
const givenAsIs = new Set([26, 27, 29, 33])
function networkCause(name: string, code: number, asked: Asked): Note | undefined {
  const cause = givenAsIs.has(code) ? esmCause(code) : undefined
  if (name !== '+CME ERROR' || asked.command?.name !== '+CGACT' || !cause) return undefined
  const { meaning } = cause
  return {
    words: sentences(
      say(
        `${name} ${code}: behind AT+CGACT most likely the network’s cause ${code} (${meaning.en})`,
        `${name} ${code}：AT+CGACT への応答では、多くの場合ネットワークの原因 ${code}（${meaning.ja}）を示します`,
      ),
      cause.fix,
    ),
    severity: 'failure',
  }
}

/** Behind AT+CPIN with a PUK and a new PIN, the code that was refused is the PUK. */
function wrongPuk(name: string): Note {
  return {
    words: say(
      `${name} 16: incorrect password. The PUK is wrong: ask the operator for the right one; after ten wrong tries the SIM is dead.`,
      `${name} 16：パスワード誤り。PUK が違います。正しい PUK を事業者に確認してください。10 回間違えると SIM は使えなくなります。`,
    ),
    severity: 'failure',
  }
}
