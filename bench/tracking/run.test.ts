import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runTrackingBench } from './run.ts'

test('the small benchmark keeps its accuracy', async () => {
  const figures = await runTrackingBench({ small: true })
  const at = (name: string) => Number(figures[`n10-s1 ${name}`])
  assert.ok(at('gospa rms m') < 72, `GOSPA ${at('gospa rms m')}`)
  assert.ok(at('completeness') > 0.96)
  assert.equal(at('identity switches'), 0)
  assert.ok(at('nees per dimension') > 0.6 && at('nees per dimension') < 1.4)
  assert.match(String(figures['result hash']), /^[0-9a-f]{16}$/)
})
