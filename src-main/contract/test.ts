import { z } from 'zod'
import type { TestPlan } from '@core/plan/plan'
import type { PictureType } from '@core/plan/picture'
import type { TestState } from '@core/plan/test-state'
import type { Batch } from '@core/plan/units'
import type { SlotName } from '@core/modem/slot-names'
import type { ExportedFile } from './exported-file'
import { call } from './call'
import type { ConfigMistake } from './failover'
import { language, portPath, slotName } from './schema'

/** A test plan as it was read. */
export interface ReadPlan {
  /** Null when there are mistakes. */
  readonly plan: TestPlan | null
  /** Where the plan says that the board is; null when there are mistakes. */
  readonly port: string | null
  /** The same for each slot. */
  readonly ports: { readonly a: string; readonly b: string } | null
  /** The names of the pictures that its questions show; `test.start` wants each. */
  readonly pictures: readonly string[]
  readonly mistakes: readonly ConfigMistake[]
  /** Its text holds a password, a PIN or an identifier: nobody may keep it where others find it. */
  readonly secret: boolean
}
/** A picture that a question shows. */
export interface TestPicture {
  readonly type: PictureType
  readonly base64: string
}
export interface ExamplePlan {
  readonly name: string
  readonly text: string
}
/** The last test of each slot; null: none yet. */
export type Tests = { readonly [slot in SlotName]: TestState | null }

const nothing = z.undefined()
const ofSlot = z.object({ slot: slotName })
const withText = z.object({
  /** YAML or JSON; every mistake is named by its line. */
  text: z.string().max(1_000_000),
})
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Of octets; a call over HTTP may have 1 MiB. */
export const mostPictureOctets = 700_000
const planName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** Tests of boards by a plan. */
export const testCalls = {
  /** Reads a plan and starts nothing. */
  'test.read': call<ReadPlan>()(withText),
  /** Plans that ship with the product, for simulated boards. */
  'test.examples': call<readonly ExamplePlan[]>()(nothing),
  /** Keeps a picture (PNG, JPEG, WebP or GIF) for a plan to show; gives its SHA-256, by which `test.start` names it. */
  'test.givePicture': call<string>()(
    z.object({ base64: z.string().max(Math.ceil(mostPictureOctets / 3) * 4) }),
  ),
  /** A picture that was given, as while a question shows it. */
  'test.picture': call<TestPicture>()(z.object({ sha256 })),
  /** Opens the port and carries the plan out; `test` tells how it goes. Rejects with bad-input, naming every mistake. */
  'test.start': call<TestState>()(
    withText.extend({
      slot: slotName,
      /** The board's own. */
      serial: z.string().trim().max(80).default(''),
      /** In the place of the plan's. */
      port: portPath.optional(),
      /** What the pictures of the plan are: the SHA-256 of each by its name in the plan. */
      pictures: z.record(z.string().max(200), sha256).default({}),
    }),
  ),
  /** The steps that are always done are done before it ends. */
  'test.stop': call<void>()(ofSlot),
  /** What the person sees on the board; `none`: nobody is there to say, which never passes. Rejects with test-no-question. */
  'test.answer': call<void>()(
    ofSlot.extend({ step: z.string().max(2000), answer: z.enum(['yes', 'no', 'none']) }),
  ),
  /** The last board test of each slot. */
  'test.state': call<Tests>()(nothing),
  /** All boards that were tested by a plan. */
  'test.batch': call<Batch>()(z.object({ plan: planName })),
  /** The last test of a slot; `csv` every board of its plan, `html` them with histograms and trends; `label` and `zpl` what is printed and put on the board. */
  'test.report': call<ExportedFile>()(
    ofSlot.extend({
      format: z.enum(['junit', 'tap', 'json', 'csv', 'html', 'label', 'zpl']),
      language,
    }),
  ),
} as const
