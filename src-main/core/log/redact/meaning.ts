import { factText } from '../../at/fact-text'
import type { Facts, FactValue } from '../../at/knowledge'
import type { Words } from '../../words'
import { numberAlias, withNames, type Alias } from './aliases'
import type { Naming } from './naming'
import type { Seeker } from './seeker'
import { isPlaceholder } from './span'

const cellFacts = /^(tac|lac|rac|ci|eci|nci|cellid|cell_id|scell_id|enb|enb_id|enodeb_id|sector)$/
const positionFacts = /^(lat|lon|lng|latitude|longitude)(_deg)?$/

/** Hides in words and facts about a row what was hidden in the row. */
export class Meaning {
  readonly #seeker: Seeker
  readonly #naming: Naming
  /** Whether the words of the row at hand are ours; those of a note repeat what somebody else wrote. */
  own = true

  constructor(seeker: Seeker, naming: Naming) {
    this.#seeker = seeker
    this.#naming = naming
  }

  words(words: Words, aliases: readonly Alias[]): Words {
    return { en: this.#phrase(words.en, aliases), ja: this.#phrase(words.ja, aliases) }
  }

  facts(facts: Facts, aliases: readonly Alias[]): Facts {
    const masked: Record<string, FactValue | undefined> = {}
    for (const [name, value] of Object.entries(facts)) {
      const hidden = this.#hiddenFact(name) && value !== null && value !== undefined
      masked[name] = hidden
        ? this.#place(name, value, aliases)
        : value === undefined
          ? undefined
          : this.#fact(value, aliases)
    }
    return masked
  }

  #phrase(text: string, aliases: readonly Alias[]): string {
    const named = withNames(text, aliases)
    return this.#naming.mask(named, this.#seeker.ofWords(named, this.own), [], false)
  }

  #fact(value: FactValue, aliases: readonly Alias[]): FactValue {
    if (typeof value === 'string') return this.#factText(value, aliases)
    if (typeof value === 'number') return numberAlias(value, aliases) ?? value
    if (value === null || typeof value === 'boolean') return value
    if (isList(value)) return value.map((one) => this.#fact(one, aliases))
    return this.facts(value, aliases)
  }

  /** A fact is the whole value or holds it; short values (a PIN) only count whole. */
  #factText(value: string, aliases: readonly Alias[]): string {
    const whole = aliases.find(([written]) => written === value)
    return whole ? whole[1] : this.#phrase(value, aliases)
  }

  #hiddenFact(name: string): boolean {
    if (positionFacts.test(name)) return this.#naming.hides('position')
    return this.#naming.hides('cell') && cellFacts.test(name)
  }

  #place(fact: string, value: FactValue, aliases: readonly Alias[]): FactValue {
    const text = factText(value)
    if (isPlaceholder(text)) return value
    const alias = typeof value === 'number' ? numberAlias(value, aliases) : undefined
    return (
      alias ??
      aliases.find(([written]) => written === text)?.[1] ??
      this.#naming.nameOf(positionFacts.test(fact) ? 'position' : 'cell', text)
    )
  }
}

function isList(value: object): value is readonly FactValue[] {
  return Array.isArray(value)
}
