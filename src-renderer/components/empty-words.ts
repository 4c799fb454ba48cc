import type { TextKey } from '../text'

/** Why a page is empty, and the first thing to do about it. */
export interface EmptyWords {
  readonly words: TextKey
  readonly act?: { readonly title: TextKey; readonly run: () => void }
}
