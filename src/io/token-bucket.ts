/** Lets `ratePerS` pass on average and at most `burst` at once. The clock is the caller's: any that never goes back. */
export interface TokenBucket {
  /** True if one more may pass at this instant. */
  take(nowMs: number): boolean
}

export function createTokenBucket(ratePerS: number, burst: number): TokenBucket {
  let tokens = burst
  let lastMs: number | undefined
  return {
    take(nowMs) {
      if (lastMs !== undefined && nowMs > lastMs) tokens = Math.min(burst, tokens + ((nowMs - lastMs) / 1000) * ratePerS)
      lastMs = nowMs
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
