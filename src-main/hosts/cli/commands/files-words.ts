import {
  faultRows,
  harmless,
  type FilesState,
  type FileStoreState,
  type Language,
  type Words,
} from '@contract'

/** Each place with its free space, and what is in it, one a line. */
export function listText({ family, stores }: FilesState, lang: Language): string {
  if (!family) return faultRows['files-unknown'].meaning[lang]
  return harmless(stores.map((store) => storeText(store, lang)).join('\n'))
}
function storeText({ kind, files, space }: FileStoreState, lang: Language): string {
  const words = said[lang]
  const head = space ? `${words[kind]}${words.free(space.free, space.total)}` : words[kind]
  const rows = files.map(
    ({ name, size, label }) =>
      `  ${[name, label ?? '', size === null ? '' : `${size} B`].filter((part) => part !== '').join('  ')}`,
  )
  return [head, ...(rows.length > 0 ? rows : [`  ${words.none}`])].join('\n')
}

export const noFile = (path: string): Words => ({
  en: `${path}: this is no file but a folder, device or pipe; name a file.`,
  ja: `${path}：フォルダー、デバイス、パイプなどです。ファイルを指定してください。`,
})
export const tooLarge = (path: string, octets: number): Words => ({
  en: `${path} has ${octets} octets; a file for a modem has at most 3 MB (3000000 octets).`,
  ja: `${path} は ${octets} オクテットです。モデムに書き込めるファイルは 3 MB（3000000 オクテット）までです。`,
})
export const loading = (name: string, octets: number): Words => ({
  en: `${name}: loading ${octets} octets …`,
  ja: `${name}：${octets} オクテットを書き込んでいます…`,
})
export const loaded = (name: string, octets: number): Words => ({
  en: `${name}: ${octets} octets loaded.`,
  ja: `${name}：${octets} オクテットを書き込みました。`,
})
export const written = (path: string, octets: number): Words => ({
  en: `${path}: ${octets} octets written.`,
  ja: `${path}：${octets} オクテットを保存しました。`,
})
export const deleted = (name: string): Words => ({
  en: `${name} is deleted.`,
  ja: `${name} を削除しました。`,
})
export const sayYes = (name: string): Words => ({
  en: `${name} would be deleted for good.`,
  ja: `対象：${name}（完全に削除されます）`,
})

const said = {
  en: {
    file: 'files',
    certificate: 'certificates and keys',
    free: (free: number, total: number) => `, ${free} of ${total} octets free`,
    none: 'none',
  },
  ja: {
    file: 'ファイル',
    certificate: '証明書と鍵',
    free: (free: number, total: number) => `（空き ${free} / ${total} オクテット）`,
    none: 'なし',
  },
} as const
