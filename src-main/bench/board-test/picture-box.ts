import { Fault } from '@core/fault'
import { pictureOf, type Picture } from '@core/plan/picture'
import type { PictureShelf } from '@core/plan/picture-shelf'
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

/**
 * The pictures that questions show, as they were given (a bench reads no file of whoever starts a test), and those of tested boards, which are
 * kept beside their records.
 */
export class PictureBox {
  readonly #given = new Map<string, Picture>()
  readonly #shelf: PictureShelf | undefined

  constructor(shelf: PictureShelf | undefined) {
    this.#shelf = shelf
  }

  /** Takes it and gives what it is known by. Throws `Fault('bad-input')` for what is no picture. */
  give(text: string): string {
    const picture = pictureOf(octetsOf(text))
    if (!picture) throw new Fault('bad-input', noPicture)
    const { sha256 } = picture
    this.#given.delete(sha256)
    this.#given.set(sha256, picture)
    this.#tidy()
    return sha256
  }
  #tidy(): void {
    let octets = [...this.#given.values()].reduce((sum, one) => sum + one.octets.length, 0)
    for (const [sha256, picture] of this.#given) {
      if (octets <= mostOctets) return
      this.#given.delete(sha256)
      octets -= picture.octets.length
    }
  }

  /** Those that a plan names. Rejects with `Fault('bad-input')` with the first that was not given. */
  async named(
    names: readonly string[],
    given: { readonly [name: string]: string },
  ): Promise<NamedPictures> {
    const pictures = new Map<string, Picture>()
    for (const name of names) {
      const picture = Object.hasOwn(given, name) ? await this.find(given[name] ?? '') : undefined
      if (!picture) throw new Fault('bad-input', pictureMissing(name))
      pictures.set(name, picture)
    }
    return pictures
  }

  /** Before the record that names them, so that none names what is not there. */
  async keep(pictures: NamedPictures): Promise<void> {
    for (const picture of pictures.values()) await this.#shelf?.keep(picture)
  }

  /** `inUse`: of the tests that go on, whatever was given since. */
  async read(sha256: string, inUse: readonly NamedPictures[]): Promise<TestPicture> {
    const used = inUse.flatMap((named) => [...named.values()])
    const found = used.find((one) => one.sha256 === sha256) ?? (await this.find(sha256))
    if (!found) throw new Fault('bad-input', pictureGone)
    return { type: found.type, base64: base64([found.octets]) }
  }

  async find(sha256: string): Promise<Picture | undefined> {
    return this.#given.get(sha256) ?? (await this.#shelf?.read(sha256))
  }
}
