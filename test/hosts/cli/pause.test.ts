import { expect, test } from 'vitest'
import { pause } from '@hosts/cli/pause'

test('a wait that is ended says what ended it, not that it was aborted', async () => {
  const stop = new AbortController()
  const why = new Error('Ctrl-C')
  const waiting = pause(60_000, stop.signal)
  stop.abort(why)
  await expect(waiting).rejects.toBe(why)
  await expect(pause(1, stop.signal)).rejects.toBe(why)
  await expect(pause(1, new AbortController().signal)).resolves.toBeUndefined()
})
