import type { SocketFamily } from '@core/sockets/family'

const files = import.meta.glob<SocketFamily>(['./*.ts', '!./index.ts', '!./*-parts.ts'], {
  eager: true,
  import: 'default',
})

/** How the TCP/IP stack of each family of modems is used, by id. */
export const socketFamilies: readonly SocketFamily[] = Object.values(files).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)
