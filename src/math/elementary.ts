/**
 * Elementary functions made of + - x / and square root alone, so that every engine gives the same bits: the standard leaves
 * `Math.sin` and its kin to the implementation, and a replay on another machine would then differ.
 *
 * Method: the range reductions and minimax polynomials published with Sun's fdlibm 5.3 (1993). Errors stay below 2 units in
 * the last place in the stated ranges. NaN in gives NaN out.
 */
export const PI = 3.141592653589793
export const HALF_PI = 1.5707963267948966
export const TWO_PI = 6.283185307179586

/** pi/2 as three parts of 33 bits and their tails: products with a quadrant number below 2^20 are exact. */
const PIO2_1 = 1.57079632673412561417
const PIO2_1T = 6.07710050650619224932e-11
const PIO2_2 = 6.0771005063039659766e-11
const PIO2_2T = 2.02226624879595063154e-21
const TWO_OVER_PI = 6.36619772367581382433e-1
/** Up to here (2^20 quadrants) the reduction keeps full accuracy. */
const MAX_REDUCED_RAD = 1647099

/** Remainder of the last `reduce`, as a leading part and its correction. */
let remainder = 0
let remainderTail = 0

/** Brings x into [-pi/4, pi/4]; returns the quadrant 0..3. Larger angles are first taken modulo the double nearest 2 pi. */
function reduce(x: number): number {
  const y = Math.abs(x) > MAX_REDUCED_RAD ? x % TWO_PI : x
  const n = Math.floor(y * TWO_OVER_PI + 0.5)
  const r = y - n * PIO2_1
  let head = r
  let w = n * PIO2_1T
  let lead = head - w
  if (Math.abs(lead) < 1e-4 * Math.abs(y)) {
    // Cancellation has eaten leading bits: take the next part of pi/2.
    const t = head
    w = n * PIO2_2
    head = t - w
    w = n * PIO2_2T - (t - head - w)
    lead = head - w
  }
  remainder = lead
  remainderTail = head - lead - w
  return n & 3
}

/** Sine on [-pi/4, pi/4] of x + tail. */
function sinKernel(x: number, tail: number): number {
  const z = x * x
  const v = z * x
  const r =
    8.33333333332248946124e-3 +
    z * (-1.98412698298579493134e-4 + z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))
  return x - (z * (0.5 * tail - v * r) - tail - v * -1.66666666666666324348e-1)
}

/** Cosine on [-pi/4, pi/4] of x + tail. */
function cosKernel(x: number, tail: number): number {
  const z = x * x
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - x * tail))
}

/** Sine of x, rad. Infinite gives NaN. */
export function sin(x: number): number {
  if (Math.abs(x) < 0.7853981633974483) return Math.abs(x) < 1e-8 ? x : sinKernel(x, 0)
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? sinKernel(remainder, remainderTail) : cosKernel(remainder, remainderTail)
  return quadrant > 1 ? -value : value
}

/** Cosine of x, rad. Infinite gives NaN. */
export function cos(x: number): number {
  if (Math.abs(x) < 0.7853981633974483) return cosKernel(x, 0)
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? cosKernel(remainder, remainderTail) : sinKernel(remainder, remainderTail)
  return quadrant === 1 || quadrant === 2 ? -value : value
}

/** Tangent of x, rad. */
export function tan(x: number): number {
  if (Math.abs(x) < 1e-8) return x
  const quadrant = reduce(x)
  const s = sinKernel(remainder, remainderTail)
  const c = cosKernel(remainder, remainderTail)
  return (quadrant & 1) === 0 ? s / c : -c / s
}

/** atan on the four reduced intervals: value at the interval's centre and its correction. */
const ATAN_HALF = 4.63647609000806093515e-1
const ATAN_HALF_LO = 2.26987774529616870924e-17
const ATAN_ONE = 7.85398163397448278999e-1
const ATAN_ONE_LO = 3.06161699786838301793e-17
const ATAN_3_HALVES = 9.82793723247329054082e-1
const ATAN_3_HALVES_LO = 1.39033110312309984516e-17
const HALF_PI_LO = 6.12323399573676603587e-17

