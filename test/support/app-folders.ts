import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What an app under test may be started with; each has a default that suits a test of its own. */
export type AppOptions = {
  args?: string[]
  env?: Record<string, string>
  /** Kept afterwards when given; otherwise a fresh one is made and removed. */
  dataDir?: string
  locale?: 'en' | 'ja'
  dark?: boolean
  size?: { width: number; height: number }
}

export type AppFolders = { dataDir: string; profileDir: string; remove: () => Promise<void> }

export const defaultSize = { width: 1280, height: 800 }

/** Nothing turns or fades: without a graphics card each frame of that is drawn by the processor, sixty in a second, in each window. */
export const still = { reducedMotion: 'reduce' } as const

/** The journal and settings (dataDir) and the browser's own profile, apart, both outside the user's folders. */
export async function appFolders(dataDir?: string): Promise<AppFolders> {
  const base = await mkdtemp(join(tmpdir(), 'modem-bench-app-'))
  return {
    dataDir: dataDir ?? join(base, 'data'),
    profileDir: join(base, 'profile'),
    remove: () => rm(base, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Resolves when the work is done, or after this long: for ending what may have hung. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const inTime = work.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([inTime, late])
  } finally {
    clearTimeout(timer)
  }
}

export const isRoot = (): boolean => process.getuid?.() === 0

/** The last lines a program said, for the message of a test that failed. */
export function tailOf(...streams: (NodeJS.ReadableStream | null)[]): () => string {
  let said = ''
  for (const stream of streams)
    stream?.on('data', (piece) => {
      said = (said + String(piece)).slice(-8_000)
    })
  return () => said
}

/** The environment without the variables that would point an app at the user's own folders. */
export function appEnv(options: AppOptions, folders: AppFolders): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value
  const locale = options.locale ?? 'en'
  return {
    ...env,
    LANGUAGE: locale,
    LANG: locale === 'ja' ? 'ja_JP.UTF-8' : 'en_US.UTF-8',
    MODEM_BENCH_DATA: folders.dataDir,
    ...options.env,
  }
}
