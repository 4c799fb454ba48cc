import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  callError,
  CallFailed,
  textOfFile,
  type Batch,
  type CallError,
  type ExamplePlan,
  type ExportedFile,
  type Input,
  type ReadPlan,
  type SlotName,
  type Tests,
} from '@contract'
import { client } from '../api/client'
import { base64Of } from '../components/base64'
import { keepJson, keptJson } from './kept'
import { errorOf, useNotices } from './notices'

const textKey = 'test-plan'
const nameKey = 'test-plan-name'
const exampleKey = 'test-plan-example'
const picturesKey = 'test-plan-pictures'

/**
 * The text of the last time, which is put back only when the bench has looked through it: earlier versions kept plans with
 * their passwords, and a window that ends before it is looked through must leave none behind.
 */
function takeKept(): string {
  const text = localStorage.getItem(textKey) ?? ''
  localStorage.removeItem(textKey)
  return text
}

/** SHA-256 by name. */
interface Hashes {
  readonly [name: string]: string
}
/** The pictures of the last time. The bench keeps those of tested boards; what it does not have any more is asked for when a test starts. */
function keptPictures(): Hashes {
  const kept = keptJson(picturesKey)
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {}
  const hashes = Object.entries(kept).filter(
    ([, sha256]) => typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256),
  )
  return Object.fromEntries(hashes)
}

/** The plan that boards are tested by, how the tests go, and the boards so far. */
export const useBoardTest = defineStore('board-test', () => {
  const tests = shallowRef<Tests>({ a: null, b: null })
  const name = ref(localStorage.getItem(nameKey) ?? '')
  const text = ref(takeKept())
  const read = shallowRef<ReadPlan | null>(null)
  /** The pictures that were chosen for it: the SHA-256 of each by its name. */
  const pictures = shallowRef<Hashes>(keptPictures())
  /** SHA-256 of pictures that the bench has. */
  const confirmed = new Set<string>()
  const missing = computed(() =>
    (read.value?.pictures ?? []).filter((one) => !Object.hasOwn(pictures.value, one)),
  )
  const batch = shallowRef<Batch | null>(null)
  const examples = shallowRef<readonly ExamplePlan[]>([])
  /** The example that is in use; its text comes from the product, and nothing of it needs to be kept. */
  const example = ref(localStorage.getItem(exampleKey) ?? '')
  /** Why the last start failed. */
  const error = shallowRef<CallError | null>(null)

  const notKept = computed(() => read.value?.secret === true && example.value === '')

  function take(now: Tests): void {
    const before = tests.value
    tests.value = now
    const ended = (['a', 'b'] as const).some(
      (slot) => before[slot]?.state === 'running' && now[slot]?.state !== 'running',
    )
    if (ended) void loadBatch()
  }
  async function load(): Promise<void> {
    tests.value = (await useNotices().watch(client().call('test.state'))) ?? tests.value
    if (text.value !== '' && !read.value) await check()
  }
  /** What the page needs when it is first looked at. */
  async function look(): Promise<void> {
    const { watch } = useNotices()
    if (examples.value.length === 0)
      examples.value = (await watch(client().call('test.examples'))) ?? []
    const one = examples.value.find((other) => other.name === example.value)
    if (text.value === '' && one) await useExample(one)
    else if (text.value !== '' && !read.value) await check()
  }
  async function check(): Promise<void> {
    const wanted = text.value
    const told = await useNotices().watch(client().call('test.read', { text: wanted }))
    if (told && text.value === wanted) {
      read.value = told
      if (!told.secret) localStorage.setItem(textKey, wanted)
    }
    await confirmPictures()
    await loadBatch()
  }
  /** Those of the last time that the bench has still; of the others the page says that they are wanted. */
  async function confirmPictures(): Promise<void> {
    for (const [name, sha256] of Object.entries(pictures.value)) {
      if (confirmed.has(sha256)) continue
      const there = await client()
        .call('test.picture', { sha256 })
        .then(
          () => true,
          (reason: unknown) => {
            if (errorOf(reason).code === 'bad-input') return false
            throw reason
          },
        )
      if (there) confirmed.add(sha256)
      else
        pictures.value = Object.fromEntries(
          Object.entries(pictures.value).filter(([one]) => one !== name),
        )
    }
  }
  async function loadBatch(): Promise<void> {
    const plan = read.value?.plan?.name
    batch.value =
      plan === undefined
        ? null
        : ((await useNotices().watch(client().call('test.batch', { plan }))) ?? null)
  }
  async function use(fileName: string, content: string): Promise<void> {
    name.value = fileName
    text.value = content
    read.value = null
    takePictures({})
    error.value = null
    localStorage.setItem(nameKey, fileName)
    localStorage.removeItem(textKey)
    keepExample('')
    await check()
  }
  async function useFile(fileName: string, octets: Uint8Array): Promise<void> {
    try {
      await use(fileName, textOfFile(octets))
    } catch (reason) {
      useNotices().failed(new CallFailed(callError(reason)))
    }
  }
  /** Gives the bench the pictures that the plan names; others stay where they are. */
  async function usePictures(files: readonly File[]): Promise<void> {
    for (const file of files.filter(({ name: one }) => read.value?.pictures.includes(one))) {
      const octets = new Uint8Array(await file.arrayBuffer())
      const given = client().call('test.givePicture', { base64: base64Of(octets) })
      const sha256 = await useNotices().watch(given)
      if (sha256 === undefined) continue
      confirmed.add(sha256)
      takePictures({ ...pictures.value, [file.name]: sha256 })
    }
  }
  function takePictures(now: Hashes): void {
    pictures.value = now
    keepJson(picturesKey, now)
  }
  /** As an address that an image has. */
  async function picture(sha256: string): Promise<string | undefined> {
    const found = await useNotices().watch(client().call('test.picture', { sha256 }))
    return found && `data:${found.type};base64,${found.base64}`
  }
  async function useExample(one: ExamplePlan): Promise<void> {
    await use(one.name, one.text)
    keepExample(one.name)
  }
  function keepExample(from: string): void {
    example.value = from
    localStorage.setItem(exampleKey, from)
  }
  async function start(slot: SlotName, serial: string, port: string): Promise<boolean> {
    error.value = null
    const where = port === '' ? {} : { port }
    try {
      const given = pictures.value
      await client().call('test.start', {
        slot,
        text: text.value,
        serial,
        pictures: given,
        ...where,
      })
      return true
    } catch (reason) {
      error.value = errorOf(reason)
      return false
    }
  }
  async function stop(slot: SlotName): Promise<void> {
    await useNotices().watch(client().call('test.stop', { slot }))
  }
  async function answer(slot: SlotName, step: string, given: 'yes' | 'no'): Promise<void> {
    await useNotices().watch(client().call('test.answer', { slot, step, answer: given }))
  }
  async function report(
    slot: SlotName,
    format: Input<'test.report'>['format'],
    language: Input<'test.report'>['language'],
  ): Promise<ExportedFile | undefined> {
    return useNotices().watch(client().call('test.report', { slot, format, language }))
  }
  return {
    tests,
    name,
    text,
    read,
    batch,
    examples,
    notKept,
    missing,
    error,
    take,
    load,
    look,
    use,
    useExample,
    useFile,
    usePictures,
    picture,
    start,
    stop,
    answer,
    report,
  }
})