/** x - atan(x) for |x| < 7/16. */
function atanGap(x: number): number {
  const z = x * x
  const w = z * z
  const odd =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w * (6.66107313738753120669e-2 + w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))))
  const even =
    w *
    (-1.99999999998764832476e-1 +
      w * (-1.1111110405462355788e-1 + w * (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))))
  return x * (odd + even)
}

/** Arc tangent, rad, in [-pi/2, pi/2]. */
export function atan(x: number): number {
  const a = Math.abs(x)
  if (a < 0.4375) return a < 1e-8 ? x : x - atanGap(x)
  let value: number
  if (a < 0.6875) {
    const t = (2 * a - 1) / (2 + a)
    value = ATAN_HALF - (atanGap(t) - ATAN_HALF_LO - t)
  } else if (a < 1.1875) {
    const t = (a - 1) / (a + 1)
    value = ATAN_ONE - (atanGap(t) - ATAN_ONE_LO - t)
  } else if (a < 2.4375) {
    const t = (a - 1.5) / (1 + 1.5 * a)
    value = ATAN_3_HALVES - (atanGap(t) - ATAN_3_HALVES_LO - t)
  } else if (a < 1e17) {
    const t = -1 / a
    value = HALF_PI - (atanGap(t) - HALF_PI_LO - t)
  } else if (a >= 1e17) {
    value = HALF_PI
  } else {
    return x
  }
  return x < 0 ? -value : value
}

/** True for -0 and for numbers below 0. */
function isNegative(x: number): boolean {
  return x < 0 || (x === 0 && 1 / x < 0)
}

/** Angle of the point (x, y) from the x axis, rad, in [-pi, pi]. For a bearing from north call atan2(east, north). */
export function atan2(y: number, x: number): number {
  if (!(x === x && y === y)) return NaN
  const a = Math.abs(x)
  const b = Math.abs(y)
  let angle: number
  if (b === 0) angle = isNegative(x) ? PI : 0
  else if (a === 0) angle = HALF_PI
  else if (a === Infinity) angle = b === Infinity ? (x < 0 ? 3 * ATAN_ONE : ATAN_ONE) : x < 0 ? PI : 0
  else if (b === Infinity) angle = HALF_PI
  else {
    const z = atan(b / a)
    // pi's own rounding error, 1.2246467991473532e-16, is given back.
    angle = x < 0 ? PI - (z - 1.2246467991473532e-16) : z
  }
  return isNegative(y) ? -angle : angle
}

/** (asin(x) - x) / x as a function of x^2, on [0, 1/4]. */
function asinRatio(z: number): number {
  const p =
    z *
    (1.66666666666666657415e-1 +
      z *
        (-3.25565818622400915405e-1 +
          z *
            (2.01212532134862925881e-1 +
              z * (-4.00555345006794114027e-2 + z * (7.91534994289814532176e-4 + z * 3.4793310759602116757e-5)))))
  const q =
    1 + z * (-2.40339491173441421878 + z * (2.02094576023350569471 + z * (-6.8828397160545329303e-1 + z * 7.70381505559019352791e-2)))
  return p / q
}

/** Arc sine, rad, in [-pi/2, pi/2]; NaN outside [-1, 1]. */
export function asin(x: number): number {
  const a = Math.abs(x)
  if (!(a <= 1)) return NaN
  if (a < 0.5) return a < 1e-8 ? x : x + x * asinRatio(x * x)
  const z = 0.5 * (1 - a)
  const s = Math.sqrt(z)
  const r = asinRatio(z)
  let value: number
  if (a >= 0.975) {
    value = HALF_PI - (2 * (s + s * r) - HALF_PI_LO)
  } else {
    // s split in two so that its square is exact.
    const w = Math.fround(s)
    const c = (z - w * w) / (s + w)
    const p = 2 * s * r - (HALF_PI_LO - 2 * c)
    value = ATAN_ONE - (p - (ATAN_ONE - 2 * w))
  }
  return x < 0 ? -value : value
}

