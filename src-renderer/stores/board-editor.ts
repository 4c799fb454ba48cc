import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { BoardLineName, BoardMistake, BoardProfile, CallError, WiringPicture } from '@contract'
import { client } from '../api/client'
import { download } from '../components/download'
import { useText } from '../text'
import { useBoard } from './board'
import { draftOf, profileOf, type BoardDraft } from './board-draft'
import { errorOf } from './notices'

const checkAfterMs = 150

/** A board of the person's own while it is written: the draft, what is wrong with it, and how it would be wired. */
export const useBoardEditor = defineStore('board-editor', () => {
  const board = useBoard()
  const { language } = useText()
  const open = ref(false)
  /** The board that is changed; null for a new one. */
  const editing = shallowRef<string | null>(null)
  const draft = reactive<{ now: BoardDraft | null }>({ now: null })
  const mistakes = shallowRef<readonly BoardMistake[]>([])
  /** Mistakes of a file that was opened, with their lines. */
  const fileMistakes = shallowRef<readonly string[]>([])
  const picture = shallowRef<WiringPicture | null>(null)
  const problem = shallowRef<CallError | null>(null)
  const adapter = ref('')
  const pins = shallowRef<Readonly<Record<string, string | number>>>({})
  let timer: number | undefined

  const profile = computed(() => (draft.now ? profileOf(draft.now) : null))
  const good = computed(() => profile.value !== null && mistakes.value.length === 0)
  const mistakeAt = (path: string) => mistakes.value.find((one) => one.path === path)

  function start(from: BoardProfile | undefined, onAdapter: string, wiring: object): void {
    const own = board.own.find((one) => one.id === from?.id)
    editing.value = own?.id ?? null
    draft.now = from ? draftOf(from, own !== undefined, language.value) : null
    adapter.value = onAdapter
    pins.value = { ...wiring }
    mistakes.value = []
    fileMistakes.value = []
    problem.value = null
    picture.value = null
    open.value = true
  }
  /** Another board's values under the name that stands there. */
  function takeValues(from: BoardProfile): void {
    if (!draft.now) return
    const { name, id } = draft.now
    draft.now = { ...draftOf(from, false, language.value), name, id }
  }

  async function check(): Promise<void> {
    const asked = profile.value
    if (!asked) return
    const found = await client().call('board.check', { profile: asked })
    if (asked !== profile.value) return
    mistakes.value = found
    if (found.length > 0) return
    picture.value = await client()
      .call('board.wiring', {
        board: asked.id,
        adapter: adapter.value || (asked.adapters[0] ?? ''),
        lines: linesToDraw(asked),
        profile: asked,
        language: language.value,
      })
      .catch(() => null)
  }
  /** Lines without a pin yet are drawn on a pin of no name. */
  const linesToDraw = (asked: BoardProfile) =>
    Object.fromEntries(
      (Object.keys(asked.lines) as BoardLineName[]).map((name) => [name, pins.value[name] ?? '…']),
    )
  watch(
    () => JSON.stringify([profile.value, language.value]),
    () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void check(), checkAfterMs)
    },
  )

  async function tried<T>(call: Promise<T>): Promise<T | undefined> {
    problem.value = null
    try {
      return await call
    } catch (reason) {
      problem.value = errorOf(reason)
      return undefined
    }
  }
  /** Keeps the board; the one that was kept, or undefined. */
  async function save(): Promise<BoardProfile | undefined> {
    const kept = await tried(client().call('board.save', { profile: profile.value }))
    if (!kept) return undefined
    await board.reload()
    open.value = false
    return kept
  }
  async function forget(): Promise<boolean> {
    const id = editing.value
    if (id === null) return false
    const gone = await tried(
      client()
        .call('board.forget', { id })
        .then(() => true),
    )
    if (gone !== true) return false
    await board.reload()
    open.value = false
    return true
  }
  async function openFile(file: File): Promise<void> {
    const read = await tried(client().call('board.read', { text: await file.text() }))
    if (!read) return
    fileMistakes.value = read.mistakes.map(({ line, path, words }) =>
      [line > 0 ? `${file.name}:${line}` : file.name, path, words[language.value]]
        .filter((part) => part !== '')
        .join('  '),
    )
    if (!read.board) return
    editing.value = board.own.some((one) => one.id === read.board?.id) ? read.board.id : null
    draft.now = draftOf(read.board, true, language.value)
    pins.value = { ...read.board.pinSets[0]?.pins, ...pins.value }
  }
  async function saveFile(): Promise<void> {
    const file = await tried(client().call('board.write', { profile: profile.value }))
    if (file) download(file)
  }

  return {
    open,
    editing,
    draft,
    mistakes,
    fileMistakes,
    picture,
    problem,
    profile,
    good,
    mistakeAt,
    start,
    takeValues,
    save,
    forget,
    openFile,
    saveFile,
  }
})
