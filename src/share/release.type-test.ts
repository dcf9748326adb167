import type { View } from '../model/api.ts'
import type { Item } from '../model/picture.ts'
import type { Recipient } from './label.ts'
import type { ReleaseContext } from './release-context.ts'
import { isWithheld, release, type Released } from './release.ts'

/** Compiled, never run: what leaves the room takes only what `release` made. */
declare function send(view: Released<View>): void
declare const item: Item
declare const view: View
declare const recipient: Recipient
declare const context: ReleaseContext

// @ts-expect-error an item as the engine has it is not released
send(item)
// @ts-expect-error a view that somebody put together is not released either
send(view)
// @ts-expect-error nor is one that was copied from a released one
send({ ...view })

const answer = release(item, recipient, context)
// @ts-expect-error what may have been withheld has to be asked first
send(answer)
if (!isWithheld(answer)) send(answer)
