import { useCallback, useState } from 'react'
import type { CommandAnswer } from '../../../src/model/api.ts'
import type { CommandBody } from '../../../src/model/command.ts'
import { isFailure, sendCommand } from '../api/commands.ts'
import { useWords, type RoomWords } from '../words.tsx'
import { announce } from './announce.ts'

/** Sends a command and says what became of it. The answer is undefined unless it was carried out. */
export async function carryOut(body: CommandBody, words: RoomWords): Promise<CommandAnswer | undefined> {
  const result = await sendCommand(body)
  if (isFailure(result)) {
    announce(words.t('outcome.failed'), 'fault')
    return undefined
  }
  announce(words.outcome(result.outcome), result.outcome.result === 'done' ? 'done' : 'fault')
  return result.outcome.result === 'done' ? result : undefined
}

export function useCommand(): { readonly busy: boolean; readonly run: (body: CommandBody) => Promise<CommandAnswer | undefined> } {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (body: CommandBody) => {
      setBusy(true)
      const answer = await carryOut(body, words)
      setBusy(false)
      return answer
    },
    [words],
  )
  return { busy, run }
}
