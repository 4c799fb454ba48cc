import { parentPort, workerData } from 'node:worker_threads'
import { deskThread } from '@bench/log/desk/desk-thread'
import type { DeskStart, ToDesk } from '@bench/log/desk/desk-calls'
import { nodeClock } from '@platform/clock/node-clock'
import { readParts } from '@platform/store/journal-parts'
import { journalEntries, logSource } from '@platform/store/log-source'
import { endOverLimit } from '@platform/threads/heap-limit'

const port = parentPort
if (port) {
  endOverLimit()
  const parts = { clock: nodeClock, readLog: logSource, readJournal: journalEntries, readParts }
  const take = deskThread(parts, workerData as DeskStart, (message, transfer) =>
    port.postMessage(message, [...transfer] as ArrayBuffer[]),
  )
  port.on('message', (message: ToDesk) => void take(message))
}
