import type { CategoryTable } from './table.ts'
import { CAT015 } from './tables/cat015.ts'
import { CAT021_V0_26 } from './tables/cat021-v0-26.ts'
import { CAT021 } from './tables/cat021.ts'
import { CAT034 } from './tables/cat034.ts'
import { CAT048 } from './tables/cat048.ts'
import { CAT062 } from './tables/cat062.ts'
import { CAT063 } from './tables/cat063.ts'
import { CAT065 } from './tables/cat065.ts'
import { CAT129, CAT129_RISK_IN_1_BYTE } from './tables/cat129.ts'

/**
 * Every category and edition. Where a category has several, the first is taken unless a setting says otherwise.
 *
 * name  of the decoder in `generated/` and of its types
 */
export const ASTERIX_TABLES: readonly { readonly table: CategoryTable; readonly name: string; readonly file: string }[] = [
  { table: CAT015, name: 'Cat015', file: 'cat015' },
  { table: CAT021, name: 'Cat021', file: 'cat021' },
  { table: CAT021_V0_26, name: 'Cat021V026', file: 'cat021-v0-26' },
  { table: CAT034, name: 'Cat034', file: 'cat034' },
  { table: CAT048, name: 'Cat048', file: 'cat048' },
  { table: CAT062, name: 'Cat062', file: 'cat062' },
  { table: CAT063, name: 'Cat063', file: 'cat063' },
  { table: CAT065, name: 'Cat065', file: 'cat065' },
  { table: CAT129, name: 'Cat129', file: 'cat129' },
  { table: CAT129_RISK_IN_1_BYTE, name: 'Cat129ShortRisk', file: 'cat129-short-risk' },
]
