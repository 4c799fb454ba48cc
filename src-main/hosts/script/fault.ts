import type { ToldFault } from './messages'

/** What a call fails with. */
export class BenchFault extends Error {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly tries: readonly string[]

  constructor({ code, title, detail, tries }: ToldFault) {
    super(detail === '' ? title : `${title} ${detail}`)
    this.name = 'BenchFault'
    this.code = code
    this.title = title
    this.detail = detail
    this.tries = tries
  }
}
