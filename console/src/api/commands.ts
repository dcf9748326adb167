import type { CommandAnswer, Problem } from '../../../src/model/api.ts'
import type { CommandBody } from '../../../src/model/command.ts'

/** A command that did not reach an outcome: the server's own words, or that it could not be reached. */
export type CommandFailure = { readonly failed: true; readonly problem: Problem }
export type CommandResult = CommandAnswer | CommandFailure

export function isFailure(result: CommandResult): result is CommandFailure {
  return 'failed' in result
}

/**
 * Sends one command and waits until it is durable and applied. The key makes it safe to send again: a command that is
 * repeated with the same key is carried out once. The server adds who speaks, from the session.
 */
export async function sendCommand(body: CommandBody, key: string = crypto.randomUUID()): Promise<CommandResult> {
  try {
    const response = await fetch('/api/v1/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, body }),
    })
    const answer: unknown = await response.json()
    if (response.ok) return answer as CommandAnswer
    return { failed: true, problem: answer as Problem }
  } catch (error) {
    return { failed: true, problem: { error: 'unreachable', message: String(error), todo: '' } }
  }
}
