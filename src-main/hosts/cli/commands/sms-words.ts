import type { Words } from '@contract'

/** What a text of several parts costs, before it goes out. */
export const partsCost = (parts: number): Words => ({
  en: `This text goes out in ${parts} parts; each may be charged as a message.`,
  ja: `この本文は ${parts} パートに分けて送信します。パートごとに料金がかかる場合があります。`,
})

export const sendThem = (parts: number): Words => ({
  en: `Send all ${parts} parts?`,
  ja: `${parts} パートをすべて送信しますか？`,
})

export const manyParts = (parts: number): Words => ({
  en: `The text would go out in ${parts} parts; each may be charged as a message.`,
  ja: `本文は ${parts} パートになり、パートごとに料金がかかる場合があります。`,
})
