import { afterAll, beforeAll, describe } from 'vitest'
import { lacksApp } from '../support/needs'
import { SharedWindow } from '../support/shared-window'
import { callStories } from './services/calls'
import { contextStories } from './services/contexts'
import { esimStories } from './services/esim'
import { fileStories } from './services/files'
import { messageStories } from './services/messages'
import { phonebookStories } from './services/phonebook'
import { positionStories } from './services/position'
import { radioStories } from './services/radio'
import { socketStories } from './services/sockets'
import { usbStories } from './services/usb'
import { ussdStories } from './services/ussd'

describe.skipIf(lacksApp())('what a modem does beside the call, in one window', () => {
  const window = new SharedWindow()
  beforeAll(() => window.start())
  afterAll(() => window.close())

  messageStories(window)
  positionStories(window)
  contextStories(window)
  phonebookStories(window)
  radioStories(window)
  socketStories(window)
  ussdStories(window)
  callStories(window)
  usbStories(window)
  fileStories(window)
  esimStories(window)
})
