/** What one search leaves for the next one: only what would come out the same from anywhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Course } from '../../../runtime/facts/python/flow/trails.ts'

test('a trail has the places, the steps and the levels of the part that was followed', () => {
  const course = new Course()
  course.isNew(1, 0)
  const trail = course.recorded([], 1, () => {
    course.isNew(2, 1)
    course.isNew(3, 4)
    course.isNew(2, 2)
  })
  assert.deepEqual(trail, { places: [2, 3], terms: [], steps: 3, levels: 3 })
})

test('who came by a place from before leaves no trail, and neither does whoever led there', () => {
  const course = new Course()
  course.isNew(1, 0)
  let inner: unknown
  const outer = course.recorded([], 1, () => {
    course.isNew(2, 1)
    inner = course.recorded([], 2, () => {
      course.isNew(3, 2)
      course.isNew(1, 3)
    })
  })
  assert.deepEqual([outer, inner], [undefined, undefined])
})

test('a place of the outer part spoils the trail of the inner one alone', () => {
  const course = new Course()
  let inner: unknown
  const outer = course.recorded([], 0, () => {
    course.isNew(1, 0)
    inner = course.recorded([], 1, () => {
      course.isNew(2, 1)
      course.isNew(1, 2)
    })
  })
  assert.deepEqual([outer?.places, inner], [[1, 2], undefined])
})

test('a trail is taken over as if it had been gone', () => {
  const [first, second] = [new Course(), new Course()]
  const trail = first.recorded([], 0, () => {
    first.isNew(5, 0)
    first.isNew(6, 1)
  })
  assert(trail !== undefined)
  second.isNew(1, 0)
  assert(second.isClear(trail))
  second.take(trail, 1)
  assert.deepEqual([second.size, second.steps, second.isNew(6, 3), second.isClear(trail)], [3, 3, false, false])
})
