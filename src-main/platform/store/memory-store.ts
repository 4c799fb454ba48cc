import type { Store } from '@core/ports/store'

/**
 * Named texts that end with the program: what one command sets is nothing that the console shall remember. What was not written
 * here is read from `kept`.
 */
export function memoryStore(kept?: Pick<Store, 'read'>): Store {
  const texts = new Map<string, string>()
  return {
    read: async (name) => texts.get(name) ?? (await kept?.read(name)),
    write: async (name, text) => {
      texts.set(name, text)
    },
  }
}
