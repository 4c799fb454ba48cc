import type { Bench } from '@bench/bench'
import type { StoreTrouble } from '@core/ports/store'
import type { Words } from '@core/words'
import { well } from './words'

/** Says what keeps the log from being safe on the disk, each thing once for as long as it lasts, and when it is over. */
export function sayTroubles(bench: Bench, say: (words: Words) => void): void {
  let told: readonly StoreTrouble[] = []
  bench.onEvent((event) => {
    if (event.name !== 'store') return
    // What could not be read was reported when it was found.
    const now = event.value.filter(({ kind }) => kind !== 'unread')
    for (const trouble of now)
      if (!told.some(({ words }) => words.en === trouble.words.en)) say(trouble.words)
    if (told.length > 0 && now.length === 0) say(well)
    told = now
  })
}
