import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { CallFailed, type CallError } from '@contract'

export interface Notice {
  readonly id: number
  readonly level: 'fine' | 'warning' | 'failure'
  readonly text: string
  readonly error?: CallError
}

/** Any failure in the form the window shows. */
export function errorOf(reason: unknown): CallError {
  if (reason instanceof CallFailed) return reason.error
  const detail = reason instanceof Error ? reason.message : String(reason)
  return {
    code: 'internal',
    detail,
    meaning: {
      en: 'Something in the window itself failed.',
      ja: 'ウィンドウ内部でエラーが発生しました。',
    },
    tries: [],
  }
}

/** Short messages in the corner: what was done, and calls that failed away from where they were asked for. */
export const useNotices = defineStore('notices', () => {
  const list = shallowRef<readonly Notice[]>([])
  let nextId = 1

  function add(notice: Omit<Notice, 'id'>): void {
    list.value = [...list.value.slice(-3), { ...notice, id: nextId++ }]
  }
  function done(text: string): void {
    add({ level: 'fine', text })
  }
  function warn(text: string): void {
    add({ level: 'warning', text })
  }
  function failed(reason: unknown): void {
    const error = errorOf(reason)
    add({ level: 'failure', text: error.detail, error })
  }
  function remove(id: number): void {
    list.value = list.value.filter((notice) => notice.id !== id)
  }

  /** Waits for a call; a failure is shown, and gives undefined. */
  async function watch<T>(call: Promise<T>): Promise<T | undefined> {
    try {
      return await call
    } catch (reason) {
      failed(reason)
      return undefined
    }
  }
  return { list, done, warn, failed, remove, watch }
})
