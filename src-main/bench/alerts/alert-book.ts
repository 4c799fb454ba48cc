import { alertRule, mostAlertRules, writtenAlertRule, type GivenAlertRule } from '@contract'
import { Fault } from '@core/fault'
import type { Keyring } from '@core/ports/keyring'
import type { Store } from '@core/ports/store'
import { InTurn } from '@bench/in-turn'
import { jsonOf, keptBeside, rowsOf } from '@bench/settings/kept-file'
import { entriesNotRead, sealedByKeyring } from '@bench/settings/words'
import { ruleMistakes, type KnownMacros } from './alert-checks'
import { shownWebhook } from './webhook-address'
import { noAlertNamed, tooManyAlerts, webhooksSealed } from './words'

const file = 'alerts.json'

interface Options {
  readonly store: Store
  readonly keyring?: Keyring | undefined
  readonly macros: KnownMacros
}

interface Read {
  readonly rules: readonly GivenAlertRule[]
  /** Webhooks that the keyring does not open, by the names of their rules: the next save loses nothing. */
  readonly locked: ReadonlyMap<string, string>
}
const nothing: Read = { rules: [], locked: new Map() }

/** The rules of the person, in a file of their own. */
export class AlertBook {
  readonly #o: Options
  readonly #turns = new InTurn()
  #now: Read = nothing

  constructor(options: Options) {
    this.#o = options
  }
  get rules(): readonly GivenAlertRule[] {
    return this.#now.rules
  }
  /** The webhook of the rule is there, and nobody here can read it. */
  isLocked(name: string): boolean {
    return this.#now.locked.has(name)
  }
  ruleNamed(name: string): GivenAlertRule {
    const rule = this.rules.find((one) => one.name === name)
    if (rule) return rule
    throw new Fault('bad-input', noAlertNamed(name))
  }

  /** A rule that cannot be read is kept beside, and said; the others apply. */
  async load(): Promise<void> {
    const { read, damaged } = await this.#read()
    this.#now = read
    if (damaged) throw damaged
    const shut = [...read.locked.keys()]
    if (shut.length > 0) throw new Fault('keyring-closed', sealedByKeyring(webhooksSealed(shut)))
  }

  /** Rules under the names of others replace them, where they are. */
  put(given: readonly GivenAlertRule[], was?: string): Promise<void> {
    return this.#change(({ rules, locked }) => {
      const old = (name: string) => rules.find((one) => one.name === name)
      const next = [...rules]
      for (const rule of given) {
        const before = old(was ?? rule.name)
        const made = withWebhook(rule, before)
        const at = next.findIndex(({ name }) => name === (was ?? rule.name))
        if (at < 0) next.push(made)
        else next[at] = made
      }
      const names = next.map(({ name }) => name)
      const left = next.filter(({ name }, at) => names.indexOf(name) === at)
      if (left.length > mostAlertRules) throw new Fault('bad-input', tooManyAlerts(mostAlertRules))
      return { rules: left, locked }
    })
  }
  remove(name: string): Promise<void> {
    return this.#change(({ rules, locked }) => {
      if (!rules.some((one) => one.name === name)) throw new Fault('bad-input', noAlertNamed(name))
      const left = new Map([...locked].filter(([of]) => of !== name))
      return { rules: rules.filter((one) => one.name !== name), locked: left }
    })
  }

  /** Begins from the file as it is: a command may have changed it meanwhile. What could not be written does not apply. */
  #change(change: (read: Read) => Read): Promise<void> {
    return this.#turns.run(async () => {
      const { read } = await this.#read()
      const next = change(read)
      await this.#write(next)
      this.#now = next
    })
  }

  async #read(): Promise<{ readonly read: Read; readonly damaged?: Fault }> {
    const { store, keyring, macros } = this.#o
    const text = await store.read(file)
    if (text === undefined) return { read: nothing }
    const { rows, locked } = await opened(jsonOf(text), keyring)
    const { read, unread } = rowsOf(rows, alertRule)
    // A macro may have been removed since: the rule stays, and says so when it is raised.
    const fine = read.filter((rule) =>
      ruleMistakes(rule, macros).every(({ path }) => path[1] === 'macro'),
    )
    const wrong = unread + read.length - fine.length
    return {
      read: { rules: fine, locked },
      ...(wrong > 0 ? { damaged: await keptBeside(store, file, text, entriesNotRead(wrong)) } : {}),
    }
  }

  async #write({ rules, locked }: Read): Promise<void> {
    const { store, keyring } = this.#o
    const rows = rules.map(async (rule) => {
      const written = writtenAlertRule(rule)
      const { webhook, ...does } = written.do
      if (webhook !== undefined && keyring)
        return { ...written, do: does, sealedWebhook: await keyring.seal(webhook) }
      const kept = webhook === undefined ? locked.get(rule.name) : undefined
      return kept === undefined ? written : { ...written, sealedWebhook: kept }
    })
    await store.write(file, `${JSON.stringify(await Promise.all(rows), null, 2)}\n`)
  }
}

/** A webhook that is given back as it was told is the one there was. */
function withWebhook(rule: GivenAlertRule, before: GivenAlertRule | undefined): GivenAlertRule {
  const kept = before?.do.webhook
  if (kept === undefined || rule.do.webhook !== shownWebhook(kept)) return rule
  return { ...rule, do: { ...rule.do, webhook: kept } }
}

async function opened(rows: unknown, keyring: Keyring | undefined) {
  const locked = new Map<string, string>()
  if (!Array.isArray(rows)) return { rows, locked }
  const open = rows.map(async (row: unknown) => {
    if (!isSealed(row)) return row
    const { sealedWebhook, ...rest } = row
    const webhook = await keyring?.open(sealedWebhook)
    if (webhook !== undefined) return { ...rest, do: { ...rest.do, webhook } }
    locked.set(rest.name, sealedWebhook)
    return rest
  })
  return { rows: await Promise.all(open), locked }
}

interface SealedRow {
  readonly name: string
  readonly do: object
  readonly sealedWebhook: string
}
function isSealed(row: unknown): row is SealedRow {
  if (typeof row !== 'object' || row === null) return false
  const { name, do: does, sealedWebhook } = row as { readonly [key: string]: unknown }
  const whole = typeof does === 'object' && does !== null && typeof name === 'string'
  return whole && typeof sealedWebhook === 'string'
}
