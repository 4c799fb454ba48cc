import type { Words } from '../words'
import type { RadioItemId } from './item'

/** A setting that keeps a modem from networks it could use otherwise, as it stands. */
export interface RadioLimit {
  readonly item: RadioItemId
  readonly title: Words
  readonly value: Words
}
