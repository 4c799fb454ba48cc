import { Fault } from '@core/fault'
import { pictureOf, type Picture } from '@core/plan/picture'
import { base64, octetsOf } from '@bench/base64'
import type { TestPicture } from '@contract'
import type { TestConfig } from './test-plan-config'
import { noPicture, pictureGone, pictureMissing } from './words'

/** Enough for the plans of a day; the oldest goes. */
const mostOctets = 64_000_000

/** By the names that a plan gives them. */
export type NamedPictures = ReadonlyMap<string, Picture>

/** The names of the pictures that the questions of a plan show. */
export function picturesIn(
  cases: readonly { readonly config: Pick<TestConfig, 'steps'> }[],
): readonly string[] {
  const names = cases.flatMap(({ config }) =>
    config.steps.flatMap((step) => {
      const image: unknown = Reflect.get(Object(step['ask']) as object, 'image')
      return typeof image === 'string' ? [image] : []
    }),
  )
  return [...new Set(names)]
}

export const hashesOf = (pictures: NamedPictures): { readonly [name: string]: string } =>
  Object.fromEntries([...pictures].map(([name, { sha256 }]) => [name, sha256]))

/** The pictures that questions show, as they were given: a bench reads no file of whoever starts a test. */
export class PictureBox {
  readonly #kept = new Map<string, Picture>()

  /** Keeps it and gives what it is known by. Throws `Fault('bad-input')` for what is no picture. */
  give(text: string): string {
    const picture = pictureOf(octetsOf(text))
    if (!picture) throw new Fault('bad-input', noPicture)
    const { sha256 } = picture
    this.#kept.delete(sha256)
    this.#kept.set(sha256, picture)
    this.#tidy()
    return sha256
  }
  #tidy(): void {
    let octets = [...this.#kept.values()].reduce((sum, one) => sum + one.octets.length, 0)
    for (const [sha256, picture] of this.#kept) {
      if (octets <= mostOctets) return
      this.#kept.delete(sha256)
      octets -= picture.octets.length
    }
  }

  /** Those that a plan names. Throws `Fault('bad-input')` with the first that was not given. */
  named(names: readonly string[], given: { readonly [name: string]: string }): NamedPictures {
    return new Map(
      names.map((name) => {
        const picture = Object.hasOwn(given, name) ? this.#kept.get(given[name] ?? '') : undefined
        if (!picture) throw new Fault('bad-input', pictureMissing(name))
        return [name, picture]
      }),
    )
  }

  /** `inUse`: of the tests that go on, whatever was given since. */
  read(sha256: string, inUse: readonly NamedPictures[]): TestPicture {
    const used = inUse.flatMap((named) => [...named.values()])
    const found = this.#kept.get(sha256) ?? used.find((one) => one.sha256 === sha256)
    if (!found) throw new Fault('bad-input', pictureGone)
    return { type: found.type, base64: base64([found.octets]) }
  }
}
