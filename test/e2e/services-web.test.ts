import { afterAll, beforeAll, describe } from 'vitest'
import { lacksBrowser } from '../support/needs'
import { pageAnew, type StoryPage } from '../support/shared-window'
import { openWebApp, type RunningWebApp } from '../support/web-app'
import { callStories } from './services/calls'
import { fileStories } from './services/files'
import { usbStories } from './services/usb'

class SharedTab implements StoryPage {
  #web: RunningWebApp | undefined
  get page() {
    if (!this.#web) throw new Error('The page is asked for before it was opened.')
    return this.#web.page
  }
  async start(): Promise<void> {
    this.#web = await openWebApp({ size: { width: 960, height: 600 } })
  }
  async close(): Promise<void> {
    await this.#web?.close()
  }
  anew(language?: 'en' | 'ja') {
    return pageAnew(this.page, language)
  }
}

describe.skipIf(lacksBrowser())('calls, USB and files in a browser, in the smallest window', () => {
  const tab = new SharedTab()
  beforeAll(() => tab.start())
  afterAll(() => tab.close())

  callStories(tab)
  usbStories(tab)
  fileStories(tab)
})
