import type { Store } from '@core/ports/store'

/** Named texts that end with the program: what one command sets is nothing that the console shall remember. */
export function memoryStore(): Store {
  const texts = new Map<string, string>()
  return {
    read: async (name) => texts.get(name),
    write: async (name, text) => {
      texts.set(name, text)
    },
  }
}
