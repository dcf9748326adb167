import { useCallback, useEffect, useRef, useState, type HTMLAttributes } from 'react'
import type { AlertView } from '../../../src/model/api.ts'
import { holdQueue, type HeldQueue } from './queue-order.ts'

/** A focus that has not moved for this long is no longer a hand in the list: the officer looks away most of the time. */
const IDLE_FOCUS_MS = 15_000

/**
 * Holds the queue still while the pointer or a busy focus is in it. `release` puts everything in its place at once;
 * `handlers` belong on the list's element.
 */
export function useHeldQueue(
  sorted: readonly AlertView[],
): HeldQueue & { readonly release: () => void; readonly handlers: HTMLAttributes<HTMLElement> } {
  const [order, setOrder] = useState<readonly string[] | undefined>(undefined)
  const latest = useRef(sorted)
  useEffect(() => {
    latest.current = sorted
  }, [sorted])
  const hand = useRef({ pointer: false, focus: false })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const settle = useCallback(() => {
    const held = hand.current.pointer || hand.current.focus
    setOrder((before) => (held ? (before ?? latest.current.map((alert) => alert.id)) : undefined))
  }, [])
  const touchFocus = useCallback(() => {
    hand.current.focus = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      hand.current.focus = false
      settle()
    }, IDLE_FOCUS_MS)
    settle()
  }, [settle])
  useEffect(() => () => clearTimeout(timer.current), [])
  const release = useCallback(() => setOrder((before) => (before === undefined ? undefined : latest.current.map((alert) => alert.id))), [])

  const handlers: HTMLAttributes<HTMLElement> = {
    // A finger has no place once it is lifted: only a mouse or pen rests in the list.
    onPointerEnter: (event) => {
      hand.current.pointer = event.pointerType !== 'touch'
      settle()
    },
    onPointerLeave: () => {
      hand.current.pointer = false
      settle()
    },
    onFocus: touchFocus,
    onKeyDown: touchFocus,
    onBlur: (event) => {
      if (event.currentTarget.contains(event.relatedTarget)) return
      clearTimeout(timer.current)
      hand.current.focus = false
      settle()
    },
  }
  return { ...holdQueue(sorted, order), release, handlers }
}
