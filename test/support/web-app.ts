import { type ChildProcess, spawn } from 'node:child_process'
import { type Browser, type Page, chromium } from 'playwright-core'
import {
  type AppOptions,
  appEnv,
  appFolders,
  defaultSize,
  still,
  tailOf,
  within,
} from './app-folders'
import { cli, findChromium } from './needs'
import { patienceMs } from './patience'

export type RunningWebApp = {
  browser: Browser
  page: Page
  /** The address that the host printed, with its token. */
  url: string
  dataDir: string
  said: () => string
  /** kill -9 of the host; the browser stays. */
  kill: () => Promise<void>
  close: () => Promise<void>
}

export type Served = {
  url: string
  said: () => string
  kill: () => Promise<void>
  close: () => Promise<void>
}

const endMs = 30_000

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function end(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return
  const exited = new Promise((resolve) => host.once('exit', resolve))
  host.kill('SIGTERM')
  if (await within(endMs, exited)) return
  host.kill('SIGKILL')
  await exited
}

async function kill(host: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => host.once('exit', resolve))
  host.kill('SIGKILL')
  await exited
}

const printedUrl = (host: ChildProcess, said: () => string) =>
  new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}. The web host said:\n${said()}`))
    const timer = setTimeout(() => fail('No address printed'), patienceMs)
    host.once('error', reject)
    host.once('exit', (code) => fail(`Ended with ${code}`))
    host.stdout?.on('data', () => {
      const url = /https?:\/\/\S+(?=\s)/.exec(said())?.[0]
      if (url === undefined) return
      clearTimeout(timer)
      resolve(url)
    })
  })

/** Starts `modem-bench serve` on a free port, with these environment variables. */
export async function serve(args: string[], env: Record<string, string>): Promise<Served> {
  const host = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = tailOf(host.stdout, host.stderr)
  try {
    const url = await printedUrl(host, said)
    return { url, said, kill: () => kill(host), close: () => end(host) }
  } catch (error) {
    await end(host)
    throw error
  }
}

/** Debian's Chromium, or the Chrome of Windows and macOS; it asks nothing of the internet. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    args: quietly,
    timeout: patienceMs,
  })
}

/** Starts the web host and opens it in a browser, both with folders of their own. */
export async function openWebApp(options: AppOptions = {}): Promise<RunningWebApp> {
  const folders = await appFolders(options.dataDir)
  const open: (() => Promise<void>)[] = [folders.remove]
  const close = async () => {
    for (const shut of open.splice(0).reverse()) await shut()
  }
  try {
    const served = await serve(options.args ?? [], appEnv(options, folders))
    open.push(served.close)
    const browser = await openBrowser()
    open.push(() => browser.close())
    const context = await browser.newContext({
      locale: options.locale === 'ja' ? 'ja-JP' : 'en-US',
      colorScheme: options.dark ? 'dark' : 'light',
      viewport: options.size ?? defaultSize,
      ...still,
      acceptDownloads: true,
    })
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    await page.goto(served.url)
    const { url, said, kill } = served
    return { browser, page, url, dataDir: folders.dataDir, said, kill, close }
  } catch (error) {
    await close()
    throw error
  }
}