/** Arc cosine, rad, in [0, pi]; NaN outside [-1, 1]. */
export function acos(x: number): number {
  const a = Math.abs(x)
  if (!(a <= 1)) return NaN
  if (a < 0.5) return HALF_PI - (x - (HALF_PI_LO - x * asinRatio(x * x)))
  if (x < 0) {
    const z = (1 + x) * 0.5
    const s = Math.sqrt(z)
    return PI - 2 * (s + (asinRatio(z) * s - HALF_PI_LO))
  }
  const z = (1 - x) * 0.5
  const s = Math.sqrt(z)
  if (s === 0) return 0
  const w = Math.fround(s)
  const c = (z - w * w) / (s + w)
  return 2 * (w + (asinRatio(z) * s + c))
}

const LN2_HI = 6.9314718036912381649e-1
const LN2_LO = 1.90821492927058770002e-10
const INV_LN2 = 1.442695040888963387

/** 2^k for k = -1074..1023, exact. */
const POWERS_OF_TWO = powersOfTwo()
function powersOfTwo(): Float64Array {
  const table = new Float64Array(2098)
  table[1074] = 1
  for (let k = 1075; k < 2098; k++) table[k] = table[k - 1] * 2
  for (let k = 1073; k >= 0; k--) table[k] = table[k + 1] * 0.5
  return table
}

/** e^x. Overflows to Infinity above 709.78, to 0 below -745.13. */
export function exp(x: number): number {
  if (!(x === x)) return NaN
  if (x > 709.782712893383973096) return Infinity
  if (x < -745.13321910194110842) return 0
  const k = Math.floor(x * INV_LN2 + 0.5)
  const hi = x - k * LN2_HI
  const lo = k * LN2_LO
  const r = hi - lo
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (lo - (r * c) / (2 - c) - hi)
  if (k > 1023) return y * 2 * POWERS_OF_TWO[2097]
  // Towards subnormals in two steps, of which only the last rounds.
  return k < -1000 ? y * POWERS_OF_TWO[k + 1128] * POWERS_OF_TWO[1020] : y * POWERS_OF_TWO[k + 1074]
}

/** One number seen as two 32-bit words, to read its exponent. */
const NUMBER = new Float64Array(1)
const WORDS = new Int32Array(NUMBER.buffer)
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0

/** Natural logarithm; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let k = 0
  if (x < 2.2250738585072014e-308) {
    // Subnormal: lifted by 2^54 first.
    x *= 18014398509481984
    k = -54
  }
  NUMBER[0] = x
  let high = WORDS[HIGH]
  k += (high >> 20) - 1023
  high &= 0xfffff
  // Mantissas from sqrt(2) on are halved, so that f lies in [sqrt(2)/2 - 1, sqrt(2) - 1].
  const i = (high + 0x95f64) & 0x100000
  WORDS[HIGH] = high | (i ^ 0x3ff00000)
  k += i >> 20
  const f = NUMBER[0] - 1
  if (f === 0) return k * LN2_HI + k * LN2_LO
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const r = t1 + t2
  const half = 0.5 * f * f
  return k * LN2_HI - (half - (s * (half + r) + k * LN2_LO) - f)
}

/** Length of (x, y), without overflow for coordinates below 1e150. */
export function hypot2(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}

/** Length of (x, y, z), without overflow for coordinates below 1e150. */
export function hypot3(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z)
}

/** The same angle in [-pi, pi). */
export function wrapPi(angleRad: number): number {
  if (angleRad >= -PI && angleRad < PI) return angleRad
  const turned = angleRad - TWO_PI * Math.floor((angleRad + PI) / TWO_PI)
  return turned >= PI ? turned - TWO_PI : turned < -PI ? turned + TWO_PI : turned
}

/** The same angle in [0, 2 pi): a bearing. */
export function wrapTwoPi(angleRad: number): number {
  if (angleRad >= 0 && angleRad < TWO_PI) return angleRad
  const turned = angleRad - TWO_PI * Math.floor(angleRad / TWO_PI)
  return turned >= TWO_PI ? 0 : turned < 0 ? 0 : turned
}
