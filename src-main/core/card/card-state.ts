import type { Facts } from '../at/knowledge'

/** Which errors tell of the card, in the words of +CPIN. */
interface Told {
  /** `<code>` of +CPIN (3GPP TS 27.007, 8.3), or a word like it. */
  readonly code: string
  /** 3GPP TS 27.007, 9.2.1. */
  readonly cme: number
  /** 3GPP TS 27.005, 3.2.5. */
  readonly cms?: number
  /** With AT+CMEE=2, in small letters; `(U)SIM` is read as `SIM`. */
  readonly texts: readonly string[]
}

/** PIN2 and PUK2 are not here: what they keep (fixed dialling) stops no connection. */
const errors: readonly Told[] = [
  { code: 'PH-SIM PIN', cme: 5, cms: 312, texts: ['ph-sim pin required'] },
  { code: 'PH-FSIM PIN', cme: 6, texts: ['ph-fsim pin required'] },
  { code: 'PH-FSIM PUK', cme: 7, texts: ['ph-fsim puk required'] },
  { code: 'NOT INSERTED', cme: 10, cms: 310, texts: ['sim not inserted', 'sim not present'] },
  { code: 'SIM PIN', cme: 11, cms: 311, texts: ['sim pin required', 'sim pin necessary'] },
  { code: 'SIM PUK', cme: 12, cms: 316, texts: ['sim puk required', 'sim puk necessary'] },
  { code: 'SIM FAILURE', cme: 13, cms: 313, texts: ['sim failure'] },
  { code: 'SIM BUSY', cme: 14, cms: 314, texts: ['sim busy'] },
  { code: 'SIM WRONG', cme: 15, cms: 315, texts: ['sim wrong'] },
  ...(
    [
      ['PH-NET', 40, 'network'],
      ['PH-NETSUB', 42, 'network subset'],
      ['PH-SP', 44, 'service provider'],
      ['PH-CORP', 46, 'corporate'],
    ] as const
  ).flatMap(([lock, cme, of]) => [
    { code: `${lock} PIN`, cme, texts: personalization(of, 'pin') },
    { code: `${lock} PUK`, cme: cme + 1, texts: personalization(of, 'puk') },
  ]),
]

function personalization(of: string, wanted: 'pin' | 'puk'): string[] {
  return ['personalization', 'personalisation'].map((word) => `${of} ${word} ${wanted} required`)
}

/** A final result that is an extended error, from the engine or out of a log. */
export interface ExtendedError {
  readonly kind: 'cme' | 'cms'
  readonly code: number | null
  readonly text: string | null
}

const byCode = { cme: new Map<number, string>(), cms: new Map<number, string>() }
const byText = new Map<string, string>()
for (const { code, cme, cms, texts } of errors) {
  byCode.cme.set(cme, code)
  if (cms !== undefined) byCode.cms.set(cms, code)
  for (const text of texts) byText.set(text, code)
}

/** What an error says of the card, as +CPIN would: `NOT INSERTED`, `SIM PIN`; undefined where it is of something else. */
export function cardOfError({ kind, code, text }: ExtendedError): string | undefined {
  if (code !== null) return byCode[kind].get(code)
  return text === null ? undefined : byText.get(plain(text))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('(u)sim', 'sim')
    .replace(/[."\s]+$/, '')
    .replace(/^["\s]+/, '')

/** The same of a line that was explained: `+CME ERROR` or `+CMS ERROR` with its number or words. */
export function cardOfErrorLine(name: string, facts: Facts): string | undefined {
  const kind = name === '+CME ERROR' ? 'cme' : name === '+CMS ERROR' ? 'cms' : undefined
  if (!kind) return undefined
  const { code, text } = facts
  return cardOfError({
    kind,
    code: typeof code === 'number' ? code : null,
    text: typeof text === 'string' ? text : null,
  })
}

/** What makers tell of the slot for the card by lines of their own. */
export function cardOfNews(text: string): string | undefined {
  return absent.test(text) ? 'NOT INSERTED' : undefined
}
/** SIMCom, Quectel, Huawei, Telit. SIM800's +CSMINS says 0 wherever its detection pin is not wired. */
const absent =
  /^\+SIMCARD: *NOT AVAILABLE\b|^\+QSIMSTAT: *\d, *0$|^\^SIMST: *255\b|^#QSS: *(?:\d, *)?0$/

/** The commands that ask for the card itself; others may fail for what they want from it. */
export const asksCard = /^AT[+#*$^]?(?:CPIN|CIMI|Q?C?ICC?ID|QSS|SPIC|CPINR)\b/i

/**
 * Whether a report of the card says less than one that names its state: a failure or a card that is busy, in the answer to a
 * command that wanted a file or an entry of it (AT+CPBR, AT+CRSM), is no state of the card as long as another is known.
 */
export function saysLittle(code: string, command: string | undefined): boolean {
  if (code === 'SIM BUSY') return true
  const ofUse = code === 'SIM FAILURE' || code === 'SIM WRONG'
  return ofUse && !asksCard.test(command ?? '')
}
