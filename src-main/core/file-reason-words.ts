import type { Words } from './words'

/** What an error code of the system means for whoever named the file. */
export const fileReasons: { readonly [code: string]: Words } = {
  ENOENT: {
    en: 'there is no such file or folder',
    ja: 'そのようなファイルやフォルダーはありません',
  },
  EACCES: {
    en: 'it may not be read or written with your rights',
    ja: '読み書きする権限がありません',
  },
  EPERM: { en: 'it may not be changed with your rights', ja: '変更する権限がありません' },
  EEXIST: { en: 'it is there already', ja: 'すでに存在します' },
  EISDIR: { en: 'it is a folder', ja: 'フォルダーです' },
  ENOTDIR: { en: 'a part of the path is no folder', ja: 'パスの途中がフォルダーではありません' },
  ENAMETOOLONG: { en: 'the name is too long', ja: '名前が長すぎます' },
  ENOSPC: { en: 'the disk is full', ja: 'ディスクの空き容量がありません' },
  EDQUOT: {
    en: 'the quota of the disk is used up',
    ja: 'ディスクの割り当て（クォータ）を使い切っています',
  },
  EIO: { en: 'the disk has a read or write error', ja: 'ディスクの読み書きエラーです' },
  EROFS: { en: 'the disk is read-only', ja: 'ディスクが読み取り専用です' },
  EPIPE: { en: 'its reader went away', ja: '読み取り側が終了しました' },
}
